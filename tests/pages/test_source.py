"""The source of a row: its cells in the order of the sheet, the deciding one marked."""

from typing import Any

from pages.parts import data
from pages.parts.source import MARK, cells
from tests.pages.analyst import store
from tests.pages.town import build


def finding() -> dict[str, Any]:
    build(store())
    now = data.now()
    return data.rows(now.stamp, now.batch, "findings")[0]


def test_cells_stand_in_the_order_of_the_sheet_and_one_decided() -> None:
    row = finding()
    decided = f"{row['columns']['closed_on']}5"
    frame = cells(row, decided)
    addresses = list(frame["单元格"])
    assert addresses == sorted(addresses, key=lambda address: (len(address), address))
    assert list(frame.loc[frame["说明"] == MARK, "单元格"]) == [decided]
    assert list(frame.loc[frame["单元格"] == decided, "栏目"]) == ["销号日期"]


def test_a_value_of_an_older_file_has_no_cell_here() -> None:
    row = {**finding(), "kept": {"closed_on": [1, 9]}}
    frame = cells(row, None)
    assert list(frame.loc[frame["栏目"] == "销号日期", "说明"]) == ["沿用以前上传的值"]
