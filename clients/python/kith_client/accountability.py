from datetime import date
from typing import Optional

from pydantic import Field

from .base_model import BaseModel
from .fragments import Explanation, LineOfSight, PageInfo


class Accountability(BaseModel):
    accountability: "AccountabilityAccountability"


class AccountabilityAccountability(BaseModel):
    edges: list["AccountabilityAccountabilityEdges"]
    page_info: "AccountabilityAccountabilityPageInfo" = Field(alias="pageInfo")
    as_of: date = Field(alias="asOf")
    unseen: list[str]
    explanation: Optional["AccountabilityAccountabilityExplanation"]


class AccountabilityAccountabilityEdges(BaseModel):
    node: "AccountabilityAccountabilityEdgesNode"
    cursor: str


AccountabilityAccountabilityEdgesNode = LineOfSight
AccountabilityAccountabilityPageInfo = PageInfo
AccountabilityAccountabilityExplanation = Explanation
Accountability.model_rebuild()
AccountabilityAccountability.model_rebuild()
AccountabilityAccountabilityEdges.model_rebuild()
