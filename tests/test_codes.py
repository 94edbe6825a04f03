"""Short codes: the same figure has the same code, every code leads back, however it is typed."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from services import codes as module
from services.codes import ALPHABET, Figure, codes, find
from services.ledgers import indicators, works
from services.store import Store

KEYS = list(indicators())
FIGURE = Figure("K01", "n", date(2023, 10, 31), 7)
figures = st.builds(
    Figure,
    st.sampled_from(KEYS),
    st.sampled_from(["n", "of", "rest"]),
    st.dates(date(2000, 1, 1), date(2100, 1, 1)),
    st.integers(0, 500),
    st.dictionaries(st.sampled_from(["domain", "unit", "post"]), st.text(max_size=6), max_size=3),
)


@pytest.fixture
def one(tmp_path: Path) -> Store:
    return Store.open(f"sqlite:///{tmp_path / 'one.db'}")


def code(store: Store, figure: Figure) -> str:
    return codes(store, [figure])[figure.named()]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
@given(shown=st.lists(figures, max_size=6))
def test_every_code_leads_back_to_its_figure(one: Store, shown: list[Figure]) -> None:
    found = codes(one, shown)
    assert {figure.named() for figure in shown} == set(found)
    for figure in shown:
        assert find(one, found[figure.named()]) == figure
    assert codes(one, shown) == found


def test_a_code_is_kept_on_both_databases(store: Store) -> None:
    assert find(store, code(store, FIGURE)) == FIGURE


def test_the_same_figure_has_the_same_code_elsewhere(one: Store, tmp_path: Path) -> None:
    other = Store.open(f"sqlite:///{tmp_path / 'other.db'}")
    code(other, Figure("K17", "rest", date(2023, 6, 30), 3, {"domain": "机关"}))
    assert code(one, FIGURE) == code(other, FIGURE)


def test_the_order_of_the_slice_makes_no_other_figure() -> None:
    a = Figure("K17", "n", date(2023, 6, 30), 3, {"domain": "机关", "category": "党费"})
    b = Figure("K17", "n", date(2023, 6, 30), 3, {"category": "党费", "domain": "机关"})
    assert a.named() == b.named()


def test_a_code_begins_with_the_work_of_its_figure(one: Store) -> None:
    assert {works()[each] for each in KEYS} >= {"覆盖", "培训", "整改", "质量", "标准", "学习"}
    word, letters = code(one, Figure("K08", "of", date(2023, 6, 30), 3)).split("-")
    assert word == "培训"
    assert len(letters) == 4
    assert set(letters) <= set(ALPHABET)


@pytest.mark.parametrize("typed", [
    "{word}-{letters}", "{letters}", " {letters} ", "{word}{letters}", "{word}－{wide}", "{word} — {small}", "#{small}",
    "编号", "{word}-{letters}X", "培训-{letters}", "", "-", "%' OR 1=1",
])  # fmt: skip
def test_a_code_is_understood_however_it_is_typed(one: Store, typed: str) -> None:
    word, letters = code(one, FIGURE).split("-")
    wide = "".join(chr(ord(each) + 0xFEE0) for each in letters)
    said = typed.format(word=word, letters=letters, small=letters.lower(), wide=wide)
    right = typed not in ("编号", "{word}-{letters}X", "培训-{letters}", "", "-", "%' OR 1=1")
    assert (find(one, said) == FIGURE) is right


def test_letters_that_are_in_no_code_are_taken_for_those_they_look_like(
    one: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "_letters", lambda named: "QL2A" + "2" * 40)
    assert code(one, FIGURE) == "覆盖-QL2A"
    assert find(one, "覆盖-0I2A") == find(one, "o12a") == FIGURE


def test_where_two_figures_share_a_code_the_later_one_gets_a_longer(
    one: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "_letters", lambda named: "ABCD" + "EFGH"[len(named) % 4 :] + "2" * 40)
    shown = [Figure("K01", "n", date(2023, 6, 30), batch) for batch in (1, 22, 333, 10)]
    found = [code(one, figure) for figure in shown]
    assert len(set(found)) == 4
    assert min(map(len, found)) == len("覆盖-ABCD")
    assert [find(one, each) for each in found] == shown


def test_nothing_is_shown_while_somebody_else_writes(one: Store) -> None:
    known = code(one, FIGURE)
    new = Figure("K01", "of", date(2023, 10, 31), 7)
    with one.write():
        assert codes(one, [FIGURE, new]) == {FIGURE.named(): known}
    assert new.named() in codes(one, [new])


def test_nothing_is_shown_of_a_store_that_cannot_be_written(one: Store) -> None:
    known = code(one, FIGURE)
    one.engine.dispose()

    @sa.event.listens_for(one.engine, "connect")
    def freeze(connection: Any, record: Any) -> None:
        connection.execute("PRAGMA query_only=ON")

    assert codes(one, [FIGURE, Figure("K01", "of", date(2023, 10, 31), 7)]) == {FIGURE.named(): known}
