from datetime import date
from typing import Optional

from pydantic import Field

from .base_model import BaseModel
from .fragments import Explanation, MissionCover, PageInfo


class MissionCoverage(BaseModel):
    mission_coverage: "MissionCoverageMissionCoverage" = Field(alias="missionCoverage")


class MissionCoverageMissionCoverage(BaseModel):
    edges: list["MissionCoverageMissionCoverageEdges"]
    page_info: "MissionCoverageMissionCoveragePageInfo" = Field(alias="pageInfo")
    as_of: date = Field(alias="asOf")
    unseen: list[str]
    explanation: Optional["MissionCoverageMissionCoverageExplanation"]


class MissionCoverageMissionCoverageEdges(BaseModel):
    node: "MissionCoverageMissionCoverageEdgesNode"
    cursor: str


MissionCoverageMissionCoverageEdgesNode = MissionCover
MissionCoverageMissionCoveragePageInfo = PageInfo
MissionCoverageMissionCoverageExplanation = Explanation
MissionCoverage.model_rebuild()
MissionCoverageMissionCoverage.model_rebuild()
MissionCoverageMissionCoverageEdges.model_rebuild()
