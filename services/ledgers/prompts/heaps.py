"""过于整齐: many alike where work as it really goes would scatter. It may be so; it is worth a look."""

from typing import Any

import sqlalchemy as sa
from sqlalchemy import Select

from services.indicators import At, live
from services.indicators.sql import days_between, flag
from services.ledgers.people import persons, trained
from services.ledgers.population import in_charge, units
from services.ledgers.prompts.prompt import Prompt, rows
from services.ledgers.rectification import TRANSFERRED, findings
from services.ledgers.training import COUNTED, THRESHOLD

# So many alike in one unit make a heap; so many reports make a habit.
HEAP, SEVERAL = "相同数据提醒个数", "踩点完成提醒项数"


def _exact_hours(at: At) -> Select[Any]:
    person, unit, year = persons(at), units(at), trained(at)
    own = sa.and_(year.c.unit == person.c.unit, year.c.person == person.c.person)
    alike = sa.func.count().over(partition_by=person.c.unit)
    found = (
        rows("posts", person.c.row, unit, person.c.unit, name=person.c.person, hours=year.c.hours, alike=alike)
        .select_from(person.join(year, own).outerjoin(unit, unit.c.unit == person.c.unit))
        .where(person.c.serves == 1, in_charge(unit), year.c.hours == at.number(THRESHOLD))
        .subquery()
    )
    return sa.select(found).where(found.c.alike >= at.number(HEAP))


def _same_day(at: At) -> Select[Any]:
    found, row = findings(at), live("findings", at)
    alike = sa.func.count().over(partition_by=(row.c.unit, row.c.closed_on))
    closed = (
        rows("findings", row.c.id, found, day=row.c.closed_on, alike=alike)
        .select_from(found.join(row, row.c.id == found.c.row))
        .where(row.c.closed_on <= at.as_of, found.c.state != TRANSFERRED)
        .subquery()
    )
    return sa.select(closed).where(closed.c.alike >= at.number(HEAP))


def _last_moment(at: At) -> Select[Any]:
    found, row = findings(at), live("findings", at)
    late = flag(days_between(row.c.reported_on, row.c.due_on).between(0, 1))
    each = {"reported": row.c.reported_on, "due": row.c.due_on}
    counts = {
        "alike": sa.func.count().over(partition_by=row.c.unit),
        "lasts": sa.func.sum(late).over(partition_by=row.c.unit),
    }
    told = (
        rows("findings", row.c.id, found, **each, **counts)
        .select_from(found.join(row, row.c.id == found.c.row))
        .where(row.c.reported_on <= at.as_of, row.c.due_on.is_not(None), found.c.state != TRANSFERRED)
        .subquery()
    )
    return sa.select(told).where(told.c.alike >= at.number(SEVERAL), told.c.alike == told.c.lasts)


PROMPTS = (
    Prompt(
        "Q13", "学时正好等于标准的人多", "人", _exact_hours, kind="过于整齐",
        says="{name}：当年合计{hours:g}学时，同单位这样的有{alike}人",
        numerator="同一单位有{相同数据提醒个数}人以上当年学时正好等于年度学时标准", decided_by="name",
        facts=("unit", "name", "hours", "alike"), settings=(THRESHOLD, COUNTED, HEAP),
        note="同上一个班的人学时相同是常有的，看一看是不是统一补填的。",
    ),
    Prompt(
        "Q14", "同一天销号的问题多", "项", _same_day, kind="过于整齐", says="{day}同一天销号{alike}项",
        numerator="同一单位有{相同数据提醒个数}项以上问题在同一天销号", decided_by="closed_on",
        facts=("unit", "day", "alike"), settings=(HEAP,), note="集中验收也会这样，看一看是不是补填的日期。",
    ),
    Prompt(
        "Q15", "每一项都在最后一天报完成", "项", _last_moment, kind="过于整齐", says="{reported}报完成，时限是{due}",
        numerator="报过{踩点完成提醒项数}项以上、每一项都在时限当天或前一天报完成的单位", decided_by="reported_on",
        facts=("unit", "reported", "due"), settings=(SEVERAL,), note="可能日期是照着时限填的。",
    ),
)  # fmt: skip
