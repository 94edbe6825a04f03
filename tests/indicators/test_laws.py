"""What holds for every indicator, whatever is in the store."""

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from services.indicators import Moment, at, figure, fold
from services.indicators.things import dimensions, things
from services.ledgers import indicators
from tests.indicators.generated import TODAY, fill
from tests.indicators.register import Register, in_memory


@settings(max_examples=4)
@given(seed=st.integers(0, 10_000))
def test_a_figure_its_split_and_its_list_agree(seed: int) -> None:
    random = Random(seed)
    with in_memory() as register:
        fill(register, random)
        now = at(register.connection, Moment(TODAY, register.batches))
        for id, indicator in indicators().items():
            whole = register.measure(id, TODAY)
            gap = whole.values["gap"] if indicator.target else 0
            if not indicator.sums:
                assert len(register.trace(id, TODAY)) == whole.n, id
            if indicator.share:
                assert len(register.trace(id, TODAY, "of")) == whole.of, id
            name = random.choice(dimensions(things(indicator, now)))
            groups = register.measure(id, TODAY, by=name).groups
            assert sum(group.n for group in groups) == pytest.approx(whole.n), (id, name)
            if indicator.share:
                assert sum(group.of or 0 for group in groups) + gap == whole.of, (id, name)
            for group in groups[:1]:
                alone = register.measure(id, TODAY, where={name: group.key})
                assert (alone.n, alone.of, alone.values) == (group.n, group.of, group.values), (id, name, group.key)


@settings(max_examples=4)
@given(seed=st.integers(0, 10_000))
def test_things_folded_once_give_every_slice_and_split(seed: int) -> None:
    random = Random(seed)
    with in_memory() as register:
        fill(register, random)
        now = at(register.connection, Moment(TODAY, register.batches))
        for id, indicator in indicators().items():
            known = dimensions(things(indicator, now))
            name, by = random.choice(known), random.choice(known)
            folded = fold(register.connection, indicator, now, (name, by, "missing"))
            assert folded is not None
            assert folded.sliced({"missing": "x"}) is None
            assert figure(indicator, now, folded, by, whole=True) == register.measure(id, TODAY, by=by), (id, by)
            for group in register.measure(id, TODAY, by=name).groups[:2]:
                found = folded.sliced({name: group.key})
                assert found is not None
                asked = register.measure(id, TODAY, where={name: group.key}, by=by)
                assert figure(indicator, now, found, by) == asked, (id, name, group.key, by)


@settings(max_examples=8)
@given(seed=st.integers(0, 10_000))
def test_what_is_told_apart_adds_up(seed: int) -> None:
    with in_memory() as register:
        fill(register, Random(seed))
        found = {id: register.measure(id, TODAY) for id in indicators()}
        assert sum(found["K01a"].values.values()) == found["K01a"].n
        assert sum(found["K17"].values["states"].values()) == found["K17"].of
        assert found["K17"].values["transferred"] + (found["K17"].of or 0) == found["K16"].n
        assert sum(found["K19"].values["bands"].values()) == found["K19"].n
        assert sum(found["K06b"].values.values()) == found["K06b"].n
        assert sum(found["K14"].values.values()) == pytest.approx(found["K14"].n)
        assert sum(each["items"] for each in found["K22"].values["categories"]) == found["K22"].n
        classes = [found["K08"].values[post] for post in ("书记", "委员")]
        assert (sum(c["n"] for c in classes), sum(c["of"] for c in classes)) == (found["K08"].n, found["K08"].of)
        assert found["K08"].of == found["K09"].of == found["K10"].of
        assert (found["K18"].of, True) == (found["K18a"].of, found["K18"].n <= found["K18a"].n)


def test_an_empty_store_has_every_count_and_no_percent(register: Register) -> None:
    for id, indicator in indicators().items():
        found = register.measure(id, TODAY)
        if not indicator.target:
            assert (found.n, found.of) == (0, 0 if indicator.share else None), id
            assert found.percent == ("—" if indicator.share else None)
    assert register.measure("K17", TODAY).values["states"]["待验收"] == 0
    assert register.measure("K08", TODAY).values["书记"] == {"n": 0, "of": 0}
    assert register.measure("K21", TODAY).values == {"mean": None, "median": None, "open_mean": None}
    assert register.figure("K01", TODAY) == (0, 87)


def test_both_databases_give_the_same_figures(stored: Register) -> None:
    fill(stored, Random(7))
    with in_memory() as register:
        fill(register, Random(7))
        for id in indicators():
            assert stored.measure(id, TODAY, by="unit") == register.measure(id, TODAY, by="unit")
            assert [row.cell for row in stored.trace(id, TODAY)] == [row.cell for row in register.trace(id, TODAY)]
