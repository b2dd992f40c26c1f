from pydantic import Field

from .base_model import BaseModel
from .fragments import Judged


class TakeBack(BaseModel):
    take_back: "TakeBackTakeBack" = Field(alias="takeBack")


TakeBackTakeBack = Judged
TakeBack.model_rebuild()
