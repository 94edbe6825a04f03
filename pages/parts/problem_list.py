"""What is wrong in a sheet: problems of one kind together, errors first, each with its cells and how to mend."""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from html import escape

import pandas as pd
import streamlit as st

from pages.parts.sheet_grid import around
from services.batches.excerpt import Excerpt
from services.errors import Level, Problem

LEVELS = {"error": "错误", "warning": "提醒"}
# Groups and values that are shown; cells named of the only value, and of one among several.
GROUPS, VALUES, CELLS, PLACES = 30, 8, 14, 4
# What a sentence says of one row only: a day is left out of the common sentence, other words are cut to a dash.
DAY, OWN = re.compile(r"\d{4}-\d\d-\d\d"), re.compile(r"(?<=“)[^”]*(?=”)|\d+(?:\.\d+)?")


@dataclass
class Group:
    """The problems that share one sentence, or one but for the days and words of their rows."""

    level: Level
    common: str
    problems: list[Problem] = field(default_factory=list)

    @property
    def message(self) -> str:
        """The sentence they share."""
        return self.common if self._varied else self.problems[0].message

    @property
    def fix(self) -> str | None:
        """How to mend them all, None where each needs its own word."""
        fixes = {problem.fix for problem in self.problems}
        return fixes.pop() if len(fixes) == 1 else None

    @property
    def alike(self) -> bool:
        """Say whether nothing but the cell and what stands in it differs."""
        return self.fix is not None and not self._varied

    @property
    def _varied(self) -> bool:
        return len({problem.message for problem in self.problems}) > 1

    def by_value(self) -> dict[tuple[str, str], list[Problem]]:
        """Give the problems by what stands in the cell and what is to be said of it alone."""
        found: dict[tuple[str, str], list[Problem]] = defaultdict(list)
        for problem in self.problems:
            own = [problem.message] * self._varied + [problem.fix] * (self.fix is None)
            found[problem.value, "；".join(filter(None, own))].append(problem)
        return found


def grouped(problems: Iterable[Problem]) -> list[Group]:
    """Give the problems by sentence, errors before warnings, else in the order of the sheet."""
    groups: dict[tuple[str, ...], Group] = {}
    for problem in problems:
        common = _common(problem)
        at = (problem.level, problem.code, common)
        groups.setdefault(at, Group(problem.level, common)).problems.append(problem)
    return sorted(groups.values(), key=lambda group: group.level != "error")


def _common(problem: Problem) -> str:
    """Give the sentence without what it says of its own row; one about the whole sheet stays as it is."""
    return problem.message if problem.line is None else OWN.sub("…", DAY.sub("", problem.message))


def problem_list(problems: tuple[Problem, ...], key: str, excerpt: Excerpt) -> None:
    """Show the problems of a sheet, each sentence with a picture of one place; every cell is at hand."""
    groups = grouped(problems)
    st.html("".join(_group(group, excerpt, group is groups[0]) for group in groups[:GROUPS]))
    if len(groups) > GROUPS or any(len(group.problems) > VALUES for group in groups):
        every = st.expander(f"逐格列出全部 {len(problems)} 处", key=key, on_change="rerun")
        if every.open:
            every.dataframe(table(groups), hide_index=True, alt="文件中的全部错误和提醒")


def table(groups: list[Group]) -> pd.DataFrame:
    """Give one row per problem: level, cell, what stands there, what is wrong, how to mend."""
    names = ["级别", "单元格", "写的是", "哪里不对", "怎么改"]
    rows = [(LEVELS[p.level], p.cell or "", p.value, p.message, p.fix) for group in groups for p in group.problems]
    return pd.DataFrame(rows, columns=names)


def _group(group: Group, excerpt: Excerpt, first: bool) -> str:
    count = f' <span class="note">{len(group.problems)} 处</span>' if len(group.problems) > 1 else ""
    said = f'<div class="note">怎么改：{escape(group.fix)}</div>' if group.fix else ""
    body = _cells(group) if group.alike else _values(group)
    return (
        f'<div class="problem {group.level}"><em>{LEVELS[group.level]}</em><div>'
        f"<div>{escape(group.message)}{count}</div>{said}{body}{_picture(group, excerpt, first)}</div></div>"
    )


def _picture(group: Group, excerpt: Excerpt, unfolded: bool) -> str:
    """The sheet around the first cell of the group, folded away until it is asked for."""
    cell = next((problem.cell for problem in group.problems if problem.cell), None)
    drawn = around(excerpt, cell, group.level) if cell else ""
    opened = " open" if unfolded else ""
    return f"<details{opened}><summary>看 {escape(cell or '')} 在表里的位置</summary>{drawn}</details>" if drawn else ""


def _cells(group: Group) -> str:
    """Problems that need no word of their own: what stands in the cells, each value once."""
    values = [(value, found) for (value, _), found in group.by_value().items() if any(each.cell for each in found)]
    most = CELLS if len(values) == 1 else PLACES
    chips = "".join(
        f"<span><i>{escape(_places(found, most))}</i>{_written(value, found[0])}</span>"
        for value, found in values[:CELLS]
    )
    return f'<div class="chips">{chips}{_more(len(values) - CELLS)}</div>'


def _values(group: Group) -> str:
    """Problems of which each needs a word: what stands there, its cells, that word."""
    values = list(group.by_value().items())
    lines = "".join(
        f'<div class="chips"><span><i>{escape(_places(found, PLACES))}</i>{_written(value, found[0])}</span>'
        f'<span class="note">{escape(own)}</span></div>'
        for (value, own), found in values[:VALUES]
    )
    return f"{lines}{_more(len(values) - VALUES)}"


def _written(value: str, problem: Problem) -> str:
    """What stands in the cell; a problem of the whole sheet points at a cell without speaking of it."""
    return escape(value) or ("（空白）" if problem.line is not None else "")


def _places(problems: list[Problem], most: int) -> str:
    cells = [problem.cell for problem in problems if problem.cell]
    return "、".join(cells[:most]) + (f" 等 {len(cells)} 处" if len(cells) > most else "")


def _more(left: int) -> str:
    return f'<span class="note">还有 {left} 种，见下面的清单</span>' if left > 0 else ""
