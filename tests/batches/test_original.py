"""A kept upload read again: the header, the rows asked for, merges with what they begin with; or why it cannot be."""

import io
from datetime import UTC, datetime
from typing import Any

import pytest
import sqlalchemy as sa
import xlsxwriter

from services.batches import Correction, Options, commit, preview
from services.batches.original import original
from services.errors import BadRequest
from services.store import Store
from services.store.tables import Upload
from tests.sheets import workbook, xlsx

PLAIN = Options()
HEADER = ["序号", "单位名称", "领域", "是否涉改", "是否新组建", "备注"]


def rows(count: int, *further: str) -> list[list[Any]]:
    lines = [[n, f"市第{n}局", "机关", "否", "否", None, *further] for n in range(1, count + 1)]
    return [["单位名册"], [*HEADER, *(["身份证号"] if further else [])], *lines]


def committed(store: Store, content: bytes, name: str = "名册.xlsx", options: Options = PLAIN) -> str:
    seen = preview(store, name, content, options)
    commit(store, seen, "业务员甲", datetime(2023, 10, 31, tzinfo=UTC))
    return seen.sha256


def test_the_header_comes_along_with_the_rows_asked_for(store: Store) -> None:
    found = original(store, committed(store, xlsx(*rows(60))), "Sheet1", "units", 40, 43)
    assert found.top == (1,)
    assert sorted(found.rows) == [1, 40, 41, 42, 43]
    assert found.rows[40][:3] == ("39", "市第39局", "机关")
    assert {found.buckets[r] for r in (40, 43)} == {"data"}
    assert found.buckets[1] == "header"


def test_rows_beyond_the_sheet_are_left_out(store: Store) -> None:
    found = original(store, committed(store, xlsx(*rows(3))), "Sheet1", "units", -5, 500)
    assert sorted(found.rows) == [0, 1, 2, 3, 4]


def test_a_merge_that_begins_above_is_there_with_its_text(store: Store) -> None:
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer) as book:
        page = book.add_worksheet("Sheet1")
        for r, row in enumerate(rows(40)):
            page.write_row(r, 0, row)
        page.merge_range("C3:C42", "机关")
    found = original(store, committed(store, buffer.getvalue()), "Sheet1", "units", 30, 32)
    assert found.merges == ((2, 2, 41, 2),)
    assert found.rows[2][2] == "机关"


def test_what_is_never_stored_is_not_in_the_picture(store: Store) -> None:
    digest = committed(store, xlsx(*rows(3, "110101199001011234")))
    found = original(store, digest, "Sheet1", "units", 0, 9)
    assert "身份证号" in found.rows[1]
    assert "110101199001011234" not in str(found.rows)


def test_a_redacted_copy_of_a_text_file_is_read_as_the_workbook_it_is(store: Store) -> None:
    text = "\n".join(",".join(str(cell or "") for cell in row) for row in rows(3, "110101199001011234")[1:])
    digest = committed(store, text.encode("gb18030"), "名册.csv")
    found = original(store, digest, "名册", "units", 0, 9)
    assert found.rows[1][1] == "市第1局"


def test_a_text_file_in_a_chosen_encoding_is_read_back_without_asking_again(store: Store) -> None:
    text = "單位,是否涉改,是否新組建\n市財政局,否,否\n".encode("big5")
    said = Correction("units", (1, 1), {"A": "name", "B": "is_reform", "C": "is_new"})
    options = Options("units", encoding="big5", given={"domain": "机关"}, corrections={"Sheet1": said})
    found = original(store, committed(store, text, "名册.csv", options), "Sheet1", "units", 0, 9)
    assert found.rows[1][0] == "市財政局"


def test_what_cannot_be_read_back_is_said(store: Store) -> None:
    digest = committed(store, workbook({"Sheet1": rows(3), "说明": [["无"]]}))
    with pytest.raises(BadRequest, match="没有保存下来"):
        original(store, "0" * 64, "Sheet1", "units", 0, 9)
    with pytest.raises(BadRequest, match="找不到工作表"):
        original(store, digest, "另一张", "units", 0, 9)
    with store.write() as connection:
        connection.execute(sa.update(Upload).values(content=b"PK\x03\x04 nonsense"))
    with pytest.raises(BadRequest, match="读不回来"):
        original(store, digest, "Sheet1", "units", 0, 9)
