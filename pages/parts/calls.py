"""需要领导出面: gathered from the urgent indicators and three ledgers, shown as a short list."""

from typing import Any

from pages.parts.asked import asked
from pages.parts.chart import block, empty
from pages.parts.data import Now, filled, rows, targets, things
from pages.parts.menu import go
from pages.parts.picture import picture
from pages.parts.view import View
from services import attention
from services.attention import Call
from services.figures.html import calls as drawn
from services.ledgers import needs

LATE = ("reform", "elections", "weak_orgs")  # whose rows are looked at one by one


def calls(view: View, now: Now) -> list[Call]:
    """Give what a leader should take up at the view, at most seven."""
    reform, elections, weak = (_values(view, now, name) for name in LATE)
    patience = int(targets(now.stamp, view.as_of, view.batch)[attention.PATIENCE])
    late = {id: things(now.stamp, view, id) for id in attention.urgent()}
    return attention.calls(late, reform, elections, weak, view.as_of, patience)


def _values(view: View, now: Now, name: str) -> list[dict[str, Any]]:
    found = [row["values"] for row in rows(now.stamp, view.batch, name)]
    domain = view.where.get("domain")
    if not domain:
        return found
    units = {row["values"]["name"] for row in rows(now.stamp, view.batch, "units", (("domain", domain),))}
    return [values for values in found if values["unit"] in units]


def call_list(found: list[Call]) -> None:
    """Show who, why and how many days; each leads to the unit."""
    view, now = asked()
    known = {each.id for id in attention.urgent() for each in needs(id)}
    if not filled(now.stamp, view.batch) & {*LATE, *known}:
        title, nothing = "需要领导出面的事", "上传台账后，超过时限的事项列在这里。"
    else:
        title = f"{len(found)}件事需要领导出面" if found else "目前没有需要领导出面的事"
        nothing = "没有超过时限的事项。"
    with block(title, "超过时限的事项，各类先取最久的" if found else "", key="calls"):
        if not found:
            empty(nothing)
            return
        listed = [(call.unit, call.unit, call.reason, call.days) for call in found]
        if target := picture(drawn.calls(listed, title), "calls"):
            go("unit", view, now, unit=target)
