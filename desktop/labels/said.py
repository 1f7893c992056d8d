"""What setting a label would do, in words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop import words
from desktop.labels.plan import Plan


def _tr(text: str) -> str:
    return QCoreApplication.translate("Labels", text)


def listed(plan: Plan) -> str:
    shown = [f"{value:g}" if isinstance(value, float) else str(value) for value in plan.values]
    text = ", ".join(shown)
    return f"{text} {plan.info.unit}".strip() if plan.info.unit else text


def consequence(plan: Plan) -> str:
    """`Sets style to Lament on 252 tracks; 12 have another value, which is replaced.`"""
    if not plan.changed:
        return _nothing(plan)
    name, count = plan.info.name, words.tracks(plan.changed)
    said = {
        "set": _tr("Sets {field} to {value} on {count}"),
        "add": _tr("Adds {value} to {field} of {count}"),
        "remove": _tr("Removes {value} from {field} of {count}"),
        "clear": _tr("Leaves {count} without {field}, whatever their tags say"),
    }[plan.asked.mode].format(field=name, value=listed(plan), count=count)
    more = []
    if plan.replaced and plan.asked.mode in ("set", "add"):
        more.append(_replaced(plan.replaced))
    if plan.same:
        more.append(_same(plan))
    return "; ".join([said, *more]) + "." + _new_field(plan) + _near(plan)


def _replaced(count: int) -> str:
    if count == 1:
        return _tr("1 has another value, which is replaced")
    return _tr("{} have another value, which is replaced").format(words.number(count))


def _same(plan: Plan) -> str:
    count = words.number(plan.same)
    if plan.asked.mode in ("set", "add"):
        return _tr("1 has it already") if plan.same == 1 else _tr("{} have it already").format(count)
    return _tr("1 does not have it") if plan.same == 1 else _tr("{} do not have it").format(count)


def _nothing(plan: Plan) -> str:
    if not plan.asked.track_ids:
        return _tr("No track is chosen.")
    return {
        "set": _tr("Nothing changes: {} have it already."),
        "add": _tr("Nothing changes: {} have it already."),
        "remove": _tr("Nothing changes: none of {} has it."),
        "clear": _tr("Nothing changes: none of {} has a value."),
    }[plan.asked.mode].format(words.tracks(len(plan.asked.track_ids)))


def _new_field(plan: Plan) -> str:
    return _tr(" {} is a new field.").format(plan.info.name) if plan.is_new else ""


def _near(plan: Plan) -> str:
    return "".join(
        _tr(" “{}” is there already; “{}” becomes another value.").format(old, new)
        for new, old in plan.near.items()
    )
