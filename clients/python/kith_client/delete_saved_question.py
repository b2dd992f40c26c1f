from pydantic import Field

from .base_model import BaseModel
from .fragments import Unsaved


class DeleteSavedQuestion(BaseModel):
    delete_saved_question: "DeleteSavedQuestionDeleteSavedQuestion" = Field(
        alias="deleteSavedQuestion"
    )


DeleteSavedQuestionDeleteSavedQuestion = Unsaved
DeleteSavedQuestion.model_rebuild()
