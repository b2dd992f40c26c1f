from datetime import date
from typing import Optional

from pydantic import Field

from .base_model import BaseModel
from .fragments import Explanation, Found, PageInfo


class Find(BaseModel):
    find: "FindFind"


class FindFind(BaseModel):
    edges: list["FindFindEdges"]
    page_info: "FindFindPageInfo" = Field(alias="pageInfo")
    as_of: date = Field(alias="asOf")
    unseen: list[str]
    explanation: Optional["FindFindExplanation"]


class FindFindEdges(BaseModel):
    node: "FindFindEdgesNode"
    cursor: str


FindFindEdgesNode = Found
FindFindPageInfo = PageInfo
FindFindExplanation = Explanation
Find.model_rebuild()
FindFind.model_rebuild()
FindFindEdges.model_rebuild()
