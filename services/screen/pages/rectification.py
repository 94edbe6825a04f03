"""⑥ 整改与逾期: how much is closed, and what is past its deadline."""

from services import narrative
from services.indicators.things import UNFILLED
from services.ledgers.units import DOMAINS
from services.screen.facts import Facts, Rows
from services.screen.figure import figure
from services.screen.shape import Line, Shown, State
from services.screen.words import bare, footer, meaning, sliced, unreported
from services.screen.work import ahead
from services.share import written

SOON = "临期天数"
COMMON = 3


def page(facts: Facts) -> Shown:
    """Give what is closed and what is overdue: per 领域, or per unit where units may be named."""
    foot = footer(facts, meaning("K17"), "findings")
    if missing := facts.missing("K17"):
        return bare(unreported(missing, "督查问题整改到哪一步"), foot)
    closed, late, soon = (facts.measure(id) for id in ("K17", "K19", "K20"))
    if not closed or not closed.of:
        return bare(sliced(facts, "没有督查反馈的问题。"), foot)
    title = narrative.rectification(closed, late, soon, str(facts.at.number(SOON)))
    rows = by_unit(facts) if facts.list_units else by_domain(facts)
    columns = ["单位" if facts.list_units else "领域", "超过时限", "最久"]
    return {
        "title": sliced(facts, title),
        "figures": [figure(facts, "K17"), figure(facts, "K19", not_due="" if late and late.n else _not_due(facts))],
        "body": {"kind": "list", "columns": columns, "rows": rows, "empty": "没有超过时限的问题。"},
        "footer": foot,
    }


def points(facts: Facts) -> list[str]:
    """Give the states, what was closed in time, how long it took, what is common, and the pace."""
    closed, in_time, days, common = (facts.reported(id) for id in ("K17", "K18", "K21", "K22"))
    if not closed or not closed.of:
        return []
    said = ["、".join(f"{state}{count}项" for state, count in closed.values["states"].items() if count) + "。"]
    if in_time and in_time.of:
        said.append(f"到期的问题按期销号{in_time.n}/{in_time.of}项（{in_time.percent}）。")
    if days and days.values["mean"] is not None:
        said.append(f"已销号的平均用{written(days.values['mean'])}天，中位数{written(days.values['median'])}天。")
    if common:
        most = common.values["categories"][:COMMON]
        listed = "、".join(f"{each['name']}（{each['units']}家{each['items']}项）" for each in most)
        said.append(f"共性问题：{listed}。")
    return [*said, *filter(None, [ahead(facts, "K17")])]


def by_unit(facts: Facts) -> list[Line]:
    """Give one row per unit with overdue findings, in official order."""
    return [_line(unit, facts.short(unit), rows, "late") for unit, rows in _grouped(facts, "unit").items()]


def by_domain(facts: Facts) -> list[Line]:
    """Give one row per 领域 with overdue findings, in official order."""
    found = _grouped(facts, "domain")
    return [_line(word, word, found[word], None) for word in (*DOMAINS, UNFILLED) if word in found]


def _grouped(facts: Facts, field: str) -> dict[str, Rows]:
    found: dict[str, Rows] = {}
    for thing in facts.things("K19"):
        found.setdefault(thing[field] or UNFILLED, []).append(thing)
    return found


def _line(id: str, label: str, rows: Rows, state: State | None) -> Line:
    longest = max(row["late"] for row in rows)
    return {"id": id, "cells": [label, f"{len(rows)}项", f"{longest}天"], "state": state}


def _not_due(facts: Facts) -> str:
    """Give the word for it where no deadline has come yet, which is another thing than all being closed by theirs."""
    fell_due = facts.measure("K18")
    return "" if fell_due and fell_due.of else "都还没有到整改时限"
