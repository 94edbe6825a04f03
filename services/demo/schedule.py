"""What the office sent, month by month, from January 2022 to October 2023; the registers twice in autumn."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, timezone
from typing import Any

from services.demo import (
    attendance,
    boards,
    elections,
    findings,
    orgs,
    reform,
    sessions,
    targets,
    units,
    weak_orgs,
)
from services.demo.file import DemoFile, workbook
from services.demo.registers import registers, settled
from services.ledgers import ledgers

ROWS: dict[str, Callable[..., list[dict[str, Any]]]] = {
    "targets": targets.rows, "units": units.rows, "reform": reform.rows, "orgs": orgs.rows, "elections": elections.rows,
    "posts": boards.rows, "sessions": sessions.rows, "attendance": attendance.rows, "weak_orgs": weak_orgs.rows,
    "findings": findings.rows,
}  # fmt: skip
ANALYSTS = {
    "units": "业务员甲", "targets": "业务员甲", "reform": "业务员甲", "orgs": "业务员乙", "posts": "业务员乙",
    "elections": "业务员乙", "sessions": "业务员丙", "attendance": "业务员丙", "weak_orgs": "业务员丁",
    "findings": "业务员丁",
}  # fmt: skip
BEIJING = timezone(timedelta(hours=8))
REGISTERS = tuple(registers())
FIRST, SECOND, THIRD = "2022-1", "2022-2", "2023-1"


@dataclass(frozen=True)
class Month:
    """What was sent on one day; of `findings` the rounds, with the reason where a deadline was put off."""

    day: date
    ledgers: tuple[str, ...]
    rounds: tuple[str, ...] = ()
    reason: str | None = None


MONTHS = (
    Month(date(2022, 1, 20), ("targets", "units", "orgs", "posts")),
    Month(date(2022, 4, 29), ("weak_orgs",)),
    Month(date(2022, 5, 31), ("findings",), (FIRST,)),
    Month(date(2022, 7, 29), ("sessions", "attendance")),
    Month(date(2022, 8, 31), ("findings",), (FIRST,), "涉及办公场所搬迁，3项经工委同意延期"),
    Month(date(2022, 11, 30), ("findings",), (FIRST, SECOND)),
    Month(date(2022, 12, 30), ("elections", "posts", "sessions", "attendance")),
    Month(date(2023, 1, 19), ("targets", "orgs")),
    Month(date(2023, 2, 28), ("units", "findings"), (FIRST, SECOND)),
    Month(date(2023, 3, 31), ("reform", "weak_orgs")),
    Month(date(2023, 4, 28), ("reform", "elections", "findings"), (THIRD,)),
    Month(date(2023, 5, 31), ("reform",)),
    Month(
        date(2023, 6, 30), ("units", "reform", "orgs", "posts", "sessions", "attendance", "findings"),
        (FIRST, SECOND, THIRD), "机构改革期间班子未配齐，7项经工委同意延期",
    ),
    Month(date(2023, 7, 31), ("reform", "elections")),
    Month(date(2023, 8, 31), ("reform", "findings"), (FIRST, SECOND, THIRD), "需与三定方案衔接，5项经工委同意延期"),
    Month(date(2023, 9, 15), REGISTERS),
    Month(date(2023, 9, 28), ("reform", "findings"), (SECOND, THIRD), "需财政年度预算安排，3项经工委同意延期"),
    Month(
        date(2023, 10, 31),
        ("reform", "orgs", "elections", "posts", "sessions", "attendance", "weak_orgs", "findings", *REGISTERS),
        (FIRST, SECOND, THIRD),
    ),
)  # fmt: skip


def _rows(month: Month, ledger: str, before: date) -> list[dict[str, Any]]:
    if ledger in REGISTERS:
        return settled(ledgers()[ledger], month.day, before)
    if ledger == "findings":
        return ROWS[ledger](month.day, month.rounds)
    return ROWS[ledger](month.day, before) if ledger == "attendance" else ROWS[ledger](month.day)


def demonstration() -> Iterator[DemoFile]:
    """Give every file of the demonstration in the order in which it was sent; the same bytes at every call."""
    last: dict[str, date] = {}  # of what is sent as it comes in, not as a whole
    for month in MONTHS:
        for place, name in enumerate(month.ledgers):
            ledger, day = ledgers()[name], month.day
            rows = _rows(month, name, last.get(name, date.min))
            last[name] = day
            if not rows:
                continue
            title = f"市直机关{ledger.title}（截至{day.year}年{day.month}月{day.day}日）"
            yield DemoFile(
                name=f"{ledger.title}（{day.year}年{day.month}月）.xlsx",
                ledger=name,
                content=workbook(ledger, title, rows),
                made_at=datetime.combine(day, time(17), BEIJING) + timedelta(minutes=4 * place),
                by=ANALYSTS.get(name, "业务员戊"),
                reason=month.reason if name == "findings" else None,
            )
