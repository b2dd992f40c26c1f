from datetime import date
from typing import Optional

from pydantic import Field

from .base_model import BaseModel
from .fragments import Explanation, PageInfo, ReviewPair


class ReviewPairs(BaseModel):
    review_pairs: "ReviewPairsReviewPairs" = Field(alias="reviewPairs")


class ReviewPairsReviewPairs(BaseModel):
    edges: list["ReviewPairsReviewPairsEdges"]
    page_info: "ReviewPairsReviewPairsPageInfo" = Field(alias="pageInfo")
    as_of: date = Field(alias="asOf")
    unseen: list[str]
    explanation: Optional["ReviewPairsReviewPairsExplanation"]


class ReviewPairsReviewPairsEdges(BaseModel):
    node: "ReviewPairsReviewPairsEdgesNode"
    cursor: str


ReviewPairsReviewPairsEdgesNode = ReviewPair
ReviewPairsReviewPairsPageInfo = PageInfo
ReviewPairsReviewPairsExplanation = Explanation
ReviewPairs.model_rebuild()
ReviewPairsReviewPairs.model_rebuild()
ReviewPairsReviewPairsEdges.model_rebuild()
