"""What a header says of the sound in a file."""

from __future__ import annotations

from dataclasses import dataclass


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
