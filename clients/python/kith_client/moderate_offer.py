from pydantic import Field

from .base_model import BaseModel
from .fragments import OfferKept


class ModerateOffer(BaseModel):
    moderate_offer: "ModerateOfferModerateOffer" = Field(alias="moderateOffer")


ModerateOfferModerateOffer = OfferKept
ModerateOffer.model_rebuild()
