from typing import Annotated, Literal, Optional, Union

from pydantic import Field

from .base_model import BaseModel
from .fragments import (
    Area,
    Asset,
    Family,
    Need,
    Organisation,
    Person,
    Practitioner,
    Service,
)


class Nodes(BaseModel):
    nodes: list[
        Optional[
            Annotated[
                Union[
                    "NodesNodesNode",
                    "NodesNodesArea",
                    "NodesNodesAsset",
                    "NodesNodesFamily",
                    "NodesNodesNeed",
                    "NodesNodesOrganisation",
                    "NodesNodesPerson",
                    "NodesNodesPractitioner",
                    "NodesNodesService",
                ],
                Field(discriminator="typename__"),
            ]
        ]
    ]


class NodesNodesNode(BaseModel):
    typename__: Literal["Node"] = Field(alias="__typename")


class NodesNodesArea(Area):
    typename__: Literal["Area"] = Field(alias="__typename")


class NodesNodesAsset(Asset):
    typename__: Literal["Asset"] = Field(alias="__typename")


class NodesNodesFamily(Family):
    typename__: Literal["Family"] = Field(alias="__typename")


class NodesNodesNeed(Need):
    typename__: Literal["Need"] = Field(alias="__typename")


class NodesNodesOrganisation(Organisation):
    typename__: Literal["Organisation"] = Field(alias="__typename")


class NodesNodesPerson(Person):
    typename__: Literal["Person"] = Field(alias="__typename")


class NodesNodesPractitioner(Practitioner):
    typename__: Literal["Practitioner"] = Field(alias="__typename")


class NodesNodesService(Service):
    typename__: Literal["Service"] = Field(alias="__typename")


Nodes.model_rebuild()
