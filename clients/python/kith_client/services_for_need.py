from datetime import date
from typing import Optional

from pydantic import Field

from .base_model import BaseModel
from .fragments import Explanation, Offered, PageInfo


class ServicesForNeed(BaseModel):
    services_for_need: "ServicesForNeedServicesForNeed" = Field(alias="servicesForNeed")


class ServicesForNeedServicesForNeed(BaseModel):
    edges: list["ServicesForNeedServicesForNeedEdges"]
    page_info: "ServicesForNeedServicesForNeedPageInfo" = Field(alias="pageInfo")
    as_of: date = Field(alias="asOf")
    unseen: list[str]
    explanation: Optional["ServicesForNeedServicesForNeedExplanation"]


class ServicesForNeedServicesForNeedEdges(BaseModel):
    node: "ServicesForNeedServicesForNeedEdgesNode"
    cursor: str


ServicesForNeedServicesForNeedEdgesNode = Offered
ServicesForNeedServicesForNeedPageInfo = PageInfo
ServicesForNeedServicesForNeedExplanation = Explanation
ServicesForNeed.model_rebuild()
ServicesForNeedServicesForNeed.model_rebuild()
ServicesForNeedServicesForNeedEdges.model_rebuild()
