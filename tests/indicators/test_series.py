"""A figure at many days is the figure at each of them; and what is done says since when."""

from datetime import date
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from services.indicators import Moment, at, items, series
from services.ledgers import indicators
from services.ledgers.units import DOMAINS
from tests.indicators.generated import TODAY, fill
from tests.indicators.register import in_memory

DAYS = [date(2022, 12, 31), date(2023, 5, 31), TODAY]


@settings(max_examples=4)
@given(seed=st.integers(0, 10_000))
def test_each_point_is_what_is_measured_there(seed: int) -> None:
    with in_memory() as register:
        fill(register, Random(seed))
        for id in ("K01", "K08", "K17"):
            found = series(register.connection, indicators()[id], DAYS, register.batches, "domain")
            for day, parts in zip(DAYS, found, strict=True):
                whole = register.measure(id, day)
                assert parts[None] == (whole.n, whole.of)
                for domain in DOMAINS:
                    alone = register.measure(id, day, where={"domain": domain})
                    assert parts.get(domain, (0, 0)) == (alone.n, alone.of)


@pytest.mark.parametrize(("id", "field"), [("K08", "first_on"), ("K17", "closed_on")])
def test_what_is_done_bears_its_day(id: str, field: str) -> None:
    for seed in range(5):
        with in_memory() as register:
            fill(register, Random(seed))
            now = at(register.connection, Moment(TODAY, register.batches))
            done = [each for each in items(register.connection, indicators()[id], now) if each["done"]]
            assert all(each[field] <= TODAY for each in done)
