from datetime import date
from typing import Optional

from pydantic import Field

from .base_model import BaseModel
from .fragments import Explanation, Finding, PageInfo


class Baseline(BaseModel):
    baseline: "BaselineBaseline"


class BaselineBaseline(BaseModel):
    edges: list["BaselineBaselineEdges"]
    page_info: "BaselineBaselinePageInfo" = Field(alias="pageInfo")
    as_of: date = Field(alias="asOf")
    unseen: list[str]
    explanation: Optional["BaselineBaselineExplanation"]


class BaselineBaselineEdges(BaseModel):
    node: "BaselineBaselineEdgesNode"
    cursor: str


BaselineBaselineEdgesNode = Finding
BaselineBaselinePageInfo = PageInfo
BaselineBaselineExplanation = Explanation
Baseline.model_rebuild()
BaselineBaseline.model_rebuild()
BaselineBaselineEdges.model_rebuild()
