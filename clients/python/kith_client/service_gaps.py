from datetime import date
from typing import Optional

from pydantic import Field

from .base_model import BaseModel
from .fragments import Explanation, Gap, PageInfo


class ServiceGaps(BaseModel):
    service_gaps: "ServiceGapsServiceGaps" = Field(alias="serviceGaps")


class ServiceGapsServiceGaps(BaseModel):
    edges: list["ServiceGapsServiceGapsEdges"]
    page_info: "ServiceGapsServiceGapsPageInfo" = Field(alias="pageInfo")
    as_of: date = Field(alias="asOf")
    unseen: list[str]
    explanation: Optional["ServiceGapsServiceGapsExplanation"]


class ServiceGapsServiceGapsEdges(BaseModel):
    node: "ServiceGapsServiceGapsEdgesNode"
    cursor: str


ServiceGapsServiceGapsEdgesNode = Gap
ServiceGapsServiceGapsPageInfo = PageInfo
ServiceGapsServiceGapsExplanation = Explanation
ServiceGaps.model_rebuild()
ServiceGapsServiceGaps.model_rebuild()
ServiceGapsServiceGapsEdges.model_rebuild()
