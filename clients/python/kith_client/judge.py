from .base_model import BaseModel
from .fragments import Judged


class Judge(BaseModel):
    judge: "JudgeJudge"


JudgeJudge = Judged
Judge.model_rebuild()
