from datetime import date
from typing import Optional

from pydantic import Field

from .base_model import BaseModel
from .fragments import Explanation, Introduction, PageInfo


class WarmIntroduction(BaseModel):
    warm_introduction: "WarmIntroductionWarmIntroduction" = Field(
        alias="warmIntroduction"
    )


class WarmIntroductionWarmIntroduction(BaseModel):
    edges: list["WarmIntroductionWarmIntroductionEdges"]
    page_info: "WarmIntroductionWarmIntroductionPageInfo" = Field(alias="pageInfo")
    as_of: date = Field(alias="asOf")
    unseen: list[str]
    explanation: Optional["WarmIntroductionWarmIntroductionExplanation"]


class WarmIntroductionWarmIntroductionEdges(BaseModel):
    node: "WarmIntroductionWarmIntroductionEdgesNode"
    cursor: str


WarmIntroductionWarmIntroductionEdgesNode = Introduction
WarmIntroductionWarmIntroductionPageInfo = PageInfo
WarmIntroductionWarmIntroductionExplanation = Explanation
WarmIntroduction.model_rebuild()
WarmIntroductionWarmIntroduction.model_rebuild()
WarmIntroductionWarmIntroductionEdges.model_rebuild()
