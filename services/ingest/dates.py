"""Days as offices write them, to the precision they write them (ledgers.md §2 and §6)."""

import re
import unicodedata
from calendar import monthrange
from datetime import date, datetime, timedelta
from decimal import Decimal

from services.ingest.cells import Reading, Unreadable, written
from services.ingest.formats import two_decimals, year_month
from services.ingest.grid import Cell
from services.text import INVISIBLE, NOTE, normal

EARLIEST, LATEST = date(1921, 1, 1), date(2199, 12, 31)
EPOCH, EPOCH_1904 = date(1899, 12, 30), date(1904, 1, 1)
SEPARATOR = r"[.\-/。]"
FULL = re.compile(rf"(\d{{4}})(?:{SEPARATOR}|年)(\d{{1,2}})(?:{SEPARATOR}|月)(\d{{1,2}})[日号]?[.。]?")
COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})")
MONTH = re.compile(rf"(\d{{4}})(?:{SEPARATOR}|年)(\d{{1,2}})(?:月份?)?[底末]?")
COMPACT_MONTH = re.compile(r"((?:19|20|21)\d{2})(\d{2})")
QUARTER = re.compile(r"(\d{4})年?(?:第?([1-4一二三四])季度|Q([1-4]))[底末]?", re.IGNORECASE)
YEAR = re.compile(r"(\d{4})(?:年度?)?(?:年?[底末]|内)?")
AMBIGUOUS = re.compile(r"(\d{4})\.1")
SERIAL = re.compile(r"[1-9]\d{4}")
NO_YEAR = re.compile(
    rf"'?\d{{1,2}}(?:{SEPARATOR}|年)\d{{1,2}}(?:(?:{SEPARATOR}|月)\d{{1,2}}[日号]?)?月?|\d{{1,2}}月(?:\d{{1,2}}[日号]?|份?[底末]?)|"
    r"\d{1,2}[日号]|\d{2}年[底末]?|[年月][底末]|(?:今|明|去|本|当|次)(?:年|月|季度?).*|第?[1-4一二三四]季度[底末]?"
)
UNTIL = re.compile(r"(?:之前|以前|前|止|为止)?(?:完成|整改到位|整改完成|办结)?$")
TIME = re.compile(r"[ T]\s*\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?Z?$")
DIGITS = str.maketrans("〇○Ｏ零一二三四五六七八九", "0000123456789")
CHINESE_YEAR = re.compile(r"[〇○零一二三四五六七八九]{4}(?=年)")
CHINESE_NUMBER = re.compile(r"(?:[一二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九])(?=[月日号])")
# A longer text is no date, and not worth taking apart.
LONGEST = 60
HOW = "请写成 2023.3.5 或 2023年3月5日"


def read_day(cell: Cell, *, ends: bool, code: str = "", date1904: bool = False, typed: bool = True) -> Reading:
    """Give the day of a cell, and the precision it was written to; raises Unreadable.

    `ends`: a month, quarter or year means its last day, else its first; 月底 and 年底 are the last day always. `code`
    is the cell's number format. `typed` is False in a file of texts, where 2023.1 may have been October.
    """
    if isinstance(cell, date):
        return Reading(_bounded(cell.date() if isinstance(cell, datetime) else cell))
    if isinstance(cell, bool):
        raise _invalid()
    if isinstance(cell, int | float):
        return _of_number(cell, ends, code, date1904)
    return _of_text(written(cell), ends, typed)


def _of_number(value: float, ends: bool, code: str, date1904: bool) -> Reading:
    if not 0 < value < 1e9:
        raise Unreadable("date_invalid", "日期超出范围", HOW)
    if year_month(value):
        text = f"{value:.2f}" if two_decimals(code) else format(Decimal(repr(value)), "f")
        if AMBIGUOUS.fullmatch(text):
            raise _ambiguous(text)
        return _of_text(text, ends, True)
    serial = int(value)
    if value == serial and (COMPACT.fullmatch(str(serial)) or COMPACT_MONTH.fullmatch(str(serial))):
        return _of_text(str(serial), ends, True)
    if value == serial and 1921 <= value <= 2199:
        return _period(date(serial, 1, 1), 12, "year", ends)
    if value >= 200_000:
        raise Unreadable("date_invalid", "日期超出范围", HOW)
    return Reading(_bounded((EPOCH_1904 if date1904 else EPOCH) + timedelta(days=serial)))


