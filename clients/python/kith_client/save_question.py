from pydantic import Field

from .base_model import BaseModel
from .fragments import SavedQuestion


class SaveQuestion(BaseModel):
    save_question: "SaveQuestionSaveQuestion" = Field(alias="saveQuestion")


SaveQuestionSaveQuestion = SavedQuestion
SaveQuestion.model_rebuild()
