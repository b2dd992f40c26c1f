from datetime import date
from typing import Optional

from pydantic import Field

from .base_model import BaseModel
from .fragments import BlueprintItem, Explanation, PageInfo


class Blueprint(BaseModel):
    blueprint: "BlueprintBlueprint"


class BlueprintBlueprint(BaseModel):
    edges: list["BlueprintBlueprintEdges"]
    page_info: "BlueprintBlueprintPageInfo" = Field(alias="pageInfo")
    as_of: date = Field(alias="asOf")
    unseen: list[str]
    explanation: Optional["BlueprintBlueprintExplanation"]


class BlueprintBlueprintEdges(BaseModel):
    node: "BlueprintBlueprintEdgesNode"
    cursor: str


BlueprintBlueprintEdgesNode = BlueprintItem
BlueprintBlueprintPageInfo = PageInfo
BlueprintBlueprintExplanation = Explanation
Blueprint.model_rebuild()
BlueprintBlueprint.model_rebuild()
BlueprintBlueprintEdges.model_rebuild()
