from datetime import date
from typing import Optional

from pydantic import Field

from .base_model import BaseModel
from .fragments import Explanation, PageInfo, Threshold


class Thresholds(BaseModel):
    thresholds: "ThresholdsThresholds"


class ThresholdsThresholds(BaseModel):
    edges: list["ThresholdsThresholdsEdges"]
    page_info: "ThresholdsThresholdsPageInfo" = Field(alias="pageInfo")
    as_of: date = Field(alias="asOf")
    unseen: list[str]
    explanation: Optional["ThresholdsThresholdsExplanation"]


class ThresholdsThresholdsEdges(BaseModel):
    node: "ThresholdsThresholdsEdgesNode"
    cursor: str


ThresholdsThresholdsEdgesNode = Threshold
ThresholdsThresholdsPageInfo = PageInfo
ThresholdsThresholdsExplanation = Explanation
Thresholds.model_rebuild()
ThresholdsThresholds.model_rebuild()
ThresholdsThresholdsEdges.model_rebuild()
