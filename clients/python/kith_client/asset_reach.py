from datetime import date
from typing import Optional

from pydantic import Field

from .base_model import BaseModel
from .fragments import Explanation, PageInfo, Reach


class AssetReach(BaseModel):
    asset_reach: "AssetReachAssetReach" = Field(alias="assetReach")


class AssetReachAssetReach(BaseModel):
    edges: list["AssetReachAssetReachEdges"]
    page_info: "AssetReachAssetReachPageInfo" = Field(alias="pageInfo")
    as_of: date = Field(alias="asOf")
    unseen: list[str]
    explanation: Optional["AssetReachAssetReachExplanation"]


class AssetReachAssetReachEdges(BaseModel):
    node: "AssetReachAssetReachEdgesNode"
    cursor: str


AssetReachAssetReachEdgesNode = Reach
AssetReachAssetReachPageInfo = PageInfo
AssetReachAssetReachExplanation = Explanation
AssetReach.model_rebuild()
AssetReachAssetReach.model_rebuild()
AssetReachAssetReachEdges.model_rebuild()
