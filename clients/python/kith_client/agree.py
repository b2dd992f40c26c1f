from .base_model import BaseModel
from .fragments import Recorded


class Agree(BaseModel):
    agree: "AgreeAgree"


AgreeAgree = Recorded
Agree.model_rebuild()
