"""Tables and pictures of maps: what they say, and that they are whole."""

from __future__ import annotations

import xml.etree.ElementTree as ElementTree
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

from core.errors import FileProblem, RequestProblem
from core.maps import KeptMap, MapInfo, export
from core.maps.export import caption, check_ending, draw_picture, looks
from core.store import Collection
from tests.core.maps.conftest import drawn

SVG = "{http://www.w3.org/2000/svg}"
ODD = ["<b>&\"rock\"</b> 'n' roll", "$\\frac{a$", "_hidden", "日本語", "other", "none", "x" * 60]


def made(n: int, method: str = "tsne", **settings: Any) -> KeptMap:
    given: dict[str, Any] = {"layer": "only", "steps": 750, "explained": [0.5, 0.25], "metric": "cosine"}
    if method == "tsne":
        given |= {"perplexity": 30.0, "divergence": 1.234}
    trust = {"trustworthiness": 0.9, "continuity": 0.8, "kept": 0.5, "k": 15, "kept_by_chance": 0.1}
    made_at = datetime(2026, 3, 4, tzinfo=UTC)
    info = MapInfo(7, "ears", 1, method, 42, given | settings, trust, n + 5, n, made_at)
    points = np.random.default_rng(0).normal(size=(n, 2)).astype(np.float32)
    columns = {"track_ids": np.arange(1, n + 1), "points": points, "placed": np.zeros(n, bool)}
    return KeptMap(info, columns)


def texts(path: Path) -> list[str]:
    return [text.text or "" for text in ElementTree.parse(path).getroot().iter(f"{SVG}text")]


@pytest.mark.parametrize("method", ["pca", "tsne", "umap"])
@pytest.mark.parametrize("n", [1, 3, 120])
def test_a_picture_says_how_it_was_drawn(tmp_path: Path, method: str, n: int) -> None:
    kept = made(n, method)
    values = {id_: [ODD[id_ % 7]] for id_ in range(1, n + 1) if id_ % 5}
    for ending in ("svg", "png"):
        draw_picture(tmp_path / f"map.{ending}", kept, "genre", values)
    said = texts(tmp_path / "map.svg")
    assert set(caption(kept.info)) <= set(said)
    assert any("seed 42" in line for line in said)
    for id_ in values:
        name = values[id_][0]
        shown = name if name != ODD[-1] else "x" * 20
        assert any(shown in line for line in said) or " " in name
    with Image.open(tmp_path / "map.png") as picture:
        picture.load()
        assert picture.width > 1000
        assert picture.text["Description"] == " ".join(caption(kept.info))
        assert picture.text["Title"] == caption(kept.info)[0]
    first = (tmp_path / "map.svg").read_bytes()
    draw_picture(tmp_path / "map.svg", kept, "genre", values)
    assert (tmp_path / "map.svg").read_bytes() == first


def test_no_word_is_cut_off(tmp_path: Path) -> None:
    """Not even of forty long names and a long query: nothing but white is at the picture's edge."""
    kept = made(200, "pca", query="title:" + "long " * 80)
    values = {id_: [f"{id_ % 40} {'very long name ' * 4}"] for id_ in range(1, 201)}
    draw_picture(tmp_path / "map.png", kept, "a field of a name that is long, too", values)
    with Image.open(tmp_path / "map.png") as picture:
        pixels = np.asarray(picture.convert("L"))
    for edge in (pixels[:9], pixels[-9:], pixels[:, :9], pixels[:, -9:]):
        assert (edge == 255).all()


def test_the_legend_has_every_class_and_all_that_is_past_the_twelfth(tmp_path: Path) -> None:
    values = {id_: [f"class {min(id_ // 4, 14):02}"] for id_ in range(61)}
    found = looks(values, range(64))
    assert [name for name, _, _ in found][-2:] == ["other", "none"]
    assert len(found) == 14
    assert sum(len(ids) for _, _, ids in found) == 64
    assert found[0][0] == "class 14"
    assert found[-1][2] == [61, 62, 63]
    assert len({(look.colour, look.mark, look.hollow) for _, look, _ in found}) == 14
    values = {1: ["none"], 2: ["other"], 3: ["other"]}
    own = looks(values, range(5))
    assert [(name, ids) for name, _, ids in own] == [("other", [2, 3]), ("none", [1]), ("none", [0, 4])]
    assert own[1][1] != own[2][1]


def test_thousands_are_dots_and_their_legend_is_seen(tmp_path: Path) -> None:
    kept = made(6000, "umap")
    values = {id_: [f"class {id_ % 12}"] for id_ in range(1, 6001)}
    draw_picture(tmp_path / "map.svg", kept, "genre", values)
    said = texts(tmp_path / "map.svg")
    assert sum(line.startswith("class ") and line.endswith("  500") for line in said) == 12


def test_without_a_field_there_is_no_legend(tmp_path: Path) -> None:
    draw_picture(tmp_path / "map.svg", made(20), "", {})
    assert not any("none" in line for line in texts(tmp_path / "map.svg"))


def test_what_a_caption_tells() -> None:
    info = made(12, query='artist:"Bill & <Ann>"', stopped=True).info
    info.trust.update(placed=3, sampled=2000, wander=0.21, drawings=4)
    how, shown, believed, made_by = caption(info)
    assert how == (
        "t-SNE of ears, layer only; perplexity 30, metric cosine, divergence 1.234; seed 42; 750 steps, "
        "stopped before it had formed."
    )
    assert shown == '12 of 17 tracks shown, 3 of them placed later, of the query “artist:"Bill & <Ann>"”.'
    assert believed == (
        "Trustworthiness 0.900, continuity 0.800; 50% of the 15 nearest are so here, too (by chance 10.0%); "
        "judged on 2,000 tracks. Drawn again, 4 ×: tracks wander 21% of its radius."
    )
    assert made_by == f"Map 7, 2026-03-04, Soundings {export.__version__}."
    assert "axes are principal components, metric cosine" in caption(made(3, "pca").info)[0]


def test_rows_of_a_table(shelf: Collection) -> None:
    kept = drawn(shelf)
    lines = export.rows(kept, {1: "a.wav"}, {1: ["raga", "reel"]})
    assert len(lines) == 60
    assert (lines[0]["path"], lines[0]["value"], lines[1]["value"]) == ("a.wav", "raga;reel", "")
    assert [lines[5]["x"], lines[5]["y"]] == kept.points[5].tolist()
    assert lines[5]["trustworthiness"] == pytest.approx(kept.columns["trustworthiness"][5], abs=1e-6)


def test_a_picture_is_replaced_whole_or_not_at_all(tmp_path: Path) -> None:
    path = tmp_path / "map.png"
    path.write_text("older")
    draw_picture(path, made(5), "", {})
    assert path.read_bytes().startswith(b"\x89PNG")
    with pytest.raises(FileProblem, match=r"cannot be used"):
        draw_picture(path / "inside.png", made(5), "", {})
    (tmp_path / "folder.svg").mkdir()
    with pytest.raises(FileProblem):
        draw_picture(tmp_path / "folder.svg", made(5), "", {})
    assert sorted(one.name for one in tmp_path.iterdir()) == ["folder.svg", "map.png"]


@pytest.mark.parametrize("name", ["map", "map.jpg", "map.png.zip", ".svg"])
def test_an_unknown_ending_is_said(name: str) -> None:
    with pytest.raises(RequestProblem, match=r"Name a file that ends in \.csv, \.tsv, \.png, \.svg\."):
        check_ending(Path(name))
    for ending in ("csv", "TSV", "png", "Svg"):
        check_ending(Path(f"map.{ending}"))
