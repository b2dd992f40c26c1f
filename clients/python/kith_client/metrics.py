from datetime import date
from typing import Optional

from pydantic import Field

from .base_model import BaseModel
from .fragments import Explanation, Metric, PageInfo


class Metrics(BaseModel):
    metrics: "MetricsMetrics"


class MetricsMetrics(BaseModel):
    edges: list["MetricsMetricsEdges"]
    page_info: "MetricsMetricsPageInfo" = Field(alias="pageInfo")
    as_of: date = Field(alias="asOf")
    unseen: list[str]
    explanation: Optional["MetricsMetricsExplanation"]


class MetricsMetricsEdges(BaseModel):
    node: "MetricsMetricsEdgesNode"
    cursor: str


MetricsMetricsEdgesNode = Metric
MetricsMetricsPageInfo = PageInfo
MetricsMetricsExplanation = Explanation
Metrics.model_rebuild()
MetricsMetrics.model_rebuild()
MetricsMetricsEdges.model_rebuild()
