"""What is exported, imported again, changes nothing."""

import csv
import io
from datetime import date

import openpyxl
import pytest

from services.batches import Options, commit, preview
from services.ledgers import ledger, ledgers
from services.store import Store
from services.workbook.export import as_csv, rows_at, xlsx
from services.workbook.template import template
from tests import sheets

ROUND = "2023年第一轮党建督查"


@pytest.fixture
def filled(store: Store) -> Store:
    for name, rows in (("units", sheets.UNITS), ("findings", sheets.FINDINGS)):
        commit(store, preview(store, f"{name}.xlsx", sheets.xlsx(*rows), Options(ledger=name)), "业务员甲")
    odd = [
        sheets.FINDINGS[0],
        (ROUND, "2-1", "市教育局", "其他", '=HYPERLINK("x")', "2023年3月", "2023年第三季度", "未整改", None, "-1"),
        (ROUND, "2-2", "市教育局", "其他", "问题", "2023.3.1", "立行立改，2023年5月31日前", "完成", None, "@甲"),
        (ROUND, "2-3", "市教育局", "其他", "问题二", "2023.3.1", "2023年底", "完成", None, "1.甲\n2.乙"),
    ]  # fmt: skip
    commit(store, preview(store, "odd.xlsx", sheets.xlsx(*odd), Options(ledger="findings")), "业务员甲")
    return store


@pytest.mark.parametrize("form", [xlsx, as_csv])
@pytest.mark.parametrize("name", ["units", "findings"])
def test_there_and_back(filled: Store, form: object, name: str) -> None:
    content = form(ledger(name), rows_at(filled, ledger(name), None, None))  # type: ignore[operator]
    seen = preview(filled, f"{name}{'.csv' if form is as_csv else '.xlsx'}", content, Options(ledger=name))
    assert (seen.outcome, [p for s in seen.sheets for p in s.problems if p.level == "error"]) == ("unchanged", [])
    assert seen.sheets[0].counts["missing"] == 0


def test_words_never_become_formulas(filled: Store) -> None:
    found = rows_at(filled, ledger("findings"), None, None)
    book = openpyxl.load_workbook(io.BytesIO(xlsx(ledger("findings"), found)))
    assert {cell.data_type for row in book.active.iter_rows() for cell in row} <= {"s", "n"}
    text = as_csv(ledger("findings"), found).decode("utf-8-sig")
    cells = [cell for row in csv.reader(io.StringIO(text)) for cell in row]
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@"))]


def test_an_earlier_batch_is_exported_as_it_was(filled: Store) -> None:
    assert len(rows_at(filled, ledger("findings"), 2, None)) == 3
    assert len(rows_at(filled, ledger("findings"), None, date(2023, 2, 28))) == 0
    assert len(rows_at(filled, ledger("findings"), None, date(2023, 3, 1))) == 6


@pytest.mark.parametrize("name", list(ledgers()))
def test_a_template_is_read_as_its_ledger(store: Store, name: str) -> None:
    seen = preview(store, "模板.xlsx", template(ledger(name)))
    assert seen.refusal is not None
    assert seen.refusal.code == "no_data"
