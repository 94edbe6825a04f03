"""The source of a row: its values in the order of the sheet, the deciding one marked, each leading to its own cell."""

from datetime import UTC, date, datetime
from typing import Any

from pages.parts import data
from pages.parts.source import MARK, frame, values
from services.batches import Options, commit, preview
from tests.pages.analyst import opened, seen, store
from tests.pages.town import build
from tests.sheets import FINDINGS, UNITS, changed, xlsx


def finding() -> tuple[dict[str, Any], dict[int, dict[str, Any]]]:
    build(store())
    now = data.now()
    row = data.rows(now.stamp, now.batch, "findings")[0]
    return row, data.origins(now.stamp, (1, row["source"]))


def test_values_stand_in_the_order_of_the_sheet_and_one_decided() -> None:
    row, origins = finding()
    decided = {"file": row["file"], "cell": f"{row['columns']['closed_on']}5"}
    shown = frame(values(row, origins, decided))
    cells = list(shown["单元格"])
    assert cells == sorted(cells, key=lambda cell: (len(cell), cell))
    assert list(shown.loc[shown["说明"] == MARK, "栏目"]) == ["销号日期"]
    assert "责任领导" not in set(shown["栏目"])


def test_a_value_of_an_older_file_has_its_cell_there() -> None:
    row, origins = finding()
    found = values(
        {**row, "kept": {"closed_on": [1, 9]}}, {**origins, 1: {**origins[1], "columns": {"closed_on": "C"}}}
    )
    older = next(value for value in found if value.title == "销号日期")
    assert (older.source, older.cell, older.note) == (1, "C9", "沿用第1批的文件")


def send(file: str, rows: Any, day: int) -> None:
    made = preview(store(), file, xlsx(*rows), Options(), date(2023, 10, day))
    commit(store(), made, "业务员甲", datetime(2023, 10, day, 4, tzinfo=UTC))


def test_the_page_shows_the_cell_in_the_original_sheet_and_names_file_and_digest() -> None:
    send("名册.xlsx", UNITS, 1)
    send("九月.xlsx", FINDINGS, 2)
    said = seen(opened("source", ledger="findings", row="1"))
    assert '<td class="mark origin">2023年第一轮党建督查</td>' in said
    assert '<tr class="is-header">' in said
    assert "九月.xlsx" in said
    assert "第2批 · 业务员甲 · 2023-10-02" in said
    assert "SHA-256：" in said


def test_names_of_persons_stay_out_of_the_picture() -> None:
    send("名册.xlsx", UNITS, 1)
    send("九月.xlsx", [("责任领导", *FINDINGS[0]), *(("领导某甲", *row) for row in FINDINGS[1:])], 2)
    said = seen(opened("source", ledger="findings", row="1"))
    assert "责任领导" in said
    assert "（人名）" in said
    assert "领导某甲" not in said


def test_a_file_that_cannot_be_read_back_is_one_sentence() -> None:
    build(store())
    app = opened("source", ledger="findings", row="1")
    assert "原文件读不回来" in seen(app)
    assert not app.error


def test_a_row_of_an_earlier_batch_can_still_be_shown() -> None:
    send("名册.xlsx", UNITS, 1)
    send("九月.xlsx", FINDINGS, 2)
    send("十月.xlsx", changed(FINDINGS, 1, 7, "已完成"), 3)
    assert "九月.xlsx" in seen(opened("source", ledger="findings", row="1"))


def test_no_row_named_is_said() -> None:
    for query in (
        {},
        {"ledger": "findings", "row": "99999"},
        {"ledger": "x", "row": "1"},
        {"ledger": "units", "row": "²"},
    ):
        assert "不存在" in opened("source", **query).warning[0].value
