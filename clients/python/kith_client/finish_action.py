from pydantic import Field

from .base_model import BaseModel
from .fragments import Recorded


class FinishAction(BaseModel):
    finish_action: "FinishActionFinishAction" = Field(alias="finishAction")


FinishActionFinishAction = Recorded
FinishAction.model_rebuild()
