from datetime import date
from typing import Optional

from pydantic import Field

from .base_model import BaseModel
from .fragments import Explanation, Lead, PageInfo


class AssetsForNeed(BaseModel):
    assets_for_need: "AssetsForNeedAssetsForNeed" = Field(alias="assetsForNeed")


class AssetsForNeedAssetsForNeed(BaseModel):
    edges: list["AssetsForNeedAssetsForNeedEdges"]
    page_info: "AssetsForNeedAssetsForNeedPageInfo" = Field(alias="pageInfo")
    as_of: date = Field(alias="asOf")
    unseen: list[str]
    explanation: Optional["AssetsForNeedAssetsForNeedExplanation"]


class AssetsForNeedAssetsForNeedEdges(BaseModel):
    node: "AssetsForNeedAssetsForNeedEdgesNode"
    cursor: str


AssetsForNeedAssetsForNeedEdgesNode = Lead
AssetsForNeedAssetsForNeedPageInfo = PageInfo
AssetsForNeedAssetsForNeedExplanation = Explanation
AssetsForNeed.model_rebuild()
AssetsForNeedAssetsForNeed.model_rebuild()
AssetsForNeedAssetsForNeedEdges.model_rebuild()
