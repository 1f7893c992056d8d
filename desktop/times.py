"""How moments in a track are said: minutes and seconds, as a clock does."""

from __future__ import annotations

LONG_S = 10.0


def clock(seconds: float, digits: int = 0) -> str:
    """`3:08`, `1:02:03`, with tenths as `0:43.6`."""
    unit = 10**digits
    whole = int(max(seconds, 0.0) * unit + 0.5)
    rest, part = divmod(whole, unit)
    minutes, second = divmod(rest, 60)
    hours, minute = divmod(minutes, 60)
    said = f"{hours}:{minute:02}:{second:02}" if hours else f"{minute}:{second:02}"
    return f"{said}.{part:0{digits}}" if digits else said


def span_words(start_s: float, end_s: float) -> str:
    """`2:19–2:43`; with tenths where a span is short and does not begin and end with a second."""
    is_whole = all(abs(at - round(at)) < 0.05 for at in (start_s, end_s))
    digits = 0 if is_whole or end_s - start_s >= LONG_S else 1
    return f"{clock(start_s, digits)}–{clock(end_s, digits)}"
