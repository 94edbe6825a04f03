"""新组建单位: founded, congress held, result approved (K04, K05, K05a)."""

from collections.abc import Callable
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Select

from services.indicators import At, Indicator, live
from services.indicators.sql import flag
from services.ledger import Source
from services.ledgers.coverage import APPROVAL, task
from services.ledgers.population import WITHDRAWN, split, units

ELECTED = Source("《中国共产党党和国家机关基层组织工作条例》（2019年修订）第八条", "A")
TARGET = "新组建任务基数"


def _reached(step: str) -> Callable[[At], Select[Any]]:
    """Count the new units whose first election has reached the step with this date."""

    def counts(at: At) -> Select[Any]:
        unit, election = units(at), live("elections", at)
        reached = (
            sa.select(election.c.unit, sa.func.min(election.c.id).label("id"))
            .where(election.c.type == "首次选举", election.c[step] <= at.as_of)
            .group_by(election.c.unit)
            .subquery()
        )
        stays = unit.c.status_text != WITHDRAWN
        return (
            sa.select(
                sa.literal("units").label("ledger"), unit.c.id.label("row"), *split(unit),
                flag(stays).label("counted"),
                flag(sa.and_(stays, reached.c.id.is_not(None))).label("done"),
                sa.literal("elections").label("done_ledger"), reached.c.id.label("done_row"),
            )
            .select_from(unit.outerjoin(reached, reached.c.unit == unit.c.unit))
            .where(unit.c.is_new)
        )  # fmt: skip

    return counts


def _indicator(id: str, name: str, step: str, numerator: str, note: str, source: Source) -> Indicator:
    return Indicator(
        id, name, "家", _reached(step), numerator=numerator,
        denominator="新组建任务基数，减去不再涉及的单位；分组时为该组在册的新组建单位",
        decided_by=step, counted_by="is_new", target=TARGET, note=note, source=source,
        values=lambda counted, at: task(counted, at, TARGET),
    )  # fmt: skip


INDICATORS = (
    _indicator(
        "K05", "新组建单位选举完成率", "result_approved_on",
        "首次选举的结果批复日期不晚于截至日期的新组建单位",
        "书记、副书记选出后由上级党组织批复，批复后才算完成。", ELECTED,
    ),
    _indicator(
        "K04", "新组建单位党组织组建率", "founded_approved_on",
        "首次选举记录中组建批复日期不晚于截至日期的新组建单位", "", APPROVAL,
    ),
    _indicator(
        "K05a", "新组建单位大会召开率", "held_on",
        "首次选举的大会日期不晚于截至日期的新组建单位", "大会已开、结果待批复的也计入。", ELECTED,
    ),
)  # fmt: skip
