"""Maps: two dimensions of many, how far they can be believed, and what moved between two of them."""

from core.maps.kept import KeptMap, MapInfo, delete_map, list_maps, read_map
from core.maps.request import (
    MapRequest,
    MapResult,
    MoversRequest,
    PlaceRequest,
    PlaceResult,
    SeparationRequest,
    StabilityRequest,
    StabilityResult,
)

__all__ = [
    "KeptMap",
    "MapInfo",
    "MapRequest",
    "MapResult",
    "MoversRequest",
    "PlaceRequest",
    "PlaceResult",
    "SeparationRequest",
    "StabilityRequest",
    "StabilityResult",
    "delete_map",
    "list_maps",
    "read_map",
]
