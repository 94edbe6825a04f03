"""How the cells of a column are read, by what the column holds."""

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import partial

from services.ingest import choices, dates, numbers
from services.ingest.cells import BLANK, ERRORS, LOST_DIGITS, Reading, Unreadable, written
from services.ingest.grid import Cell, CellError, Sheet, Uncached
from services.ledger import Column, Kind
from services.text import NOTE

Reader = Callable[[Cell, str], Reading]

CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
SPLIT = re.compile("[、，,；;/\n]")
DUE_KIND = re.compile("(长期坚持|长期)|(分阶段)|(立行立改)")
DUE_WORDS = ("长期坚持", "分阶段", "立行立改")
FILLING = re.compile("[，,；;、。并及和（）()]+")


def reader(column: Column, sheet: Sheet, targets: Mapping[str, str]) -> Reader:
    """Give the function (cell, its number format) → Reading for a column; it raises Unreadable.

    `targets` are the settings in force, of which 脱产一天折合学时 is used here.
    """
    read = _of_kind(column, sheet, targets)

    def checked(cell: Cell, code: str) -> Reading:
        if isinstance(cell, str):
            if cell in ERRORS:
                raise _error(cell)
            if not cell.isprintable() and CONTROL.search(cell):
                raise Unreadable("control_char", "含有看不见的控制字符", "请删去单元格内容后重新输入")
            return read(cell, code) if written(cell) else BLANK
        if cell is None:
            return BLANK
        if isinstance(cell, CellError):
            raise _error(cell.text)
        if isinstance(cell, Uncached):
            raise Unreadable("formula_uncached", "公式没有保存计算结果", "请用 Excel 打开并保存后再传，或直接填写数值")
        if isinstance(cell, float) and not abs(cell) < LOST_DIGITS:
            raise Unreadable(
                "id_truncated", "长编号按数字保存，后几位已丢失", "请把这一列设为文本格式，重新填写完整编号"
            )
        return read(cell, code)

    return checked


def _error(text: str) -> Unreadable:
    return Unreadable("cell_error", f"单元格是错误值 {text}", "请改正公式，或直接填写内容")


def _of_kind(column: Column, sheet: Sheet, targets: Mapping[str, str]) -> Reader:
    match column.kind:
        case Kind.CHOICE:
            return _unformatted(choices.chooser(column))
        case Kind.BOOL:
            return _unformatted(choices.yes_or_no)
        case Kind.ATTENDED:
            return _unformatted(choices.attended)
        case Kind.INT:
            return _unformatted(partial(numbers.whole, minimum=column.minimum))
        case Kind.NUMBER:
            return _unformatted(partial(numbers.decimal, minimum=column.minimum))
        case Kind.HOURS:
            per_day = float(targets.get("脱产一天折合学时", "8"))
            return _unformatted(partial(numbers.hours, minimum=column.minimum, per_day=per_day))
        case Kind.YEAR:
            return _unformatted(numbers.year)
        case Kind.PHONE:
            return _unformatted(lambda cell: Reading(numbers.masked(written(cell))))
        case Kind.LIST:
            return _unformatted(_several)
        case Kind.DATE:
            return lambda cell, code: _day(column, sheet, cell, code)
        case Kind.DUE:
            return lambda cell, code: _due(column, sheet, cell, code)
        case _:
            return _text


def _unformatted(read: Callable[[Cell], Reading]) -> Reader:
    return lambda cell, code: read(cell)


def _text(cell: Cell, code: str) -> Reading:
    text = written(cell)
    if isinstance(cell, date):
        note = (f"单元格是日期，按“{text}”保存", "如果原来是编号（如 1-1），请把这一列设为文本格式后重填")
        return Reading(text, note=note)
    return Reading(text)


def _several(cell: Cell) -> Reading:
    parts = [part.strip() for part in SPLIT.split(written(cell))]
    return Reading([part for part in parts if part] or None)


def _day(column: Column, sheet: Sheet, cell: Cell, code: str) -> Reading:
    return dates.read_day(cell, ends=column.ends, code=code, date1904=sheet.date1904, typed=sheet.typed)


def _due(column: Column, sheet: Sheet, cell: Cell, code: str) -> Reading:
    """Give a deadline: a day, or 长期坚持, 立行立改, 分阶段, with a day too where one is written beside them."""
    text = written(cell)
    kinds = [DUE_WORDS[found.lastindex - 1] for found in DUE_KIND.finditer(text) if found.lastindex]
    if not kinds:
        return _day(column, sheet, cell, code)
    kind = min(kinds, key=DUE_WORDS.index)
    rest = FILLING.sub("", DUE_KIND.sub("", NOTE.sub("", text))).strip()
    if kind == "长期坚持":
        return Reading(None, kind=kind)
    if re.search(r"\d", rest):
        day = _day(column, sheet, rest, code)
    else:
        day = _noted_day(column, sheet, NOTE.findall(text), code)
    return Reading(day.value, day.mark, kind)


def _noted_day(column: Column, sheet: Sheet, notes: Sequence[str], code: str) -> Reading:
    """Give the first note that is a day and nothing else; blank where none is."""
    for note in notes:
        try:
            return _day(column, sheet, note[1:-1], code)
        except Unreadable:
            continue
    return BLANK
