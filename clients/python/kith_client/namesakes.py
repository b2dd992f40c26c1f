from datetime import date
from typing import Optional

from pydantic import Field

from .base_model import BaseModel
from .fragments import Explanation, Namesake, PageInfo


class Namesakes(BaseModel):
    namesakes: "NamesakesNamesakes"


class NamesakesNamesakes(BaseModel):
    edges: list["NamesakesNamesakesEdges"]
    page_info: "NamesakesNamesakesPageInfo" = Field(alias="pageInfo")
    as_of: date = Field(alias="asOf")
    unseen: list[str]
    explanation: Optional["NamesakesNamesakesExplanation"]


class NamesakesNamesakesEdges(BaseModel):
    node: "NamesakesNamesakesEdgesNode"
    cursor: str


NamesakesNamesakesEdgesNode = Namesake
NamesakesNamesakesPageInfo = PageInfo
NamesakesNamesakesExplanation = Explanation
Namesakes.model_rebuild()
NamesakesNamesakes.model_rebuild()
NamesakesNamesakesEdges.model_rebuild()
