from pydantic import Field

from .base_model import BaseModel
from .fragments import SavedQuestion


class SavedQuestions(BaseModel):
    saved_questions: list["SavedQuestionsSavedQuestions"] = Field(
        alias="savedQuestions"
    )


SavedQuestionsSavedQuestions = SavedQuestion
SavedQuestions.model_rebuild()
