"""GTZAN: 1,000 clips of 10 genres, with the two splits that the literature uses.

`fault-filtered` is the 443/197/290 lists of Kereliuk, Sturm and Larsen, which
leave out repeats and distortions and part artists; torchaudio carries them.
`random 800/200` imitates the unfiltered comparisons: a random draw with the
test counts per genre that one of them reports. It shares artists between its
sides, as they do, and the leak guard says so where artists are known.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np

from core.errors import RequestProblem
from core.library.importers.matching import Report, Tracks
from core.library.labels import NewLabel, write_labels
from core.library.splits import Part, store_split
from core.store.collection import Collection

TEST_COUNTS = {
    "blues": 25,
    "classical": 13,
    "country": 18,
    "disco": 17,
    "hiphop": 25,
    "jazz": 16,
    "metal": 27,
    "pop": 23,
    "reggae": 20,
    "rock": 16,
}
EACH = 100


def import_gtzan(collection: Collection, folder: Path, seed: int = 0) -> Report:
    tracks, report = Tracks(collection, folder), Report("GTZAN")
    names = {f"{genre}.{i:05d}": genre for genre in TEST_COUNTS for i in range(EACH)}
    found = {name: id_ for name in names if (id_ := tracks.called(name)) is not None}
    if not found:
        raise RequestProblem(
            f"{folder} does not look like GTZAN: no file such as blues.00000.wav is in it.",
            "Choose the folder that holds the ten genre folders.",
        )
    report.tracks, report.missing = len(found), sorted(set(names) - set(found))
    report.unreadable = tracks.unreadable(found.values())
    with collection.database.writing() as session:
        labels = [NewLabel(id_, "genre", names[name], "import") for name, id_ in found.items()]
        write_labels(session, labels, replace=True)
    report.labels = len(found)
    usable = {name: id_ for name, id_ in found.items() if not tracks.unreadable([id_])}
    filtered = _filtered()
    store_split(
        collection,
        "GTZAN fault-filtered",
        "imported lists",
        {usable[name]: part for name, part in filtered.items() if name in usable},
    )
    store_split(collection, "GTZAN random 800/200", "random", _random(usable, names, seed), seed)
    report.splits = ["GTZAN fault-filtered", "GTZAN random 800/200"]
    lost = sorted(set(filtered) - set(usable))
    if lost:
        report.notes.append(
            f"The fault-filtered lists name {len(lost)} clips that cannot be used: {_few(lost)}."
        )
    return report


def _filtered() -> dict[str, Part]:
    from torchaudio.datasets import gtzan

    lists: list[tuple[Part, list[str]]] = [
        ("train", gtzan.filtered_train),
        ("valid", gtzan.filtered_valid),
        ("test", gtzan.filtered_test),
    ]
    return {name: part for part, names in lists for name in names}


def _random(usable: dict[str, int], names: dict[str, str], seed: int) -> dict[int, Part]:
    rng = np.random.default_rng(seed)
    parts: dict[int, Part] = {}
    for genre, count in TEST_COUNTS.items():
        ids = [id_ for name, id_ in sorted(usable.items()) if names[name] == genre]
        test = set(rng.permutation(len(ids))[:count].tolist())
        parts |= {id_: "test" if i in test else "train" for i, id_ in enumerate(ids)}
    return parts


def _few(names: list[str]) -> str:
    return ", ".join(names[:3]) + ("…" if len(names) > 3 else "")
