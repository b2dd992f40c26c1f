from datetime import date
from typing import Optional

from pydantic import Field

from .base_model import BaseModel
from .fragments import Evenness, Explanation, PageInfo


class WobblingFairness(BaseModel):
    wobbling_fairness: "WobblingFairnessWobblingFairness" = Field(
        alias="wobblingFairness"
    )


class WobblingFairnessWobblingFairness(BaseModel):
    edges: list["WobblingFairnessWobblingFairnessEdges"]
    page_info: "WobblingFairnessWobblingFairnessPageInfo" = Field(alias="pageInfo")
    as_of: date = Field(alias="asOf")
    unseen: list[str]
    explanation: Optional["WobblingFairnessWobblingFairnessExplanation"]


class WobblingFairnessWobblingFairnessEdges(BaseModel):
    node: "WobblingFairnessWobblingFairnessEdgesNode"
    cursor: str


WobblingFairnessWobblingFairnessEdgesNode = Evenness
WobblingFairnessWobblingFairnessPageInfo = PageInfo
WobblingFairnessWobblingFairnessExplanation = Explanation
WobblingFairness.model_rebuild()
WobblingFairnessWobblingFairness.model_rebuild()
WobblingFairnessWobblingFairnessEdges.model_rebuild()
