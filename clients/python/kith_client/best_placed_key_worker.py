from datetime import date
from typing import Optional

from pydantic import Field

from .base_model import BaseModel
from .fragments import Candidate, Explanation, PageInfo


class BestPlacedKeyWorker(BaseModel):
    best_placed_key_worker: "BestPlacedKeyWorkerBestPlacedKeyWorker" = Field(
        alias="bestPlacedKeyWorker"
    )


class BestPlacedKeyWorkerBestPlacedKeyWorker(BaseModel):
    edges: list["BestPlacedKeyWorkerBestPlacedKeyWorkerEdges"]
    page_info: "BestPlacedKeyWorkerBestPlacedKeyWorkerPageInfo" = Field(
        alias="pageInfo"
    )
    as_of: date = Field(alias="asOf")
    unseen: list[str]
    explanation: Optional["BestPlacedKeyWorkerBestPlacedKeyWorkerExplanation"]


class BestPlacedKeyWorkerBestPlacedKeyWorkerEdges(BaseModel):
    node: "BestPlacedKeyWorkerBestPlacedKeyWorkerEdgesNode"
    cursor: str


BestPlacedKeyWorkerBestPlacedKeyWorkerEdgesNode = Candidate
BestPlacedKeyWorkerBestPlacedKeyWorkerPageInfo = PageInfo
BestPlacedKeyWorkerBestPlacedKeyWorkerExplanation = Explanation
BestPlacedKeyWorker.model_rebuild()
BestPlacedKeyWorkerBestPlacedKeyWorker.model_rebuild()
BestPlacedKeyWorkerBestPlacedKeyWorkerEdges.model_rebuild()
