"""Two analysts: the second is told who wrote what, and which rows of the own file that touched."""

from datetime import date

import pytest

from services.batches import Options, Preview, commit, overtaken, preview, undo
from services.errors import Stale
from services.store import Store
from tests.sheets import FINDINGS, UNITS, changed, xlsx


def see(store: Store, file: str, name: str, *rows: object) -> Preview:
    return preview(store, file, xlsx(*rows), Options(ledger=name), date(2023, 12, 31))  # type: ignore[arg-type]


@pytest.fixture
def town(store: Store) -> Store:
    commit(store, see(store, "名册.xlsx", "units", *UNITS), "业务员甲")
    commit(store, see(store, "整改.xlsx", "findings", *FINDINGS), "业务员甲")
    return store


def test_nobody_wrote(town: Store) -> None:
    assert overtaken(town, see(town, "我的.xlsx", "findings", *FINDINGS)) == []


def test_every_batch_since_is_named_with_the_rows_of_the_preview_it_touched(town: Store) -> None:
    mine = see(town, "我的.xlsx", "findings", *changed(FINDINGS, 1, 9, "另一措施"))
    theirs = [*changed(FINDINGS, 1, 9, "别的措施"), (*FINDINGS[1][:1], "1-9", *FINDINGS[1][2:])]
    commit(town, see(town, "他的.xlsx", "findings", *theirs), "业务员乙")
    undo(town, 3, "业务员丙")
    first, second = overtaken(town, mine)
    assert (first.batch.by, first.batch.file, first.touched) == ("业务员乙", "他的.xlsx", {"findings": 2})
    assert [(change.kind, change.title, change.fields) for change in first.shared] == [
        ("changed", "2023年第一轮党建督查 · 1-1", ("measures",))
    ]
    assert (second.batch.by, second.batch.undoes) == ("业务员丙", 3)


def test_a_faulty_row_of_the_preview_counts_as_spoken_of(town: Store) -> None:
    mine = see(town, "我的.xlsx", "findings", *changed(FINDINGS, 1, 6, "2023.12.31"))
    assert mine.outcome == "blocked"
    commit(town, see(town, "他的.xlsx", "findings", *changed(FINDINGS, 1, 9, "别的措施")), "业务员乙")
    (found,) = overtaken(town, mine)
    assert [change.title for change in found.shared] == ["2023年第一轮党建督查 · 1-1"]


@pytest.mark.parametrize(("drop", "touched"), [(False, 0), (True, 1)])
def test_a_row_the_file_no_longer_has_counts_where_it_is_to_go(town: Store, drop: bool, touched: int) -> None:
    options = Options("findings", drop_missing=drop)
    mine = preview(town, "我的.xlsx", xlsx(*FINDINGS[:3]), options, date(2023, 12, 31))
    commit(town, see(town, "他的.xlsx", "findings", *changed(FINDINGS, 3, 9, "定期公示")), "业务员乙")
    assert [len(each.shared) for each in overtaken(town, mine)] == [touched]


def test_work_on_other_rows_touches_nothing_of_the_preview(town: Store) -> None:
    mine = see(town, "我的.xlsx", "findings", *changed(FINDINGS, 1, 9, "另一措施"))
    commit(town, see(town, "名册2.xlsx", "units", *changed(UNITS, 1, 2, "教育局办")), "业务员乙")
    (found,) = overtaken(town, mine)
    assert found.touched == {"units": 1}
    assert found.shared == ()


def test_the_refusal_itself_says_who_when_and_which_file(town: Store) -> None:
    mine = see(town, "我的.xlsx", "findings", *changed(FINDINGS, 1, 9, "另一措施"))
    commit(town, see(town, "名册2.xlsx", "units", *changed(UNITS, 1, 2, "教育局办")), "业务员乙")
    with pytest.raises(Stale, match=r"业务员乙在\d{4}-\d\d-\d\d \d\d:\d\d写入了第3批（名册2.xlsx）"):
        commit(town, mine, "业务员甲")