def _of_text(text: str, ends: bool, typed: bool) -> Reading:
    if len(text) > LONGEST:
        raise _invalid()
    form = _form(text)
    if not typed and AMBIGUOUS.fullmatch(form):
        raise _ambiguous(form)
    found = _single(form, ends)
    if found is not None:
        return found
    if NO_YEAR.fullmatch(form):
        raise Unreadable("date_no_year", "没有写明年份（四位数）", HOW)
    if _several(text):
        raise Unreadable("date_range", "这里只能写一个日期", "请只保留一个日期，如 2023.3.5")
    raise _invalid()


def _form(text: str) -> str:
    """Give a written day in plain digits, without time of day, bracketed notes and words like 前, 完成."""
    wide = TIME.sub("", unicodedata.normalize("NFKC", INVISIBLE.sub("", text)).strip())
    form = normal(wide)
    form = UNTIL.sub("", NOTE.sub("", form) or form.strip("()[]【】"))
    form = CHINESE_YEAR.sub(lambda year: year[0].translate(DIGITS), form)
    return CHINESE_NUMBER.sub(lambda number: str(_chinese(number[0])), form)


def _chinese(text: str) -> int:
    tens, ten, ones = text.rpartition("十")
    if not ten:
        return int(text.translate(DIGITS))
    return (int(tens.translate(DIGITS)) if tens else 1) * 10 + (int(ones.translate(DIGITS)) if ones else 0)


def _single(form: str, ends: bool) -> Reading | None:
    """Give one day, month, quarter or year; None for anything else; raises Unreadable for a day that never was."""
    ends = ends or form.endswith(("底", "末"))
    if match := FULL.fullmatch(form) or COMPACT.fullmatch(form):
        return Reading(_bounded(_date(int(match[1]), int(match[2]), int(match[3]))))
    if match := MONTH.fullmatch(form) or COMPACT_MONTH.fullmatch(form):
        return _period(_date(int(match[1]), int(match[2]), 1), 1, "month", ends)
    if match := QUARTER.fullmatch(form):
        quarter = int((match[2] or match[3]).translate(DIGITS))
        return _period(_date(int(match[1]), quarter * 3 - 2, 1), 3, "quarter", ends)
    if match := YEAR.fullmatch(form):
        return _period(_date(int(match[1]), 1, 1), 12, "year", ends)
    if SERIAL.fullmatch(form):
        return Reading(_bounded(EPOCH + timedelta(days=int(form))))
    return None


def _several(text: str) -> bool:
    """Say whether more than one day is written: 2023.3.5-3.8, 2023年3月至6月, 2023.3.5、2023.4.6."""
    form = normal(text.replace("\n", "、"))
    for match in re.finditer(r"[-–—~～至到、,，;；和及]+", form):
        before, after = form[: match.start()], form[match.end() :]
        if re.match(r"\d", after) and re.search(r"\d", before):
            try:
                if _single(_form(before), True) or NO_YEAR.fullmatch(_form(before)):
                    return True
            except Unreadable:
                return True
    return False


def _date(year: int, month: int, day: int) -> date:
    try:
        return date(year, month, day)
    except ValueError as error:
        raise _invalid() from error


def _period(first: date, months: int, mark: str, ends: bool) -> Reading:
    last_month = first.month + months - 1
    last = first.replace(month=last_month, day=monthrange(first.year, last_month)[1])
    return Reading(_bounded(last if ends else first), mark)


def _bounded(day: date) -> date:
    if not EARLIEST <= day <= LATEST:
        raise Unreadable("date_invalid", "日期超出范围", HOW)
    return day


def _invalid() -> Unreadable:
    return Unreadable("date_invalid", "不是能确认的日期", HOW)


def _ambiguous(text: str) -> Unreadable:
    year = text[:4]
    return Unreadable("date_ambiguous", "分不清是1月还是10月", f"请写成{year}年1月或{year}年10月")
