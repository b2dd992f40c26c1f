from pydantic import Field

from .base_model import BaseModel
from .fragments import FamilyChange


class FamilyChanged(BaseModel):
    family_changed: "FamilyChangedFamilyChanged" = Field(alias="familyChanged")


FamilyChangedFamilyChanged = FamilyChange
FamilyChanged.model_rebuild()
