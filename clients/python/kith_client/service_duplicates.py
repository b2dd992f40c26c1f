from datetime import date
from typing import Optional

from pydantic import Field

from .base_model import BaseModel
from .fragments import Explanation, PageInfo, ServiceDuplicate


class ServiceDuplicates(BaseModel):
    service_duplicates: "ServiceDuplicatesServiceDuplicates" = Field(
        alias="serviceDuplicates"
    )


class ServiceDuplicatesServiceDuplicates(BaseModel):
    edges: list["ServiceDuplicatesServiceDuplicatesEdges"]
    page_info: "ServiceDuplicatesServiceDuplicatesPageInfo" = Field(alias="pageInfo")
    as_of: date = Field(alias="asOf")
    unseen: list[str]
    explanation: Optional["ServiceDuplicatesServiceDuplicatesExplanation"]


class ServiceDuplicatesServiceDuplicatesEdges(BaseModel):
    node: "ServiceDuplicatesServiceDuplicatesEdgesNode"
    cursor: str


ServiceDuplicatesServiceDuplicatesEdgesNode = ServiceDuplicate
ServiceDuplicatesServiceDuplicatesPageInfo = PageInfo
ServiceDuplicatesServiceDuplicatesExplanation = Explanation
ServiceDuplicates.model_rebuild()
ServiceDuplicatesServiceDuplicates.model_rebuild()
ServiceDuplicatesServiceDuplicatesEdges.model_rebuild()
