"""抓两头带中间: 等次 and standing of the units in the newest year of each kind of 考核 (K24, K24a)."""

from collections.abc import Mapping
from typing import Any

import sqlalchemy as sa
from sqlalchemy import ColumnElement, Select, Subquery

from services.indicators import At, Counted, Indicator, live
from services.indicators.sql import flag
from services.ledgers.population import in_charge, split, units

# 述职评议 speaks of 好, 较好, 一般, 差; other kinds of 考核 have words of their own, which are kept.
GRADES: dict[str, tuple[str, ...]] = {
    "好": ("好等次",), "优秀": ("优", "优秀等次"), "较好": ("较好等次",), "良好": ("良", "良好等次"),
    "合格": ("达标",), "一般": ("一般等次", "中"), "基本合格": (),
    "较差": ("较差等次",), "差": ("差等次",), "不合格": ("不达标", "未达标"),
}  # fmt: skip
TOP, BOTTOM = ("好", "优秀"), ("较差", "差", "不合格")
BANDS, NEW = ("先进", "中间", "后进"), "上年没有"
MOVES = ("上升", "持平", "下降", NEW)
AHEAD, BEHIND = "考核先进分数线", "考核后进分数线"
ORDERS = {"band": BANDS, "was": (*BANDS, NEW), "move": MOVES, "grade": tuple(GRADES)}
TITLES = {"band": "先进、中间、后进", "was": "上年", "move": "比上年"}


def _place(row: Subquery, at: At) -> ColumnElement[int]:
    """Give the place of a result's band in BANDS, None where there is no result."""
    hundredfold = row.c.score * 100
    return sa.case(
        (row.c.id.is_(None), None),
        (sa.or_(hundredfold < row.c.max_score * at.number(BEHIND), row.c.grade.in_(BOTTOM)), 2),
        (hundredfold >= row.c.max_score * at.number(AHEAD), 0),
        else_=1,
    )


def _word(place: ColumnElement[int], missing: str | None = None) -> ColumnElement[str]:
    return sa.case(*((place == number, word) for number, word in enumerate(BANDS)), else_=missing)


def _newest(at: At) -> Subquery:
    """Give the newest year by T of each kind of 考核."""
    row = live("assessments", at)
    year = sa.func.max(row.c.year).label("year")
    return sa.select(row.c.kind, year).where(row.c.year <= at.as_of.year).group_by(row.c.kind).subquery()


def _results(at: At) -> Select[Any]:
    """Give each unit's newest result in each kind of 考核, with its band and that of the year before."""
    row, before, unit, newest = live("assessments", at), live("assessments", at), units(at), _newest(at)
    same = sa.and_(before.c.unit == row.c.unit, before.c.kind == row.c.kind, before.c.year == row.c.year - 1)
    now, was = _place(row, at), _place(before, at)
    move = sa.case((was.is_(None), NEW), (now < was, MOVES[0]), (now == was, MOVES[1]), else_=MOVES[2])
    raised = sa.or_(row.c.follow_up.is_not(None), row.c.finding.is_not(None))
    return (
        sa.select(
            sa.literal("assessments").label("ledger"), row.c.id.label("row"), sa.null().cast(sa.Text).label("field"),
            *split(unit, row.c.unit), sa.cast(row.c.year, sa.Text).label("year"), row.c.kind, row.c.grade,
            _word(now).label("band"), _word(was, NEW).label("was"), move.label("move"), flag(raised).label("raised"),
            sa.literal(1).label("counted"), flag(row.c.grade.in_(TOP)).label("done"),
        )
        .select_from(
            row.join(newest, sa.and_(newest.c.kind == row.c.kind, newest.c.year == row.c.year))
            .outerjoin(unit, unit.c.unit == row.c.unit)
            .outerjoin(before, same)
        )
    )  # fmt: skip


def _graded(at: At) -> Select[Any]:
    """Give the results, and beside them the 在管 units without one where others of their 领域 have one of that kind."""
    results, unit = _results(at).subquery(), units(at)
    held = sa.select(results.c.kind, results.c.domain).distinct().subquery()
    named = sa.and_(results.c.unit == unit.c.unit, results.c.kind == held.c.kind)
    fixed = {"ledger": "units", "field": "name", "raised": 0, "counted": 0, "done": 0}
    own = {"row": unit.c.id, "kind": held.c.kind} | {column.name: column for column in split(unit)}
    columns = [
        sa.literal(fixed[c.name]) if c.name in fixed else own.get(c.name, sa.null().cast(c.type)) for c in results.c
    ]
    absent = (
        sa.select(*(column.label(c.name) for column, c in zip(columns, results.c, strict=True)))
        .select_from(unit.join(held, held.c.domain == unit.c.domain).outerjoin(results, named))
        .where(results.c.row.is_(None), in_charge(unit))
    )
    return sa.select(sa.union_all(sa.select(results), absent).subquery())


def _behind(at: At) -> Select[Any]:
    found = _results(at).subquery()
    return sa.select(*(c for c in found.c if c.name != "done"), found.c.raised.label("done")).where(
        found.c.band == BANDS[2]
    )


def _distribution(counted: Counted, at: At) -> dict[str, Any]:
    def how_many(name: str, order: tuple[str, ...]) -> dict[str, int]:
        words = sorted(counted.kinds(name), key=lambda word: (order.index(word) if word in order else len(order), word))
        return {word: counted.count(**{name: word}) for word in words}

    grades, ungraded = how_many("grade", tuple(GRADES)), counted.count(grade=None)
    return {
        "grades": grades | ({"未评等次": ungraded} if ungraded else {}), "bands": how_many("band", BANDS),
        "moves": how_many("move", MOVES), "unassessed": counted.count(counted=0),
        "years": sorted(counted.kinds("year")),
    }  # fmt: skip


def _said(values: Mapping[str, Any]) -> str:
    bands = "、".join(f"{band}{n}" for band, n in values["bands"].items())
    absent = f"；{values['unassessed']}家次没有参加" if values["unassessed"] else ""
    return f"{'、'.join(values['years'])}年好、优秀占比；{bands}{absent}" if bands else ""


INDICATORS = (
    Indicator(
        "K24", "考核等次分布", "家次", _graded,
        numerator="最近一个年度考核等次为好或优秀的", denominator="最近一个年度参加考核的单位，一家单位一类考核计一次",
        decided_by="grade", counted_by="score", facts=("grade", "band", "move", "year"), values=_distribution,
        tells=_said,
        orders=ORDERS, titles=TITLES, settings=(AHEAD, BEHIND),
        note="各类考核分别取截至日期所在年份及以前最近的年度，另列各等次家次，和同领域有单位参加、本单位没有参加的在管单位。"
        "得分按满分折成百分，达到先进分数线的为先进，低于后进分数线或等次为较差、差、不合格的为后进，其余为中间。",
    ),
    Indicator(
        "K24a", "后进督促整改率", "家次", _behind,
        numerator="已写明督促整改事项或关联问题的",
        denominator="最近一个年度考核列为后进的单位，一家单位一类考核计一次",
        decided_by="follow_up", counted_by="score", orders=ORDERS, titles=TITLES, settings=(AHEAD, BEHIND),
    ),
)  # fmt: skip
