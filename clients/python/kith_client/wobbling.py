from datetime import date
from typing import Optional

from pydantic import Field

from .base_model import BaseModel
from .fragments import Explanation, PageInfo, Wobble


class Wobbling(BaseModel):
    wobbling: "WobblingWobbling"


class WobblingWobbling(BaseModel):
    edges: list["WobblingWobblingEdges"]
    page_info: "WobblingWobblingPageInfo" = Field(alias="pageInfo")
    as_of: date = Field(alias="asOf")
    unseen: list[str]
    explanation: Optional["WobblingWobblingExplanation"]


class WobblingWobblingEdges(BaseModel):
    node: "WobblingWobblingEdgesNode"
    cursor: str


WobblingWobblingEdgesNode = Wobble
WobblingWobblingPageInfo = PageInfo
WobblingWobblingExplanation = Explanation
Wobbling.model_rebuild()
WobblingWobbling.model_rebuild()
WobblingWobblingEdges.model_rebuild()
