from typing import Optional

from pydantic import Field

from .base_model import BaseModel


class OfferForm(BaseModel):
    """What a community organisation offers. Whoever it is, its name, kind and one need are all it must have."""

    organisation: str
    "Who offers it."
    full_name: str = Field(alias="fullName")
    "What it is called; registered again under its name, it takes its own place."
    kind: str
    "`service` or `asset`."
    needs: list[str]
    "What it helps with, by code or words."
    description: Optional[str] = None
    "In a few sentences."
    areas: Optional[list[str]] = None
    "Areas it is for, by name or GSS code."
    address: Optional[str] = None
    "Where it is."
    postcode: Optional[str] = None
    "Its whole postcode."
    when: Optional[str] = None
    "When: Fridays 12 to 2."
    ages: Optional[str] = None
    "`5-11`, `18 and over`, `under 25`, `all ages`."
    contact: Optional[str] = None
    "Whom to ask, and how."
    url: Optional[str] = None
    "Its web site."
    capacity: Optional[str] = None
    "How many places are free, or words of it."
