from datetime import date
from typing import Optional

from pydantic import Field

from .base_model import BaseModel
from .fragments import Event, Explanation, PageInfo


class Timeline(BaseModel):
    timeline: "TimelineTimeline"


class TimelineTimeline(BaseModel):
    edges: list["TimelineTimelineEdges"]
    page_info: "TimelineTimelinePageInfo" = Field(alias="pageInfo")
    as_of: date = Field(alias="asOf")
    unseen: list[str]
    explanation: Optional["TimelineTimelineExplanation"]


class TimelineTimelineEdges(BaseModel):
    node: "TimelineTimelineEdgesNode"
    cursor: str


TimelineTimelineEdgesNode = Event
TimelineTimelinePageInfo = PageInfo
TimelineTimelineExplanation = Explanation
Timeline.model_rebuild()
TimelineTimeline.model_rebuild()
TimelineTimelineEdges.model_rebuild()
