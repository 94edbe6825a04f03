"""⑦ 软弱涣散与下一步: the organisations being put right, and what is to be taken up next."""

from collections import Counter

from services import attention
from services.attention import Call
from services.indicators.things import UNFILLED
from services.ledgers.units import DOMAINS
from services.narrative import share
from services.screen.facts import Facts
from services.screen.figure import count, figure
from services.screen.shape import Line, Shown
from services.screen.words import bare, footer, meaning, sliced
from services.screen.work import WORKS, ahead
from services.share import written

LEDGERS = ("weak_orgs", "findings", "reform", "elections")
TO_TAKE_UP = "需要领导出面的事"
NOTHING = "目前没有需要领导出面的事。"


def page(facts: Facts) -> Shown:
    """Give K15 and what a leader should take up: per 领域, or unit by unit where units may be named."""
    foot = footer(facts, meaning("K15"), *LEDGERS)
    found, listed = calls(facts), facts.reported("K15")
    next_step = f"下一步有{len(found)}件事需要领导出面。" if found else NOTHING
    title = sliced(facts, f"{_listed(facts)}；{next_step}")
    if not found and not (listed and listed.of):
        return bare(title, foot)
    late = len(attention.late_weak_orgs(_weak_orgs(facts), facts.at.as_of))
    note = f"{late}个超过整顿时限" if late else None
    return {
        "title": title,
        "figures": [
            figure(facts, "K15", note=note, not_due=_not_due(facts)),
            count(TO_TAKE_UP, len(found), "件", None, "late" if found else None),
        ],
        "body": {
            "kind": "list", "empty": NOTHING,
            "columns": ["单位", "事由", "天数"] if facts.list_units else ["领域", "件数"],
            "rows": by_unit(facts, found) if facts.list_units else by_domain(facts, found),
        },
        "footer": foot,
    }  # fmt: skip


def points(facts: Facts) -> list[str]:
    """Give how long putting right takes, and the pace of the three works."""
    closed = facts.reported("K15a")
    mean = closed.values["mean"] if closed else None
    said = [] if mean is None else [f"已销号的党组织从列入到销号平均用{written(mean)}天。"]
    return [*said, *filter(None, (ahead(facts, id) for id in WORKS))]


def calls(facts: Facts) -> list[Call]:
    """Give what 总览 lists under 需要领导出面."""
    reform, elections = facts.rows("reform"), facts.rows("elections")
    patience = facts.at.number(attention.PATIENCE)
    late = {id: facts.things(id) for id in attention.urgent()}
    return attention.calls(late, reform, elections, _weak_orgs(facts), facts.at.as_of, patience)


def by_unit(facts: Facts, found: list[Call]) -> list[Line]:
    """Give one row per matter, in the official order of the units."""
    order = {unit: place for place, unit in enumerate(facts.units)}
    found = sorted(found, key=lambda call: order.get(call.unit, len(order)))
    return [
        {"id": call.unit, "cells": [facts.short(call.unit), call.reason, f"{call.days}天"], "state": "late"}
        for call in found
    ]


def by_domain(facts: Facts, found: list[Call]) -> list[Line]:
    """Give one row per 领域 with how many matters, in official order."""
    counted = Counter(facts.units.get(call.unit, {}).get("domain") or UNFILLED for call in found)
    words = [word for word in (*DOMAINS, UNFILLED) if counted[word]]
    return [{"id": word, "cells": [word, f"{counted[word]}件"], "state": None} for word in words]


def _weak_orgs(facts: Facts) -> list[dict[str, object]]:
    """Give the rows under a word for the organisation: what it is called is free text."""
    return [{**row, "org": "所属党组织"} for row in facts.rows("weak_orgs")]


def _listed(facts: Facts) -> str:
    if missing := facts.missing("K15"):
        return f"还没有上传{missing}"
    measured = facts.measure("K15")
    if not measured or not measured.of:
        return "今年没有列入整顿的党组织"
    return f"今年列入整顿的党组织{share(measured, '销号')}"


def _not_due(facts: Facts) -> str:
    measured, rows = facts.measure("K15"), facts.rows("weak_orgs")
    waits = measured and measured.of and not measured.n and all(row["due_on"] >= facts.at.as_of for row in rows)
    return "都还没有到整顿时限" if waits else ""
