from datetime import date
from typing import Optional

from pydantic import Field

from .base_model import BaseModel
from .fragments import Explanation, PageInfo, Skill


class TeamSkillGaps(BaseModel):
    team_skill_gaps: "TeamSkillGapsTeamSkillGaps" = Field(alias="teamSkillGaps")


class TeamSkillGapsTeamSkillGaps(BaseModel):
    edges: list["TeamSkillGapsTeamSkillGapsEdges"]
    page_info: "TeamSkillGapsTeamSkillGapsPageInfo" = Field(alias="pageInfo")
    as_of: date = Field(alias="asOf")
    unseen: list[str]
    explanation: Optional["TeamSkillGapsTeamSkillGapsExplanation"]


class TeamSkillGapsTeamSkillGapsEdges(BaseModel):
    node: "TeamSkillGapsTeamSkillGapsEdgesNode"
    cursor: str


TeamSkillGapsTeamSkillGapsEdgesNode = Skill
TeamSkillGapsTeamSkillGapsPageInfo = PageInfo
TeamSkillGapsTeamSkillGapsExplanation = Explanation
TeamSkillGaps.model_rebuild()
TeamSkillGapsTeamSkillGaps.model_rebuild()
TeamSkillGapsTeamSkillGapsEdges.model_rebuild()
