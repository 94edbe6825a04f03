"""The 口径 page's tables: indicators, rules and settings as rows of HTML cells, every word escaped."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from html import escape, unescape
from re import sub
from typing import Any
from urllib.parse import urlencode

from pages.parts import data
from pages.parts.data import Now
from pages.parts.effect_view import number
from pages.parts.measured import measure
from pages.parts.view import View
from services.batches.repeats import LIKENESS
from services.codes import Figure, codes
from services.indicators import Indicator, Measure
from services.indicators.targets import DEFAULTS
from services.ledger import Source
from services.ledgers import indicators, ledgers

LEVELS = {"error": "错误", "warning": "提醒"}
Row = tuple[str, ...]


def indicator_rows(now: Now, view: View) -> Iterator[Row]:
    """Give id, name, the figure at the view with its list, definition, source of every indicator."""
    settings = data.targets(now.stamp, view.as_of, view.batch)
    found = {id: measure(now.stamp, view, id) for id in indicators()}
    figures = {id: Figure(id, "n", view.as_of, view.batch) for id, measured in found.items() if measured and measured.n}
    known = codes(data.store(), figures.values())
    for id, each in indicators().items():
        measured = found[id]
        text = shown(measured) if measured else "—"
        if figure := figures.get(id):
            query = urlencode(view.params(now.day, k=id, part="n"))
            text += f'<br><a href="rows?{escape(query)}" target="_self">看名单</a>'
            text += f'<div class="code">{escape(known.get(figure.named(), ""))}</div>'
        yield id, escape(each.name), text, definition(each), source(each.source, in_force(each, settings))


def shown(measured: Measure) -> str:
    """Give a figure with its percent on the same line."""
    share = f" <small>{escape(measured.percent or '')}</small>" if measured.of is not None else ""
    return f"{escape(number(measured))}{share}"


def definition(indicator: Indicator) -> str:
    """Give numerator, denominator and note as lines."""
    first = "分子" if indicator.share else "数的是"
    lines = ((first, indicator.numerator), ("分母", indicator.denominator), ("说明", indicator.note))
    return "".join(f"<div><i>{title}</i>{escape(text)}</div>" for title, text in lines if text)


def in_force(indicator: Indicator, settings: dict[str, str]) -> dict[str, str]:
    """Give the settings an indicator depends on, with their values."""
    return {item: value for item, value in settings.items() if item in (indicator.target, *indicator.settings)}


def source(cited: Source, settings: dict[str, str] | None = None) -> str:
    """Give where a definition comes from: a regulation by name, else 本系统约定; and the values in force."""
    text = escape(cited.text if cited.mark in "AB" or "约定" in cited.text else f"本系统约定：{cited.text}")
    values = "".join(f"<div>{escape(item)}：<b>{escape(value)}</b></div>" for item, value in (settings or {}).items())
    return f"<div>{text}</div>{values}"


def rule_rows() -> Iterator[Row]:
    """Give ledger, level, rule and source of every rule; a ledger's required columns are its first rule."""
    for ledger in ledgers().values():
        must = "、".join(column.title for column in ledger.required)
        if must:
            yield escape(ledger.title), LEVELS["error"], f"必须有的列：{escape(must)}", "本系统约定"
        for rule in ledger.rules:
            yield escape(ledger.title), LEVELS[rule.level], escape(rule.text), source(rule.source)
        if ledger.near:
            title = escape(ledger.by_id[ledger.near].title)
            near = f"新的一行与同一单位另一行的“{title}”相似 {LIKENESS}% 以上时，提醒核对是否重复"
            yield escape(ledger.title), LEVELS["warning"], near, "本系统约定"


def setting_rows(now: Now, view: View) -> Iterator[Row]:
    """Give item, value in force, since when, basis and note of every setting; defaults hold from the beginning."""
    dated: dict[str, dict[str, Any]] = {}
    for row in data.rows(now.stamp, view.batch, "targets"):
        values = row["values"]
        known = dated.get(values["item"], {}).get("effective_on", date.min)
        if known <= values["effective_on"] <= view.as_of:
            dated[values["item"]] = values
    for item, value in DEFAULTS.items():
        held = dated.get(item, {"value": value, "effective_on": "自始", "basis": "", "note": "系统预设，没有另行规定"})
        names = ("value", "effective_on", "basis", "note")
        yield escape(item), *(escape(str(held[name] or "")) for name in names)


def table(title: str, word: str, names: Sequence[str], rows: Iterable[Row], words: Sequence[str]) -> str | None:
    """Give a section with the rows that hold all of `words`, None where none does."""
    every = list(rows)
    kept = [row for row in every if all(wanted.lower() in plain(row).lower() for wanted in words)]
    if not kept:
        return None
    head = "".join(f"<th>{name}</th>" for name in names)
    body = "".join(_line(row, before) for row, before in zip(kept, [None, *kept], strict=False))
    count = f"{len(kept)} 条" if len(kept) == len(every) else f"找到 {len(kept)} 条，共 {len(every)} 条"
    return (
        f'<h3 class="finding">{title}</h3><div class="note">{count} · {word}</div>'
        f'<table class="plain cols{len(names)}"><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>'
    )


def _line(row: Row, before: Row | None) -> str:
    """Give a row of the table; what its first cell shares with the row before is not said again."""
    first = "" if before and before[0] == row[0] else row[0]
    return f"<tr>{''.join(f'<td>{cell}</td>' for cell in (first, *row[1:]))}</tr>"


def plain(row: Row) -> str:
    """Give the words of a row without their tags."""
    return unescape(sub("<[^>]*>", " ", " ".join(row)))
