"""What every way of reading audio offers: properties, and any span of frames, exactly."""

from __future__ import annotations

from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from core.audio.properties import Properties

Samples = NDArray[np.float32]


class Reader(Protocol):
    """An open file. Frames count from the first one that a full decode would give."""

    properties: Properties

    def read(self, start: int, count: int | None) -> Samples:
        """Frames [start, start + count) as (frames, channels), fewer where the file ends; None reads on."""
        ...

    def close(self) -> None: ...
