from datetime import date
from typing import Optional

from pydantic import Field

from .base_model import BaseModel
from .fragments import Chain, Explanation, PageInfo


class PillarToPost(BaseModel):
    pillar_to_post: "PillarToPostPillarToPost" = Field(alias="pillarToPost")


class PillarToPostPillarToPost(BaseModel):
    edges: list["PillarToPostPillarToPostEdges"]
    page_info: "PillarToPostPillarToPostPageInfo" = Field(alias="pageInfo")
    as_of: date = Field(alias="asOf")
    unseen: list[str]
    explanation: Optional["PillarToPostPillarToPostExplanation"]


class PillarToPostPillarToPostEdges(BaseModel):
    node: "PillarToPostPillarToPostEdgesNode"
    cursor: str


PillarToPostPillarToPostEdgesNode = Chain
PillarToPostPillarToPostPageInfo = PageInfo
PillarToPostPillarToPostExplanation = Explanation
PillarToPost.model_rebuild()
PillarToPostPillarToPost.model_rebuild()
PillarToPostPillarToPostEdges.model_rebuild()
