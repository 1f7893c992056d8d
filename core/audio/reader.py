"""What every way of reading audio offers: properties, and any span of frames, exactly."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

Samples = NDArray[np.float32]


@dataclass(frozen=True)
class Properties:
    """As the file's header tells; `frames` is None where it does not."""

    container: str
    codec: str
    rate_hz: int
    channels: int
    frames: int | None
    bits: int | None = None

    @property
    def duration_s(self) -> float | None:
        return self.frames / self.rate_hz if self.frames is not None else None


class Reader(Protocol):
    """An open file. Frames count from the first one that a full decode would give."""

    properties: Properties

    def read(self, start: int, count: int | None) -> Samples:
        """Frames [start, start + count) as (frames, channels), fewer where the file ends; None reads on."""
        ...

    def close(self) -> None: ...
