"""A cover for every album, drawn from its palette."""

from __future__ import annotations

import functools
import io

import numpy as np
from PIL import Image, ImageDraw

from core.demo.artists import Album, Artist, album, artist, generator

SIZE = 320


@functools.lru_cache(maxsize=64)
def cover(style_number: int, artist_number: int, number: int) -> tuple[bytes, str]:
    """The picture and its media type: PNG for one half of the albums, JPEG for the other."""
    of, made_by = album(style_number, artist_number, number), artist(style_number, artist_number)
    picture = Image.new("RGB", (SIZE, SIZE), of.palette[0])
    rng = generator(8, style_number, artist_number, number)
    {"rings": _rings, "stripes": _stripes, "hills": _hills, "tiles": _tiles, "leaves": _leaves}[of.shape](
        ImageDraw.Draw(picture), of, rng
    )
    _name(ImageDraw.Draw(picture), of, made_by)
    data = io.BytesIO()
    if (style_number + number) % 2:
        picture.save(data, "JPEG", quality=85)
        return data.getvalue(), "image/jpeg"
    picture.save(data, "PNG")
    return data.getvalue(), "image/png"


def _rings(draw: ImageDraw.ImageDraw, of: Album, rng: np.random.Generator) -> None:
    x, y = rng.integers(60, SIZE - 60, 2)
    for k, radius in enumerate(range(200, 10, -int(rng.integers(16, 40)))):
        draw.ellipse((x - radius, y - radius, x + radius, y + radius), fill=of.palette[(k + 1) % 3])


def _stripes(draw: ImageDraw.ImageDraw, of: Album, rng: np.random.Generator) -> None:
    lean = int(rng.integers(-120, 120))
    for k, x in enumerate(range(-150, SIZE + 150, int(rng.integers(18, 60)))):
        draw.line((x, 0, x + lean, SIZE), fill=of.palette[1 + k % 2], width=int(rng.integers(4, 22)))


def _hills(draw: ImageDraw.ImageDraw, of: Album, rng: np.random.Generator) -> None:
    draw.ellipse((200, 40, 270, 110), fill=of.palette[2])
    for k in range(3):
        x = np.arange(0, SIZE + 8, 8)
        y = 140 + 55 * k + 28 * np.sin(x / rng.uniform(30, 90) + rng.uniform(0, 6))
        draw.polygon(
            [(0, SIZE), *zip(x.tolist(), y.tolist(), strict=True), (SIZE, SIZE)],
            fill=of.palette[(1, 2, 0)[k]],
        )


def _tiles(draw: ImageDraw.ImageDraw, of: Album, rng: np.random.Generator) -> None:
    side = int(rng.choice([32, 40, 64]))
    for x in range(0, SIZE, side):
        for y in range(0, SIZE, side):
            if rng.random() < 0.55:
                draw.pieslice(
                    (x, y, x + 2 * side, y + 2 * side), 180, 270, fill=of.palette[int(rng.integers(1, 3))]
                )


def _leaves(draw: ImageDraw.ImageDraw, of: Album, rng: np.random.Generator) -> None:
    for _ in range(int(rng.integers(14, 34))):
        x, y = rng.integers(0, SIZE, 2)
        width, height = rng.integers(14, 40), rng.integers(40, 110)
        draw.ellipse((x, y, x + width, y + height), fill=of.palette[int(rng.integers(1, 3))])


def _name(draw: ImageDraw.ImageDraw, of: Album, made_by: Artist) -> None:
    draw.rectangle((0, SIZE - 44, SIZE, SIZE), fill=of.palette[0])
    draw.text((14, SIZE - 34), made_by.name, fill=of.palette[2], font_size=18)
