from pydantic import Field

from .base_model import BaseModel
from .fragments import SavedAnswerTold


class SavedAnswer(BaseModel):
    saved_answer: "SavedAnswerSavedAnswer" = Field(alias="savedAnswer")


SavedAnswerSavedAnswer = SavedAnswerTold
SavedAnswer.model_rebuild()
