from datetime import date
from typing import Optional

from pydantic import Field

from .base_model import BaseModel
from .fragments import Explanation, PageInfo, Stale


class WhatsStale(BaseModel):
    whats_stale: "WhatsStaleWhatsStale" = Field(alias="whatsStale")


class WhatsStaleWhatsStale(BaseModel):
    edges: list["WhatsStaleWhatsStaleEdges"]
    page_info: "WhatsStaleWhatsStalePageInfo" = Field(alias="pageInfo")
    as_of: date = Field(alias="asOf")
    unseen: list[str]
    explanation: Optional["WhatsStaleWhatsStaleExplanation"]


class WhatsStaleWhatsStaleEdges(BaseModel):
    node: "WhatsStaleWhatsStaleEdgesNode"
    cursor: str


WhatsStaleWhatsStaleEdgesNode = Stale
WhatsStaleWhatsStalePageInfo = PageInfo
WhatsStaleWhatsStaleExplanation = Explanation
WhatsStale.model_rebuild()
WhatsStaleWhatsStale.model_rebuild()
WhatsStaleWhatsStaleEdges.model_rebuild()
