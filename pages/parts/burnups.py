"""The three burn-ups as small multiples: how each piece of work got here, and where the present pace leads."""

from datetime import date, timedelta
from html import escape

import streamlit as st

from pages.parts.asked import asked
from pages.parts.bounds import bounds
from pages.parts.chart import Listed, block, empty, lists
from pages.parts.numbers import Table
from pages.parts.picture import picture
from pages.parts.progress import Progress
from services import narrative
from services.figures.svg.burnup import Burnup, burnup
from services.forecast import LIKELY, SAFE, WEEK, Forecast, required
from services.share import percent
from services.tasks import due_by

SHOWN = 26  # weeks ahead at most
DAY = timedelta(days=1)
LEGEND = (
    ("thick", "已完成"), ("thin", "总数"), ("dashed", "计划"), ("fan", "按现速预计，一半可能到85%可能"),
    ("tick", "截至、目标、快照"),
)  # fmt: skip


def burnups(*found: Progress) -> None:
    """Show the three pictures side by side."""
    with st.container(key="burnups"):
        if any(each.measured for each in found):
            st.html(_legend())
        for column, each in zip(st.columns(len(found)), found, strict=True):
            with column:
                one_burnup(each, legend=False)


def one_burnup(work: Progress, legend: bool = True) -> None:
    """Show the picture of one piece of work, with the key to it unless that is told elsewhere."""
    with block(f"{work.kind.name}：{_finding(work)}", _pace(work), work.indicator, key=f"burnup_{work.indicator}"):
        if not work.measured or not work.measured.of:
            empty("上传台账后，这里显示进度和预计完成时间。")
            return
        shown = _shown(work)
        alt = f"{work.kind.name}累计完成从{shown.done[0]}到{shown.done[-1]}，共{shown.scope[-1]}{work.kind.word}"
        picture(burnup(shown, alt), f"burnup_{work.indicator}")
        if legend:
            st.html(_legend())
        if said := bounds(work):
            st.html(f'<div class="note">{escape(said)}</div>')
        n, of = int(work.measured.n), work.measured.of
        lists(
            Listed(work.kind.done, work.indicator, "n", n), Listed(work.kind.rest, work.indicator, "rest", of - n),
            table=_table(work, shown),
        )  # fmt: skip


def _legend() -> str:
    keys = "".join(f'<span><i class="{style}"></i>{word}</span>' for style, word in LEGEND)
    return f'<div class="key">{keys}</div>'


def _finding(work: Progress) -> str:
    view, _ = asked()
    measured = work.measured
    if not measured or not measured.of:
        return "还没有数据"
    if isinstance(work.ahead, str):
        done = f"{measured.of}{work.kind.word}已全部完成" if measured.n == measured.of else "只剩长期坚持的"
        return work.ahead or done
    return narrative.likely(work.ahead, view.as_of, work.target if work.kind.yearly else None)


def _pace(work: Progress) -> str:
    view, _ = asked()
    ahead = work.ahead
    if isinstance(ahead, str):
        return ""
    need = required(ahead.left, view.as_of, work.target) if work.target else None
    said = [narrative.pace(ahead, need, work.kind.word)]
    if work.kind.yearly and (reached := _ahead(work)):
        said.append(f"到年底约{int(work.measured.n if work.measured else 0) + reached[-1][2]}{work.kind.word}")
    elif not work.kind.yearly:
        said.append(narrative.lying(ahead, work.target))
        said.append(f"85%可能在{narrative.week(ahead.safe, view.as_of)}前" if ahead.safe else "")
    return "，".join(part for part in said if part)


def _ahead(work: Progress) -> list[tuple[date, int, int]]:
    """Give the part of the forecast that is shown: half a year, or what is left of the year that counts."""
    view, _ = asked()
    until = work.target if work.kind.yearly and work.target else view.as_of + SHOWN * WEEK
    return [each for each in work.ahead.fan if each[0] <= until] if isinstance(work.ahead, Forecast) else []


def _shown(work: Progress) -> Burnup:
    view, now = asked()
    walked = [(day, int(at[0]), int(at[1] or 0)) for day, at in zip(work.days, work.trend, strict=True) if at]
    days, done, scope = zip(*walked, strict=True)
    fan = _ahead(work)
    likely = work.ahead.likely if isinstance(work.ahead, Forecast) else None
    return Burnup(
        days, done, scope,
        plan=_plan(work),
        fan=fan,
        likely=(likely, narrative.week(likely, view.as_of)) if likely and fan and likely <= fan[-1][0] else None,
        target=work.target,
        snapshots=[
            (name, day) for name, (day, batch) in now.snapshots.items() if day <= view.as_of and batch <= view.batch
        ],
    )  # fmt: skip


def _plan(work: Progress) -> list[tuple[date, int]]:
    """Give the stairs of the plan: at each deadline how many were to be done the day before, and on it."""
    first = work.days[0]
    dues = sorted({task.due for task in work.tasks if task.due and task.due > first})
    stairs = [(day, due_by(work.tasks, each) or 0) for day in dues for each in (day - DAY, day)]
    return [(first, due_by(work.tasks, first) or 0), *stairs] if dues else []


def _table(work: Progress, shown: Burnup) -> Table:
    lines: list[tuple[str | int | None, ...]] = [
        (day.isoformat(), n, of, percent(n, of), due_by(work.tasks, day), "")
        for day, n, of in zip(shown.days, shown.done, shown.scope, strict=True)
    ]
    if isinstance(work.ahead, Forecast):
        for day, chance in ((work.ahead.likely, LIKELY), (work.ahead.safe, SAFE)):
            if day:
                n, of = shown.done[-1] + work.ahead.left, shown.scope[-1]
                lines.append((day.isoformat(), n, of, percent(n, of), None, f"按现速，{chance}%可能"))
    return Table(("日期", "已完成", "总数", "完成率", "按计划", "预计"), lines)
