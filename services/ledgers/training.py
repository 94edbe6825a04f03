"""履职培训: who in post was trained, together, and long enough (K08, K09, K10, K12)."""

from typing import Any

import sqlalchemy as sa
from sqlalchemy import Select, Subquery

from services.indicators import At, Counted, Indicator, live
from services.indicators.sql import flag
from services.ledger import Source
from services.ledgers.calendar import months_before
from services.ledgers.hour_bands import hour_bands
from services.ledgers.people import persons, serving, trained
from services.ledgers.population import in_charge, split, units

RULES = "《中国共产党党和国家机关基层组织工作条例》（2019年修订）"
IN_TURN = Source(f"{RULES}第三十一条", "A")
TOGETHER = Source(f"{RULES}第十八条", "A")
PLAN = Source("《2019—2023年全国党员教育培训工作规划》", "B")
THRESHOLD, COUNTED = "年度学时(书记和班子成员)", "计入学时的培训方式"
CLASSES = ("书记", "委员")
ATTENDANCE = ("attendance",)  # counted in posts, decided there
EVERYBODY = "截至日期在任的书记、委员（同一单位同名为一人，按最高职务计一次），只计在管单位"


def _people(at: At) -> tuple[Subquery, Subquery, Select[Any]]:
    """Give the persons of 在管 units, what they attended, and the select on which K08–K10 build."""
    person, unit, year = persons(at), units(at), trained(at)
    attended = sa.and_(year.c.unit == person.c.unit, year.c.person == person.c.person)
    select = (
        sa.select(
            sa.literal("posts").label("ledger"), person.c.row, *split(unit, person.c.unit), person.c.post,
            sa.literal("attendance").label("done_ledger"),
        )
        .select_from(person.outerjoin(unit, unit.c.unit == person.c.unit).outerjoin(year, attended))
        .where(in_charge(unit))
    )  # fmt: skip
    return person, year, select


def _covered(at: At) -> Select[Any]:
    person, year, select = _people(at)
    trained_or_serving = sa.or_(person.c.serves == 1, year.c.attended.is_not(None))
    return select.add_columns(
        person.c.serves.label("counted"),
        flag(year.c.attended.is_not(None)).label("done"), year.c.attended.label("done_row"), year.c.first_on,
    ).where(trained_or_serving)  # fmt: skip


def _together(at: At) -> Select[Any]:
    person, year, select = _people(at)
    return select.add_columns(
        flag(year.c.together.is_not(None)).label("done"), year.c.together.label("done_row")
    ).where(person.c.serves == 1)


def _long_enough(at: At) -> Select[Any]:
    person, year, select = _people(at)
    hours = sa.func.coalesce(year.c.hours, 0)
    *bands, last = hour_bands(at.number(THRESHOLD))
    return select.add_columns(
        flag(year.c.hours >= at.number(THRESHOLD)).label("done"),
        flag(person.c.since > months_before(at.as_of, 12)).label("new"),
        hours.label("hours"),
        sa.case(*((hours < band.end, band.word) for band in bands), else_=last.word).label("band"),
    ).where(person.c.serves == 1)


def _boards(at: At) -> Select[Any]:
    post, unit, org, year = live("posts", at), units(at), live("orgs", at), trained(at)
    meets = flag(sa.and_(year.c.hours >= at.number(THRESHOLD), year.c.together.is_not(None)))
    attended = sa.and_(year.c.unit == post.c.unit, year.c.person == post.c.person)
    board = (
        sa.select(post.c.unit, post.c.org, sa.func.min(post.c.id).label("row"), sa.func.min(meets).label("done"))
        .select_from(post.outerjoin(year, attended))
        .where(serving(post, at))
        .group_by(post.c.unit, post.c.org)
        .subquery()
    )
    known = sa.select(org.c.unit, org.c.name, sa.func.min(org.c.id).label("row")).group_by(org.c.unit, org.c.name)
    named = known.subquery()
    registered = named.c.row.is_not(None)
    return (
        sa.select(
            sa.case((registered, "orgs"), else_="posts").label("ledger"),
            sa.func.coalesce(named.c.row, board.c.row).label("row"),
            sa.case((registered, "name"), else_="org").label("field"),
            *split(unit, board.c.unit), board.c.org, board.c.done,
        )
        .select_from(
            board.outerjoin(unit, unit.c.unit == board.c.unit).outerjoin(
                named, sa.and_(named.c.unit == board.c.unit, named.c.name == board.c.org)
            )
        )
        .where(in_charge(unit))
    )  # fmt: skip


def _by_class(counted: Counted, at: At) -> dict[str, Any]:
    shares = {post: {"n": counted.count(post=post, done=1), "of": counted.count(post=post)} for post in CLASSES}
    return {**shares, "left_trained": counted.count(counted=0, done=1)}


def _without_new(counted: Counted, at: At) -> dict[str, Any]:
    return {"without_new": {"n": counted.count(new=0, done=1), "of": counted.count(new=0)}}


INDICATORS = (
    Indicator(
        "K08", "履职培训覆盖率", "人", _covered,
        numerator="当年到截至日期参加过至少一次计入学时的培训的人", denominator=EVERYBODY,
        decided_by="attended", counted_by="started_on", facts=("post",), values=_by_class, source=IN_TURN,
        settings=(COUNTED,), needs=ATTENDANCE,
        note="书记、委员分列。当年离任、已参加培训的人另列。",
    ),
    Indicator(
        "K09", "集中培训率", "人", _together,
        numerator="当年到截至日期参加过至少一次集中培训的人", denominator=EVERYBODY,
        decided_by="attended", counted_by="started_on", source=TOGETHER, needs=ATTENDANCE,
    ),
    Indicator(
        "K10", "学时达标率", "人", _long_enough,
        numerator="当年到截至日期的学时合计达到年度学时标准的人", denominator=EVERYBODY,
        decided_by="name", counted_by="started_on", facts=("new", "hours"), values=_without_new, source=PLAN,
        settings=(THRESHOLD, COUNTED), needs=ATTENDANCE, titles={"band": "本年学时"},
        note="另列任职满1年的人的达标情况。没有个人学时的按班次学时计，未到的不计学时。",
    ),
    Indicator(
        "K12", "班子培训达标的党组织占比", "个", _boards,
        numerator="在任的每个人学时都达标、都参加过集中培训的党组织", denominator="有人在任的党组织，只计在管单位",
        decided_by="name", settings=(THRESHOLD, COUNTED), needs=ATTENDANCE, note="一人在两个班子任职的，两个班子都计。",
    ),
)  # fmt: skip
