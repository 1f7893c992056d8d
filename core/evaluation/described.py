"""Captions told as sums: how they are worded, whether they find their track, whether they name what is true.

So two writers can be compared on the same resamples, and so can the means of several.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from core.evaluation.attributes import Attribute, AttributeSample, Truth, told_apart
from core.evaluation.captions import CaptionSample
from core.evaluation.draws import Draws, Rows
from core.evaluation.retrieval import text_retrieval_sample
from core.evaluation.sums import Part, Sums, Totals, ratio
from core.evaluation.wording import References
from core.progress import ShouldStop, never

Attributes = Mapping[str, tuple[Attribute, Truth]]
"""By field: how texts call its values, and what is true of each track."""


def attributes_of(
    known: Mapping[str, Mapping[int, Sequence[str]]], tracks: Sequence[int]
) -> dict[str, tuple[Attribute, Truth]]:
    """From the values of each field by track; without fields of which nothing is known here."""
    found: dict[str, tuple[Attribute, Truth]] = {}
    for field, of in known.items():
        called = told_apart({value for each in of.values() for value in each})
        named = {
            id_: tuple(dict.fromkeys(called[value] for value in each if value in called))
            for id_, each in of.items()
        }
        truth = [named.get(id_) or None for id_ in tracks]
        if any(truth):
            many = any(len(each) > 1 for each in named.values())
            found[field] = (Attribute(sorted(set(called.values())), many=many), truth)
    return found


class DescribedSample:
    """Medians and means over values have no sums and are left out: `caption_scores` has them."""

    def __init__(
        self,
        said: Sequence[str],
        references: References,
        attributes: Attributes | None = None,
        should_stop: ShouldStop = never,
    ) -> None:
        self.wording = CaptionSample(said, references, should_stop)
        found = text_retrieval_sample(said, references, should_stop)
        self.n, self.fields = self.wording.n, tuple[str, ...]()
        self.reasons = self.wording.reasons | found.reasons
        self.means = tuple(name for name in found.sums.parts if name not in {"tracks", *found.reasons})
        parts = {name: found.sums.parts[name] for name in self.means} | self.wording.sums.parts
        for field, (attribute, truth) in (attributes or {}).items():
            if any(truth):
                parts |= _parts_of(field, attribute, said, truth)
                self.fields += (field,)
        self.sums = Sums(parts)

    def drawn(self, draws: Draws) -> Totals:
        return self.sums.drawn(draws)

    def figures(self, totals: Totals) -> Totals:
        """Those of a field are called `attribute_accuracy of genre`."""
        total = {name: values[0] for name, values in totals.items()}
        found = self.wording.figures(totals)
        found |= {name: total[name] / total["tracks"] for name in self.means if name in total}
        for field in self.fields:
            if f"exact of {field}" in total:
                exact = ratio(total[f"exact of {field}"], total[f"known of {field}"])
                found[f"attribute_accuracy of {field}"] = exact
            elif f"right of {field}" in total:
                below = total[f"named of {field}"] + total[f"true of {field}"]
                found[f"attribute_micro_f1 of {field}"] = ratio(2 * total[f"right of {field}"], below)
        return found


def _parts_of(field: str, attribute: Attribute, said: Sequence[str], truth: Truth) -> dict[str, Part]:
    """Of tracks of which somebody has said what is true."""
    sample = AttributeSample(attribute, said, truth)
    each = {"known": np.ones(sample.n)}
    if attribute.many:
        tables = {"true": sample.true, "named": sample.named, "right": sample.true & sample.named}
        each |= {name: table.sum(1).astype(np.float64) for name, table in tables.items()}
    else:
        each["exact"] = ((sample.true != sample.named).sum(1) == 0).astype(np.float64)
    known = np.array([true is not None for true in truth])
    whole = {name: np.zeros(len(truth)) for name in each}
    for name, values in each.items():
        whole[name][known] = values
    place: Rows = np.where(known, 0, -1)
    return {f"{name} of {field}": Part(values, place) for name, values in whole.items()}
