from datetime import date
from typing import Optional

from pydantic import Field

from .base_model import BaseModel
from .fragments import Acquaintance, Explanation, PageInfo


class WhoKnowsPerson(BaseModel):
    who_knows_person: "WhoKnowsPersonWhoKnowsPerson" = Field(alias="whoKnowsPerson")


class WhoKnowsPersonWhoKnowsPerson(BaseModel):
    edges: list["WhoKnowsPersonWhoKnowsPersonEdges"]
    page_info: "WhoKnowsPersonWhoKnowsPersonPageInfo" = Field(alias="pageInfo")
    as_of: date = Field(alias="asOf")
    unseen: list[str]
    explanation: Optional["WhoKnowsPersonWhoKnowsPersonExplanation"]


class WhoKnowsPersonWhoKnowsPersonEdges(BaseModel):
    node: "WhoKnowsPersonWhoKnowsPersonEdgesNode"
    cursor: str


WhoKnowsPersonWhoKnowsPersonEdgesNode = Acquaintance
WhoKnowsPersonWhoKnowsPersonPageInfo = PageInfo
WhoKnowsPersonWhoKnowsPersonExplanation = Explanation
WhoKnowsPerson.model_rebuild()
WhoKnowsPersonWhoKnowsPerson.model_rebuild()
WhoKnowsPersonWhoKnowsPersonEdges.model_rebuild()
