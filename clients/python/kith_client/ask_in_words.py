from pydantic import Field

from .base_model import BaseModel
from .fragments import InWords


class AskInWords(BaseModel):
    ask_in_words: "AskInWordsAskInWords" = Field(alias="askInWords")


AskInWordsAskInWords = InWords
AskInWords.model_rebuild()
