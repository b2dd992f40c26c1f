from pydantic import Field

from .base_model import BaseModel
from .fragments import OfferKept


class RegisterOffer(BaseModel):
    register_offer: "RegisterOfferRegisterOffer" = Field(alias="registerOffer")


RegisterOfferRegisterOffer = OfferKept
RegisterOffer.model_rebuild()
