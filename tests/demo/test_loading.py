"""The demonstration and the samples go through the same pipeline as any upload, and tell the story they should."""

from datetime import UTC, datetime

import pytest

from services.access import accounts
from services.access.accounts import Rights
from services.batches import Options, commit, preview
from services.changes import Comparison
from services.changes.change import total
from services.demo import AS_OF
from services.demo.fill import fill
from services.demo.samples import samples
from services.indicators import Moment, at, measure_all
from services.ledgers import indicators
from services.snapshots import snapshots
from services.store import Store

# 45 of the ten ledgers, and what the registers sent twice.
BATCHES = 66


@pytest.fixture(scope="module")
def filled(tmp_path_factory):
    store = Store.open(f"sqlite:///{tmp_path_factory.mktemp('demo') / 'demo.db'}")
    assert fill(store) == BATCHES
    yield store
    store.engine.dispose()


@pytest.fixture(scope="module")
def figures(filled):
    with filled.read() as connection:
        moment = at(connection, Moment(AS_OF, filled.version()))
        return {each.id: each for each in measure_all(connection, list(indicators().values()), moment)}


def test_a_store_with_an_account_is_real_and_left_alone(tmp_path):
    store = Store.open(f"sqlite:///{tmp_path / 'real.db'}")
    accounts.add(store, "guanli", Rights(("系统管理员",)), "root")
    assert fill(store) == store.version() == 0
    assert store.demonstration() is None
    store.engine.dispose()


def test_a_store_is_filled_once(filled):
    assert fill(filled) == 0
    assert filled.version() == BATCHES


@pytest.mark.parametrize(("name", "n", "of"), [("K01", 71, 87), ("K04", 24, 28), ("K05", 19, 28)])
def test_counts_the_meeting_asks_for(figures, name, n, of):
    assert (figures[name].n, figures[name].of) == (n, of)


@pytest.mark.parametrize(
    ("name", "low", "high"),
    [("K02", 70, 85), ("K06", 75, 95), ("K07", 75, 90), ("K08", 78, 88), ("K10", 55, 65), ("K17", 67, 74)],
)
def test_shares_are_about_as_told(figures, name, low, high):
    assert low <= 100 * figures[name].n / figures[name].of <= high


def test_the_gap_the_transferred_and_every_band_of_overdue_are_there(figures):
    assert figures["K01"].values == {"registered": 85, "target": 87, "gap": 2}
    assert figures["K17"].values["transferred"] == 2
    assert all(figures["K17"].values["states"].values())
    assert 15 <= figures["K19"].n <= 25
    assert all(figures["K19"].values["bands"].values())
    assert 8 <= figures["K20"].n <= 12
    assert figures["K03"].values == {"under_three": 1, "unknown": 1}
    head, member = figures["K08"].values["书记"], figures["K08"].values["委员"]
    assert 0.9 <= head["n"] / head["of"] <= 0.96
    assert 0.77 <= member["n"] / member["of"] <= 0.83


def upload(store: Store, kind: str, recognise: bool = False) -> dict[str, str]:
    """Upload one kind of sample in order and give each file's outcome; an error fails at once."""
    outcomes = {}
    for file, ledger, content in samples():
        if f"-{kind}." not in file:
            continue
        seen = preview(store, file, content, Options(None if recognise else ledger), AS_OF)
        (sheet,) = seen.sheets
        assert sheet.ledger == ledger
        assert not [problem for problem in sheet.problems if problem.level == "error"], file
        if seen.outcome == "ready":
            commit(store, seen, "业务员甲", datetime.now(UTC))
        outcomes[file] = seen.outcome
    return outcomes


def test_the_untidy_samples_say_what_the_tidy_ones_say(tmp_path):
    store = Store.open(f"sqlite:///{tmp_path / 'samples.db'}")
    assert set(upload(store, "规范").values()) == {"ready"}
    assert set(upload(store, "实际").values()) == {"unchanged"}
    store.engine.dispose()


def test_the_untidy_samples_are_recognised_on_an_empty_store(tmp_path):
    store = Store.open(f"sqlite:///{tmp_path / 'samples.db'}")
    assert set(upload(store, "实际", recognise=True).values()) == {"ready"}
    store.engine.dispose()


def test_the_office_took_a_snapshot_every_month_and_every_change_between_them_is_told(filled):
    taken = snapshots(filled)
    assert [(each.name, each.batch) for each in taken][:2] == [("9月例会", 49), ("2023年8月", 35)]
    with filled.read() as connection:
        now = Moment(AS_OF, filled.version())
        for then in (Moment(each.as_of, each.batch) for each in taken[::3]):
            comparison = Comparison(connection, then, now)
            for id in ("K01", "K05", "K08", "K10", "K15", "K17", "K18", "K19"):
                split = comparison.split(indicators()[id])
                assert total(change.amount for change in split.changes) == split.difference, id
                assert all(change.place for change in split.changes), id
