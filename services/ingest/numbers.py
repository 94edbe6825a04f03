"""Numbers as offices write them: 120人, １２０, 1,234, 56学时, 5天, 2023年; telephone numbers, masked."""

import re

from services.ingest.cells import Reading, Unreadable, written
from services.ingest.grid import Cell
from services.text import normal

UNITS = "人次|学时|课时|人|名|个|家|项|次|期|年|天|位|户|条|件|篇|分|票|席"
NUMBER = re.compile(rf"([+-]?(?:\d{{1,3}}(?:,\d{{3}})+|\d+)(?:\.\d+)?)(?:{UNITS})?")
HOURS = re.compile(r"(\d+(?:\.\d+)?)(学时|课时|天)?")
YEAR = re.compile(r"(\d{4})(?:\.0)?(?:年度?)?")
EARLIEST_YEAR, LATEST_YEAR = 1921, 2199
DIGITS = re.compile(r"\d[\d\- ]{5,}\d")


def number(cell: Cell) -> float:
    """Give the number a cell holds; raises Unreadable("number_invalid")."""
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        return float(cell)
    text = normal(written(cell)) if isinstance(cell, str) else ""
    found = NUMBER.fullmatch(text)
    if not found or len(text) > 20:
        raise Unreadable("number_invalid", "这里应是一个数", "请只写数字，如 120")
    return float(found[1].replace(",", ""))


def whole(cell: Cell, minimum: int | None) -> Reading:
    """Give a whole number not below `minimum`."""
    value = number(cell)
    if not value.is_integer():
        raise Unreadable("number_invalid", "这里应是整数", "请写整数，如 120")
    return Reading(int(_at_least(value, minimum)))


def decimal(cell: Cell, minimum: int | None) -> Reading:
    """Give a number not below `minimum`."""
    return Reading(_short(_at_least(number(cell), minimum)))


def hours(cell: Cell, minimum: int | None, per_day: float) -> Reading:
    """Give 学时; `per_day` is what one 天 counts (脱产一天折合学时)."""
    text = normal(written(cell)) if isinstance(cell, str) else ""
    found = HOURS.fullmatch(text)
    if text == "半天":
        found = HOURS.fullmatch("0.5天")
    if not found or len(text) > 20:
        return decimal(cell, minimum)
    value = float(found[1])
    if found[2] != "天":
        return Reading(_short(value))
    total = _short(value * per_day)
    note = (f"“{text}”按一天{_short(per_day)}学时折合为{total}学时", "如不是脱产培训，请直接写学时")
    return Reading(total, note=note)


def year(cell: Cell) -> Reading:
    """Give a calendar year."""
    text = normal(written(cell)) if isinstance(cell, int | float | str) and not isinstance(cell, bool) else ""
    found = YEAR.fullmatch(text)
    if not found or not EARLIEST_YEAR <= int(found[1]) <= LATEST_YEAR:
        raise Unreadable("number_invalid", "这里应是年度", "请写四位年份，如 2023")
    return Reading(int(found[1]))


def _at_least(value: float, minimum: int | None) -> float:
    if minimum is not None and value < minimum:
        raise Unreadable("number_invalid", f"这里的数不能小于{minimum}", "请核对后改正")
    return value


def _short(value: float) -> float | int:
    return int(value) if float(value).is_integer() else value


def masked(text: str) -> str:
    """Give a text with every telephone number in it masked: 13900000001 → 139****0001, short ones all but two digits.

    What is masked already stays as it is.
    """
    return DIGITS.sub(lambda found: _masked(re.sub(r"\D", "", found[0])), text)


def _masked(digits: str) -> str:
    return f"{digits[:3]}****{digits[-4:]}" if len(digits) > 8 else f"****{digits[-2:]}"
