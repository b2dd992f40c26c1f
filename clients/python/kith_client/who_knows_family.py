from datetime import date
from typing import Optional

from pydantic import Field

from .base_model import BaseModel
from .fragments import Acquaintance, Explanation, PageInfo


class WhoKnowsFamily(BaseModel):
    who_knows_family: "WhoKnowsFamilyWhoKnowsFamily" = Field(alias="whoKnowsFamily")


class WhoKnowsFamilyWhoKnowsFamily(BaseModel):
    edges: list["WhoKnowsFamilyWhoKnowsFamilyEdges"]
    page_info: "WhoKnowsFamilyWhoKnowsFamilyPageInfo" = Field(alias="pageInfo")
    as_of: date = Field(alias="asOf")
    unseen: list[str]
    explanation: Optional["WhoKnowsFamilyWhoKnowsFamilyExplanation"]


class WhoKnowsFamilyWhoKnowsFamilyEdges(BaseModel):
    node: "WhoKnowsFamilyWhoKnowsFamilyEdgesNode"
    cursor: str


WhoKnowsFamilyWhoKnowsFamilyEdgesNode = Acquaintance
WhoKnowsFamilyWhoKnowsFamilyPageInfo = PageInfo
WhoKnowsFamilyWhoKnowsFamilyExplanation = Explanation
WhoKnowsFamily.model_rebuild()
WhoKnowsFamilyWhoKnowsFamily.model_rebuild()
WhoKnowsFamilyWhoKnowsFamilyEdges.model_rebuild()
