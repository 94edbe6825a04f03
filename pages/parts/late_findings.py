"""The overdue findings one by one: fed back, due, today."""

from datetime import date

from pages.parts.asked import asked
from pages.parts.chart import Listed, block, empty, lists, pick
from pages.parts.data import behind
from pages.parts.menu import go
from pages.parts.names import short_names
from pages.parts.numbers import Table
from pages.parts.reported import unreported
from pages.parts.theme import dark
from services.figures.dumbbells import Overdue, dumbbells

AT_MOST = 10


def late_findings() -> None:
    """Show the longest overdue ones; a click leads to those of the unit."""
    view, now = asked()
    names = short_names()
    found = sorted((row["values"] for row in behind(now.stamp, view, "K19", "n")), key=lambda each: each["due_on"])
    shown = found[:AT_MOST]
    finding = f"{len(found)}项超过时限的问题" + (f"，最久的{AT_MOST}项" if len(found) > AT_MOST else "")
    missing = unreported("K19")
    title = finding if found else "超过时限的问题" if missing else "没有超过时限的问题"
    with block(title, "反馈 → 时限 → 截至日 · 点一端看这家单位超过时限的问题" if found else "", "K19", key="late"):
        if missing:
            empty(f"上传{missing}后，这里逐项显示超过时限的问题。")
            return
        if not found:
            empty("有时限的问题都已销号，或还没有到期。")
            return
        drawn = [
            Overdue(
                each["unit"], names.get(each["unit"], each["unit"]), each.get("category") or "",
                date.fromisoformat(each["fed_back_on"]), date.fromisoformat(each["due_on"]),
            )
            for each in shown
        ]  # fmt: skip
        alt = f"{finding}，每项从反馈、时限到截至日的长短"
        if clicked := pick(dumbbells(drawn, view.as_of, dark()), alt, "late"):
            go("rows", view, now, k="K19", part="n", unit=clicked[0])
        table = Table(
            ["单位", "类别", "反馈", "时限", "超过天数"],
            [
                [
                    each.unit,
                    each.label,
                    each.fed_back_on.isoformat(),
                    each.due_on.isoformat(),
                    (view.as_of - each.due_on).days,
                ]
                for each in drawn
            ],
        )
        lists(Listed("看名单", "K19", "n", len(found)), table=table)
