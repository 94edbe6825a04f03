"""What is wrong in a sheet: problems grouped by their sentence, errors first, each with its cells and how to mend."""

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
GROUPS, CELLS, VALUES = 30, 14, 8


@dataclass
class Group:
    """The problems that share one sentence."""

    level: Level
    message: str
    problems: list[Problem] = field(default_factory=list)

    @property
    def fix(self) -> str | None:
        """How to mend them all, None where each needs its own word."""
        fixes = {problem.fix for problem in self.problems}
        return fixes.pop() if len(fixes) == 1 else None

    def by_value(self) -> dict[tuple[str, str], list[Problem]]:
        """Give the problems by what stands in the cell and how to mend it."""
        found: dict[tuple[str, str], list[Problem]] = defaultdict(list)
        for problem in self.problems:
            found[problem.value, problem.fix].append(problem)
        return found


def grouped(problems: Iterable[Problem]) -> list[Group]:
    """Give the problems by sentence, errors before warnings, else in the order of the sheet."""
    groups: dict[tuple[Level, str], Group] = {}
    for problem in problems:
        at = (problem.level, problem.message)
        groups.setdefault(at, Group(problem.level, problem.message)).problems.append(problem)
    return sorted(groups.values(), key=lambda group: group.level != "error")


def problem_list(problems: tuple[Problem, ...], key: str, excerpt: Excerpt) -> None:
    """Show the problems of a sheet, each sentence with a picture of one place; every cell is at hand."""
    groups = grouped(problems)
    st.html("".join(_group(group, excerpt) for group in groups[:GROUPS]))
    if len(groups) > GROUPS or any(len(group.problems) > VALUES for group in groups):
        every = st.expander(f"逐格列出全部 {len(problems)} 处", key=key, on_change="rerun")
        if every.open:
            every.dataframe(table(groups), hide_index=True, alt="文件中的全部错误和提醒")


def table(groups: list[Group]) -> pd.DataFrame:
    """Give one row per problem: level, cell, what stands there, what is wrong, how to mend."""
    names = ["级别", "单元格", "写的是", "哪里不对", "怎么改"]
    rows = [(LEVELS[p.level], p.cell or "", p.value, p.message, p.fix) for group in groups for p in group.problems]
    return pd.DataFrame(rows, columns=names)


def _group(group: Group, excerpt: Excerpt) -> str:
    count = f' <span class="note">{len(group.problems)} 处</span>' if len(group.problems) > 1 else ""
    body = _cells(group, group.fix) if group.fix is not None else _values(group)
    return (
        f'<div class="problem {group.level}"><em>{LEVELS[group.level]}</em><div>'
        f"<div>{escape(group.message)}{count}</div>{body}{_picture(group, excerpt)}</div></div>"
    )


def _picture(group: Group, excerpt: Excerpt) -> str:
    """The sheet around the first cell of the group, folded away until it is asked for."""
    cell = next((problem.cell for problem in group.problems if problem.cell), None)
    drawn = around(excerpt, cell, group.level) if cell else ""
    return f"<details><summary>看 {escape(cell or '')} 在表里的位置</summary>{drawn}</details>" if drawn else ""


def _cells(group: Group, fix: str) -> str:
    """Problems mended in one way: that way, then cell after cell."""
    chips = "".join(
        f"<span><i>{escape(each.cell)}</i>{escape(each.value) or '（空白）'}</span>"
        for each in group.problems[:CELLS]
        if each.cell
    )
    said = f'<div class="note">怎么改：{escape(fix)}</div>' if fix else ""
    return f'{said}<div class="chips">{chips}{_more(len(group.problems) - CELLS, "处")}</div>'


def _values(group: Group) -> str:
    """Problems mended in different ways: what stands there, its cells, its own way."""
    values = list(group.by_value().items())
    lines = "".join(
        f'<div class="chips"><span><i>{escape(_places(found))}</i>{escape(value) or "（空白）"}</span>'
        f'<span class="note">{escape(fix)}</span></div>'
        for (value, fix), found in values[:VALUES]
    )
    return f"{lines}{_more(len(values) - VALUES, '种')}"


def _places(problems: list[Problem]) -> str:
    cells = [problem.cell for problem in problems if problem.cell]
    return "、".join(cells[:4]) + (f" 等 {len(cells)} 处" if len(cells) > 4 else "")


def _more(left: int, word: str) -> str:
    return f'<span class="note">还有 {left} {word}，见下面的清单</span>' if left > 0 else ""
