from datetime import date
from typing import Optional

from pydantic import Field

from .base_model import BaseModel
from .fragments import Explanation, PageInfo, Telling


class StoryRepetition(BaseModel):
    story_repetition: "StoryRepetitionStoryRepetition" = Field(alias="storyRepetition")


class StoryRepetitionStoryRepetition(BaseModel):
    edges: list["StoryRepetitionStoryRepetitionEdges"]
    page_info: "StoryRepetitionStoryRepetitionPageInfo" = Field(alias="pageInfo")
    as_of: date = Field(alias="asOf")
    unseen: list[str]
    explanation: Optional["StoryRepetitionStoryRepetitionExplanation"]


class StoryRepetitionStoryRepetitionEdges(BaseModel):
    node: "StoryRepetitionStoryRepetitionEdgesNode"
    cursor: str


StoryRepetitionStoryRepetitionEdgesNode = Telling
StoryRepetitionStoryRepetitionPageInfo = PageInfo
StoryRepetitionStoryRepetitionExplanation = Explanation
StoryRepetition.model_rebuild()
StoryRepetitionStoryRepetition.model_rebuild()
StoryRepetitionStoryRepetitionEdges.model_rebuild()
