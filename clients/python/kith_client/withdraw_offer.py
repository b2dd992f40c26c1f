from pydantic import Field

from .base_model import BaseModel
from .fragments import OfferKept


class WithdrawOffer(BaseModel):
    withdraw_offer: "WithdrawOfferWithdrawOffer" = Field(alias="withdrawOffer")


WithdrawOfferWithdrawOffer = OfferKept
WithdrawOffer.model_rebuild()
