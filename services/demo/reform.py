"""How each registered unit of the demonstration went through the reform: slow in spring, fast in summer."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache
from random import Random
from typing import Any

from services.demo.days import after, between, known, workday
from services.demo.units import UNREGISTERED, Unit, units

DONE_BY_MONTH = {3: 2, 4: 5, 5: 9, 6: 14, 7: 15, 8: 12, 9: 9, 10: 5}
STOPPED = (2, 2, 2, 2, 1, 1, 1, 1, 0, 0, 0)  # how far those came that were not done: approved, requested, not begun
PAUSED = {
    "市机场建设投资有限公司": "集团重组方案未定，经工委研究暂缓办理",
    "市融资担保有限公司": "出资人变更手续未完成，经工委研究暂缓办理",
    "市日报社": "与市广播电视台合并方案待批，暂缓办理",
}
HANDED_OVER_OPEN = "市市政工程集团有限公司"  # handed over on the day below while findings were still open
HANDED_OVER_ON = date(2023, 6, 20)
RECEIVERS = {
    "划转": ("市直机关工委直属机关党委", "市委政法委机关党委", "市农业农村局机关党委"),
    "移交": ("市国资委党委", "某区直属机关工委"),
}


@dataclass(frozen=True)
class Way:
    """One unit's way: the days of each step, None where it was not taken by the default day."""

    unit: Unit
    from_org: str
    to_org: str
    reform_on: date | None
    planned_on: date
    requested_on: date | None
    approved_on: date | None
    completed_on: date | None
    doc_no: str
    paused: str | None


def _way(random: Random, unit: Unit, number: int, month: int | None) -> Way:
    """Draw a way that ends in `month` of 2023, or is still under way."""
    month = month or 10
    end = between(random, date(2023, month, 1), date(2023, month + 1, 1) - timedelta(days=1))
    approved = after(end, -random.randint(10, 32))
    lag = random.randint(20, 88) if random.random() < 0.76 else random.randint(93, 140)
    at_committee = unit.domain == "机关" or number % 3 == 0
    return Way(
        unit=unit,
        from_org="市直机关工委" if at_committee else "原主管部门机关党委",
        to_org=random.choice(RECEIVERS.get(unit.disposition or "", ("市直机关工委",))),
        reform_on=workday(approved - timedelta(days=lag)) if random.random() < 0.95 else None,
        planned_on=random.choice((date(2023, 6, 30), date(2023, 9, 30), date(2023, 12, 31))),
        requested_on=after(approved, -random.randint(12, 35)),
        approved_on=approved,
        completed_on=end,
        doc_no=f"直工组〔2023〕{number}号",
        paused=PAUSED.get(unit.name),
    )


def _stopped(way: Way, steps: int) -> Way:
    """Give the way as far as it came: 2 approved, 1 requested, 0 not begun."""
    return replace(
        way,
        completed_on=None,
        approved_on=way.approved_on if steps > 1 else None,
        requested_on=way.requested_on if steps else None,
    )


@cache
def ways() -> tuple[Way, ...]:
    """Give the way of every registered unit, in official order."""
    random = Random("reform")
    registered = [unit for unit in units() if unit.disposition and unit.name not in UNREGISTERED]
    movable = [unit for unit in registered if unit.name not in PAUSED and unit.name != HANDED_OVER_OPEN]
    random.shuffle(movable)
    months = [month for month, count in DONE_BY_MONTH.items() for _ in range(count - (month == 6))]
    ends: dict[str, int] = dict(zip((unit.name for unit in movable), months, strict=False))
    stopped = dict(zip((unit.name for unit in movable[len(months) :]), STOPPED, strict=True))
    found = []
    for number, unit in enumerate(registered, 1):
        way = _way(random, unit, number, ends.get(unit.name))
        if unit.name == HANDED_OVER_OPEN:
            way = replace(
                way, to_org="市国资委党委", reform_on=date(2023, 3, 13), requested_on=date(2023, 4, 24),
                approved_on=date(2023, 5, 26), completed_on=HANDED_OVER_ON,
            )  # fmt: skip
        elif unit.name in PAUSED:
            way = replace(_stopped(way, 0), reform_on=None)
        elif unit.name in stopped:
            way = _stopped(way, stopped[unit.name])
        found.append(way)
    return tuple(found)


def handed_over(day: date) -> frozenset[str]:
    """Give the names of the units whose 移交 was completed by `day`."""
    return frozenset(way.unit.name for way in ways() if way.unit.disposition == "移交" and known(way.completed_on, day))


def row(way: Way, day: date) -> dict[str, Any]:
    """Give the unit's line of the 台账 as sent on `day`."""
    completed, approved = known(way.completed_on, day), known(way.approved_on, day)
    requested = known(way.requested_on, day)
    paused = way.paused if day >= date(2023, 5, 1) else None
    moving = way.unit.disposition in ("划转", "移交")
    progress = ((completed, "已完成"), (approved, "已批复，正在组织实施"), (requested, "已请示，待批复"))
    return {
        "unit": way.unit.name,
        "disposition": way.unit.disposition,
        "reform_type": way.unit.reform_type,
        "from_org": way.from_org,
        "to_org": way.to_org if moving else None,
        "reform_on": known(way.reform_on, day),
        "planned_on": way.planned_on,
        "requested_on": requested,
        "approved_on": approved,
        "completed_on": completed,
        "doc_no": way.doc_no if approved else None,
        "moved_members": way.unit.members if moving and completed else None,
        "status_text": "暂缓" if paused else next((word for when, word in progress if when), "正在摸底"),
        "remark": paused,
    }


def rows(day: date) -> list[dict[str, Any]]:
    """Give the 台账 as sent on `day`."""
    return [row(way, day) for way in ways() if way.unit.in_reform(day)]
