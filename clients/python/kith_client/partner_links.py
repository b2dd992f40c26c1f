from datetime import date
from typing import Optional

from pydantic import Field

from .base_model import BaseModel
from .fragments import Explanation, PageInfo, PartnerLink


class PartnerLinks(BaseModel):
    partner_links: "PartnerLinksPartnerLinks" = Field(alias="partnerLinks")


class PartnerLinksPartnerLinks(BaseModel):
    edges: list["PartnerLinksPartnerLinksEdges"]
    page_info: "PartnerLinksPartnerLinksPageInfo" = Field(alias="pageInfo")
    as_of: date = Field(alias="asOf")
    unseen: list[str]
    explanation: Optional["PartnerLinksPartnerLinksExplanation"]


class PartnerLinksPartnerLinksEdges(BaseModel):
    node: "PartnerLinksPartnerLinksEdgesNode"
    cursor: str


PartnerLinksPartnerLinksEdgesNode = PartnerLink
PartnerLinksPartnerLinksPageInfo = PageInfo
PartnerLinksPartnerLinksExplanation = Explanation
PartnerLinks.model_rebuild()
PartnerLinksPartnerLinks.model_rebuild()
PartnerLinksPartnerLinksEdges.model_rebuild()
