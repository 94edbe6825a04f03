"""没有动静: 在管 units that a ledger should speak of and does not, or of which nothing changed for long."""

from datetime import datetime, time
from typing import Any

import sqlalchemy as sa
from sqlalchemy import ColumnElement, Select, Subquery

from services.indicators import At, live
from services.ledgers import ledger as ledger_named
from services.ledgers import ledgers
from services.ledgers.boards import stands
from services.ledgers.calendar import add_months
from services.ledgers.people import serving, sessions_of_the_year
from services.ledgers.population import in_charge, units
from services.ledgers.prompts.prompt import Prompt, rows, there
from services.store.row import Table

# A unit of which nothing changed for so many months is worth a telephone call.
MONTHS = "无变化提醒月数"


def _expected(at: At) -> Select[Any]:
    """One row per unit and ledger: what the other ledgers say makes one expect a row there."""
    unit, org, post = units(at), live("orgs", at), live("posts", at)
    election, row, session = live("elections", at), live("attendance", at), sessions_of_the_year(at)
    first = election.c.type == "首次选举"
    taught = sa.select(row.c.unit).select_from(row.join(session, session.c.key == row.c.session_key)).subquery()
    wanted: tuple[tuple[str, ColumnElement[bool], ColumnElement[bool]], ...] = (
        ("orgs", unit.c.full_members >= 3, _among(unit, org)),
        ("posts", _among(unit, org, stands(org, at)), _among(unit, post, serving(post, at))),
        ("elections", unit.c.is_new, _among(unit, election, first)),
        ("attendance", _among(unit, post, serving(post, at)), _among(unit, taught)),
    )
    selects = [
        rows("units", unit.c.id, unit, lacking=sa.literal(ledger_named(name).title)).where(
            in_charge(unit), expected, sa.not_(found), there(name, at)
        )
        for name, expected, found in wanted
    ]
    return sa.select(sa.union_all(*selects).subquery())


def _among(unit: Subquery, row: Subquery, *conditions: ColumnElement[bool]) -> ColumnElement[bool]:
    return unit.c.unit.in_(sa.select(row.c.unit).where(row.c.unit.is_not(None), *conditions))


def _unchanged(at: At) -> Select[Any]:
    unit, made = units(at), Table.metadata.tables["batch"]
    known = [live(name, at) for name, each in ledgers().items() if name == "units" or "unit" in each.by_id]
    said = [sa.select(row.c.unit if "unit" in row.c else row.c.name.label("unit"), row.c.batch_in) for row in known]
    every = sa.union_all(*said).subquery()
    last = sa.select(every.c.unit, sa.func.max(every.c.batch_in).label("batch")).group_by(every.c.unit).subquery()
    since = datetime.combine(add_months(at.as_of, -at.number(MONTHS)), time()).astimezone()
    return (
        rows("units", unit.c.id, unit, last=last.c.batch, made_at=made.c.made_at)
        .select_from(unit.join(last, last.c.unit == unit.c.unit).join(made, made.c.id == last.c.batch))
        .where(in_charge(unit), made.c.made_at < since)
    )


PROMPTS = (
    Prompt(
        "Q11", "应当有记录，台账里没有", "处", _expected, kind="没有动静", says="{lacking}里没有这个单位",
        numerator="有3名以上正式党员而没有党组织、有党组织而没有人任职、新组建而没有首次选举、"
        "有人在任而当年没有参训记录的在管单位",
        decided_by="name", facts=("unit", "lacking"), note="可能这个单位还没有报，也可能名称写得不一样。",
    ),
    Prompt(
        "Q12", "很久没有任何变化", "家", _unchanged, kind="没有动静", settings=(MONTHS,),
        says="最近一次变化是{made_at:%Y-%m-%d}的第{last}批",
        numerator="到截至日期，各本台账都已{无变化提醒月数}个月没有变化的在管单位",
        decided_by="name", facts=("unit", "last", "made_at"), note="没有变化也可能是确实没有新情况。",
    ),
)  # fmt: skip
