from datetime import date
from typing import Optional

from pydantic import Field

from .base_model import BaseModel
from .fragments import Explanation, Overlap, PageInfo


class ServiceOverlaps(BaseModel):
    service_overlaps: "ServiceOverlapsServiceOverlaps" = Field(alias="serviceOverlaps")


class ServiceOverlapsServiceOverlaps(BaseModel):
    edges: list["ServiceOverlapsServiceOverlapsEdges"]
    page_info: "ServiceOverlapsServiceOverlapsPageInfo" = Field(alias="pageInfo")
    as_of: date = Field(alias="asOf")
    unseen: list[str]
    explanation: Optional["ServiceOverlapsServiceOverlapsExplanation"]


class ServiceOverlapsServiceOverlapsEdges(BaseModel):
    node: "ServiceOverlapsServiceOverlapsEdgesNode"
    cursor: str


ServiceOverlapsServiceOverlapsEdgesNode = Overlap
ServiceOverlapsServiceOverlapsPageInfo = PageInfo
ServiceOverlapsServiceOverlapsExplanation = Explanation
ServiceOverlaps.model_rebuild()
ServiceOverlapsServiceOverlaps.model_rebuild()
ServiceOverlapsServiceOverlapsEdges.model_rebuild()
