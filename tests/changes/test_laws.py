"""What holds for every figure between any two moments: the changes add up, and each thing is told once."""

from collections import Counter
from datetime import timedelta
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from services.changes import KINDS, Comparison, Split, sentence
from services.changes.change import total
from services.indicators import Moment, at
from services.indicators.things import dimensions, things
from services.ledgers import indicators
from tests.changes.generated import live_on
from tests.indicators.generated import TODAY
from tests.indicators.register import Register, in_memory


def adds_up(split: Split) -> None:
    moved = total(change.amount for change in split.changes)
    assert moved.n == pytest.approx(split.difference.n), split.id
    assert moved.of == split.difference.of, split.id
    by_class = total(split.effect(kind) for kind in KINDS)
    assert by_class.n == pytest.approx(moved.n), split.id
    assert by_class.of == moved.of, split.id


def moments(register: Register, random: Random) -> tuple[Moment, Moment]:
    then, now = (
        Moment(TODAY - timedelta(days=random.choice([0, 10, 100, 330])), random.randint(1, register.batches))
        for _ in range(2)
    )
    return then, now


@settings(max_examples=3)
@given(seed=st.integers(0, 10_000))
def test_the_changes_of_every_figure_add_up_to_its_difference(seed: int) -> None:
    random = Random(seed)
    with in_memory() as register:
        live_on(register, random)
        then, now = moments(register, random)
        comparison = Comparison(register.connection, then, now)
        known = at(register.connection, now)
        for id, indicator in indicators().items():
            whole = comparison.split(indicator)
            assert whole is not None
            was, is_now = (register.measure(id, each.as_of, batch=each.batch) for each in (then, now))
            assert (whole.then, whole.now) == ((was.n, was.of), (is_now.n, is_now.of)), id
            adds_up(whole)
            assert sentence(whole, indicator, "上次").startswith("上次（上次）")
            assert all(change.reason for change in whole.changes), id
            name = random.choice(dimensions(things(indicator, known)))
            words = [group.key for group in register.measure(id, now.as_of, by=name, batch=now.batch).groups]
            for word in words[:1]:
                part = comparison.split(indicator, {name: word})
                assert part is not None
                was, is_now = (
                    register.measure(id, each.as_of, where={name: word}, batch=each.batch) for each in (then, now)
                )
                assert (part.then, part.now) == ((was.n, was.of), (is_now.n, is_now.of)), (id, name, word)
                adds_up(part)


@settings(max_examples=2)
@given(seed=st.integers(0, 10_000))
def test_without_news_all_that_happens_is_time_and_without_time_all_is_news(seed: int) -> None:
    random = Random(seed)
    with in_memory() as register:
        live_on(register, random, batches=1)
        earlier = TODAY - timedelta(days=60)
        only_time = Comparison(register.connection, Moment(earlier, 2), Moment(TODAY, 2))
        only_news = Comparison(register.connection, Moment(TODAY, 1), Moment(TODAY, 2))
        nothing = Comparison(register.connection, Moment(TODAY, 2), Moment(TODAY, 2))
        for id, indicator in indicators().items():
            passed, learnt, still = (each.split(indicator) for each in (only_time, only_news, nothing))
            assert passed
            assert learnt
            assert still
            assert {change.kind for change in passed.changes} <= {"真变化", "移交核减"}, id
            dated = {"K03", "K07"}  # 状态 and 现任委员数 are as of the day they were reported
            assert id in dated or "真变化" not in {change.kind for change in learnt.changes}, id
            assert still.changes == ()


@settings(max_examples=2)
@given(seed=st.integers(0, 10_000))
def test_no_thing_is_told_twice(seed: int) -> None:
    random = Random(seed)
    with in_memory() as register:
        live_on(register, random)
        comparison = Comparison(register.connection, *moments(register, random))
        for id in ("K01", "K17", "K19"):
            split = comparison.split(indicators()[id])
            assert split
            told = Counter((change.unit, change.name) for change in split.changes if change.unit)
            # Units without a register row, and findings of the same number and text, may share a name.
            assert not told or max(told.values()) == 1, (id, told)
