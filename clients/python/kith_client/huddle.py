from datetime import date
from typing import Optional

from pydantic import Field

from .base_model import BaseModel
from .fragments import Explanation, HuddleFamily, PageInfo


class Huddle(BaseModel):
    huddle: "HuddleHuddle"


class HuddleHuddle(BaseModel):
    edges: list["HuddleHuddleEdges"]
    page_info: "HuddleHuddlePageInfo" = Field(alias="pageInfo")
    as_of: date = Field(alias="asOf")
    unseen: list[str]
    explanation: Optional["HuddleHuddleExplanation"]


class HuddleHuddleEdges(BaseModel):
    node: "HuddleHuddleEdgesNode"
    cursor: str


HuddleHuddleEdgesNode = HuddleFamily
HuddleHuddlePageInfo = PageInfo
HuddleHuddleExplanation = Explanation
Huddle.model_rebuild()
HuddleHuddle.model_rebuild()
HuddleHuddleEdges.model_rebuild()
