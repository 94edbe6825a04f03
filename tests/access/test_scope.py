"""A 业务员 who answers for some 领域 writes and takes back nothing of other units."""

from datetime import date

import pytest

from services.access import accounts
from services.access.accounts import Rights
from services.batches import Options, commit, preview, undo
from services.errors import NotAllowed
from services.store import Store
from tests.access.people import ADMIN, ANALYST, everybody
from tests.access.trail import trail
from tests.sheets import FINDINGS, UNITS, changed, xlsx

TARGETS = (("项目", "数值", "生效日期"), ("临期天数", "20", date(2023, 1, 1)))
MOVED = changed(UNITS, 4, 4, "机关")


@pytest.fixture
def scoped(store: Store) -> Store:
    """Give a store with four units, and an analyst (fenguan) who answers for 机关 alone."""
    everybody(store)
    accounts.add(store, "fenguan", Rights(("业务员",), domains=("机关",)), ADMIN)
    put(store, "units", UNITS, ANALYST)
    return store


def put(store: Store, ledger: str, rows: object, by: str, **options: object) -> int:
    seen = preview(store, f"{ledger}.xlsx", xlsx(*rows), Options(ledger, **options), date(2023, 12, 31))  # type: ignore[misc, arg-type]
    return commit(store, seen, by)


def test_rows_of_units_inside_are_written_and_taken_back(scoped: Store) -> None:
    assert put(scoped, "findings", FINDINGS[:3], "fenguan") == 2
    assert undo(scoped, 2, "fenguan").outcome == "undone"


@pytest.mark.parametrize(
    ("ledger", "rows", "said"),
    [
        ("findings", FINDINGS, "您只负责机关，这里还涉及其他领域的市图书馆，没有写入任何内容"),
        ("units", changed(UNITS, 4, 1, "市档案馆"), "其他领域的市档案馆"),
        ("units", MOVED, "其他领域的市图书馆"),
        ("units", changed(UNITS, 1, 4, "事业单位"), "其他领域的市教育局"),
    ],
)
def test_one_row_outside_and_nothing_is_written(scoped: Store, ledger: str, rows: object, said: str) -> None:
    with pytest.raises(NotAllowed, match=said):
        put(scoped, ledger, rows, "fenguan")
    assert scoped.version() == 1
    (row,) = trail(scoped, "batch.commit")[1:]
    assert (row["actor"], row["outcome"], row["detail"]["why"]) == ("fenguan", "refused", "not_allowed")
    assert "市" not in str(row["detail"])
    assert put(scoped, ledger, rows, ANALYST) == 2


def test_rows_taken_out_count_too(scoped: Store) -> None:
    put(scoped, "findings", FINDINGS, ANALYST)
    with pytest.raises(NotAllowed, match="市图书馆"):
        put(scoped, "findings", FINDINGS[:3], "fenguan", drop_missing=True, reason="已合并")
    put(scoped, "findings", changed(FINDINGS[:3], 1, 9, "建台账，定期查"), "fenguan")


def test_many_units_are_counted(scoped: Store) -> None:
    more = [(n, f"第{n}图书馆", None, None, "事业单位", "否", None, None, "否") for n in range(5, 10)]
    with pytest.raises(NotAllowed, match="第5图书馆、第6图书馆、第7图书馆等5家"):
        put(scoped, "units", (*UNITS, *more), "fenguan")


def test_a_ledger_of_no_unit_is_for_those_who_answer_for_all(scoped: Store) -> None:
    with pytest.raises(NotAllowed, match="“目标与口径”不分领域"):
        put(scoped, "targets", TARGETS, "fenguan")


def test_a_batch_is_taken_back_by_its_own_author_only(scoped: Store) -> None:
    accounts.add(scoped, "yewuer", Rights(("业务员",)), ADMIN)
    number = put(scoped, "findings", FINDINGS, ANALYST)
    for other in ("yewuer", "fenguan"):
        with pytest.raises(NotAllowed, match=f"第{number}批是{ANALYST}提交的，只能由本人撤销"):
            undo(scoped, number, other)
    assert undo(scoped, number, ANALYST).outcome == "undone"


def test_a_batch_of_somebody_gone_is_for_whoever_answers_for_all(scoped: Store) -> None:
    accounts.add(scoped, "yewuer", Rights(("业务员",)), ADMIN)
    number = put(scoped, "findings", FINDINGS, ANALYST)
    accounts.disable(scoped, ANALYST, ADMIN)
    with pytest.raises(NotAllowed, match="只能由本人撤销"):
        undo(scoped, number, "fenguan")
    assert undo(scoped, number, "yewuer").outcome == "undone"


def test_one_who_was_given_less_since_cannot_take_back_what_is_outside_now(scoped: Store) -> None:
    number = put(scoped, "findings", FINDINGS, ANALYST)
    accounts.change(scoped, ANALYST, Rights(("业务员",), domains=("机关",)), ADMIN)
    with pytest.raises(NotAllowed, match="市图书馆"):
        undo(scoped, number, ANALYST)
    accounts.change(scoped, ANALYST, Rights(("业务员",), domains=("机关", "事业单位")), ADMIN)
    assert undo(scoped, number, ANALYST).outcome == "undone"


def test_a_scope_that_is_not_asked_for_is_found(scoped: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("services.batches.write.within", lambda *_: None)
    with pytest.raises(pytest.fail.Exception):
        test_one_row_outside_and_nothing_is_written(scoped, "findings", FINDINGS, "市图书馆")
