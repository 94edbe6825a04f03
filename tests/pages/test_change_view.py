"""Changes cell by cell, in the office's own writing."""

from datetime import date

from pages.parts.change_view import cells, records
from services.batches import Change
from services.ledgers import ledger

FINDINGS = ledger("findings")


def finding(**values: object) -> dict[str, object]:
    empty = {column.id: None for column in FINDINGS.columns}
    return {**empty, "due_kind": None, "marks": {}, "unit": "市财政局", "text": "党费台账不全", **values}


def test_every_changed_cell_is_shown_with_what_stood_there_and_what_will() -> None:
    before = finding(due_on=date(2023, 6, 30), marks={"due_on": "month"})
    after = finding(due_on=None, due_kind="长期坚持", closed_on=date(2023, 6, 1))
    change = Change("changed", "findings", "k", 7, before, after, ("due_on", "due_kind", "closed_on"))
    assert cells([change], FINDINGS).values.tolist() == [
        [7, "市财政局 · 党费台账不全", "整改时限", "2023年6月", "长期坚持"],
        [7, "市财政局 · 党费台账不全", "销号日期", "（空）", "2023-06-01"],
    ]


def test_fields_the_office_never_sees_are_no_change() -> None:
    change = Change("changed", "findings", "k", 7, finding(), finding(), ("original_due_on", "session_key"))
    assert cells([change], FINDINGS).empty


def test_new_rows_show_the_columns_they_fill_and_rows_gone_have_no_line() -> None:
    new = Change("new", "findings", "k", 5, None, finding(no="1"))
    gone = Change("missing", "findings", "k", None, finding(no="2"))
    assert list(records([new], FINDINGS).columns) == ["行", "问题编号", "责任单位", "存在问题"]
    assert list(records([gone], FINDINGS).columns) == ["问题编号", "责任单位", "存在问题"]
