"""Raising a row to a finding: once, with where it was read, as a batch of its own that can be undone."""

from dataclasses import asdict
from datetime import date
from pathlib import Path

import pytest

from services.batches import Options, commit, preview, undo
from services.errors import BadRequest
from services.indicators import targets_in_force
from services.ledgers import ledger
from services.raising import Case, cases, raise_to_finding
from services.store import Store, provenance
from services.workbook.export import rows_at
from tests import sheets

DAY, DUE = date(2023, 10, 31), date(2023, 12, 31)
ASSESSED = ledger("assessments")
ROWS = (
    ("2023年度考核评分台账",),
    ("年度", "单位名称", "考核类别", "得分", "等次", "扣分原因"),
    (2023, "市教育局", "年度目标责任考核", 95, "优秀", None),
    (2023, "市财政局", "年度目标责任考核", 52, "不合格", "党费公示不及时"),
)


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """Give a store in which one of two units scored low."""
    opened = Store.open(f"sqlite:///{tmp_path / 'store.db'}")
    for name, content in (("units", sheets.xlsx(*sheets.UNITS)), ("assessments", sheets.xlsx(*ROWS))):
        commit(opened, preview(opened, f"{name}.xlsx", content, Options(name), DAY), "业务员甲")
    return opened


def found(store: Store) -> list[Case]:
    with store.read() as connection:
        rows = [asdict(row) for row in provenance.sourced(connection, ASSESSED, store.version(), {})]
        origins = provenance.origins(connection, {row["source"] for row in rows})
        targets = targets_in_force(connection, DAY)
    columns = {number: dict(origin.columns) for number, origin in origins.items()}
    return cases(ASSESSED, rows, columns, rows_at(store, ledger("findings"), None, None), targets)


def test_only_a_low_score_may_be_raised_and_it_says_from_which_cell(store: Store) -> None:
    (case,) = found(store)
    assert case.unit == "市财政局"
    assert case.origin == "来源：考核评分，assessments.xlsx，Sheet1!D4，第2批"


def test_it_is_written_as_a_finding_of_its_own_batch_and_not_offered_again(store: Store) -> None:
    (case,) = found(store)
    batch = raise_to_finding(store, ASSESSED, case, DUE, DAY, "业务员甲")
    (finding,) = rows_at(store, ledger("findings"), None, None)
    assert (finding["unit"], finding["text"], finding["category"]) == (
        case.unit,
        case.raised.text,
        case.raised.category,
    )
    assert (finding["round"], finding["fed_back_on"], finding["due_on"]) == ("考核评分转办", DAY, DUE)
    assert finding["remark"] == case.origin
    assert found(store) == []
    undo(store, batch, "业务员甲")
    assert rows_at(store, ledger("findings"), None, None) == []
    assert found(store) == [case]


def test_what_stands_there_already_is_refused_in_a_sentence(store: Store) -> None:
    (case,) = found(store)
    raise_to_finding(store, ASSESSED, case, DUE, DAY, "业务员甲")
    with pytest.raises(BadRequest, match="已经有同样的督查问题"):
        raise_to_finding(store, ASSESSED, case, DUE, DAY, "业务员甲")


def test_a_ledger_that_raises_nothing_has_no_cases() -> None:
    assert cases(ledger("units"), [{"id": 1}], {}, [], {}) == []
