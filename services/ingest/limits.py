"""How large a file may be (ledgers.md §6), and the refusals that say so."""

import re
import unicodedata
from array import array
from collections.abc import Sequence

from services.errors import Refused
from services.ingest.grid import Cell, Merge, Sheet, Workbook

FILE_BYTES = 20 * 2**20
UNPACKED_BYTES = 100 * 2**20
SHEETS = 50
MERGES = 5_000
DATA_ROWS = 100_000
# Titles, headers, totals and notes stand around the data rows.
ROWS = DATA_ROWS + 100
COLUMNS = 500
CELLS = 1_000_000
# Empty places cost memory too: so many of them between filled cells, and so many under merges.
AREA, MERGED_AREA = 10 * CELLS, CELLS
CELL_CHARACTERS = 32_767
CHARACTERS = 20_000_000
NAME_CHARACTERS = 255
# Characters of which none becomes several: Latin, Chinese and their punctuation.
LEVEL = re.compile("[\x00-\x7f—‘’“”、-〟一-鿿！-～]*")


def too_many_rows() -> Refused:
    """The refusal of a sheet that reaches too far down."""
    return Refused("too_many_rows", f"一张工作表最多{DATA_ROWS:,}行，请拆分后再传。")


def too_many_columns() -> Refused:
    """The refusal of a sheet that reaches too far right."""
    return Refused("too_many_columns", f"一张工作表最多{COLUMNS}列，请删去多余的列后再传。")


def too_many_sheets() -> Refused:
    """The refusal of a workbook with too many sheets."""
    return Refused("too_many_sheets", f"一个文件最多{SHEETS}张工作表，请拆分后再传。")


def too_many_merges() -> Refused:
    """The refusal of a workbook with too many merged ranges."""
    return Refused("too_many_merges", f"合并单元格超过{MERGES:,}处，请取消合并后再传。")


def too_many_cells() -> Refused:
    """The refusal of a workbook with too many filled cells."""
    return Refused("too_many_cells", f"一个文件最多{CELLS:,}个有内容的单元格，请拆分后再传。")


def within_limits(book: Workbook) -> None:
    """Raise Refused where the workbook or one of its sheets is larger than the limits."""
    if len(book.sheets) > SHEETS:
        raise too_many_sheets()
    if sum(len(sheet.merges) for sheet in book.sheets) > MERGES:
        raise too_many_merges()
    for sheet in book.sheets:
        _within_bounds(sheet)
    if any(len(sheet.name) > NAME_CHARACTERS for sheet in book.sheets):
        raise Refused("damaged", "工作表的名称过长，文件结构异常，请另存后再传。")


def _within_bounds(sheet: Sheet) -> None:
    if len(sheet.rows) > ROWS:
        raise too_many_rows()
    if sheet.rows and len(sheet.rows[0]) > COLUMNS:
        raise too_many_columns()
    width = len(sheet.rows[0]) if sheet.rows else 0
    if len(sheet.rows) * width > AREA:
        raise too_many_cells()
    if sum(_area(merge, len(sheet.rows), width) for merge in sheet.merges) > MERGED_AREA:
        raise Refused("too_many_merges", "合并单元格的范围过大或互相重叠，请取消合并后再传。")


def _area(merge: Merge, height: int, width: int) -> int:
    r1, c1, r2, c2 = merge
    return max(min(r2 + 1, height) - r1, 0) * max(min(c2 + 1, width) - c1, 0)


def no_flood(cells: Sequence[Cell], numbers: "array[int]") -> None:
    """Raise Refused for no or too many filled cells, or too much text in all or in one of them.

    `cells`: the different ones; `numbers`: which of them stand in the workbook, each as often as it does, 0 for none.
    """
    filled = len(numbers) - numbers.count(0)
    if filled > CELLS:
        raise too_many_cells()
    if not filled:
        raise Refused("empty", "文件里没有任何内容，请核对后重新选择。")
    texts = [cell if type(cell) is str else "" for cell in cells]
    lengths = [len(text) for text in texts]
    longest, written = max(lengths), sum(map(lengths.__getitem__, numbers))
    # A few characters become eighteen in the form that words are compared in.
    if written * 18 > CHARACTERS and not LEVEL.fullmatch("".join(texts)):
        lengths = [len(text if LEVEL.fullmatch(text) else unicodedata.normalize("NFKC", text)) for text in texts]
        written = sum(map(lengths.__getitem__, numbers))
    if written > CHARACTERS:
        raise Refused("too_large", f"文件里的文字超过{CHARACTERS // 10_000:,}万字，请拆分后再传。")
    if longest > CELL_CHARACTERS:
        raise Refused("damaged", f"有超过{CELL_CHARACTERS:,}字的单元格，文件结构异常，请另存后再传。")
