from datetime import date
from typing import Optional

from pydantic import Field

from .base_model import BaseModel
from .fragments import Explanation, NetworkStanding, PageInfo


class PartnerNetwork(BaseModel):
    partner_network: "PartnerNetworkPartnerNetwork" = Field(alias="partnerNetwork")


class PartnerNetworkPartnerNetwork(BaseModel):
    edges: list["PartnerNetworkPartnerNetworkEdges"]
    page_info: "PartnerNetworkPartnerNetworkPageInfo" = Field(alias="pageInfo")
    as_of: date = Field(alias="asOf")
    unseen: list[str]
    explanation: Optional["PartnerNetworkPartnerNetworkExplanation"]


class PartnerNetworkPartnerNetworkEdges(BaseModel):
    node: "PartnerNetworkPartnerNetworkEdgesNode"
    cursor: str


PartnerNetworkPartnerNetworkEdgesNode = NetworkStanding
PartnerNetworkPartnerNetworkPageInfo = PageInfo
PartnerNetworkPartnerNetworkExplanation = Explanation
PartnerNetwork.model_rebuild()
PartnerNetworkPartnerNetwork.model_rebuild()
PartnerNetworkPartnerNetworkEdges.model_rebuild()
