"""填得全不全, 有多新: the parts add up to K25, and what lies ahead is not how far a ledger reaches."""

from datetime import date
from random import Random

import pytest

from services.indicators import Moment, at
from services.ledgers.completeness import by_unit
from services.ledgers.freshness import freshness
from services.quality import incomplete, shares, total
from tests.indicators.generated import TODAY, fill
from tests.indicators.register import Register

D = date.fromisoformat


@pytest.mark.parametrize("seed", range(4))
def test_units_and_ledgers_add_up_to_the_indicator(register: Register, seed: int) -> None:
    fill(register, Random(seed))
    found = by_unit(register.connection, at(register.connection, Moment(TODAY, register.batches)))
    measured = register.measure("K25", TODAY)
    assert total(shares(found).values()) == (measured.n, measured.of)
    assert {ledger: {"n": n, "of": of} for ledger, (n, of) in shares(found).items()} == {
        ledger: share for ledger, share in measured.values["ledgers"].items() if share["of"]
    }


def test_a_slice_holds_its_units_only(stored: Register) -> None:
    stored.add("units", name="甲局", domain="机关", is_reform=False, is_new=False)
    stored.add("units", name="乙厂", domain="国有企业", is_reform=False, is_new=False, members=3, full_members=3)
    stored.add("targets", item="临期天数", value="15", effective_on=TODAY)
    here = at(stored.connection, Moment(TODAY, stored.batches))
    assert {each.unit for each in by_unit(stored.connection, here)} == {"甲局", "乙厂", None}
    (part,) = by_unit(stored.connection, here, {"domain": "机关"})
    assert (part.unit, part.domain, part.n, part.of) == ("甲局", "机关", 4, 6)
    lacking = incomplete(by_unit(stored.connection, here))
    assert {unit: each.blanks for unit, each in lacking.items()} == {"甲局": (("units", 2),)}


def test_plans_and_days_to_come_make_no_ledger_newer(stored: Register) -> None:
    stored.add("reform", unit="甲局", disposition="优化", approved_on=D("2023-05-01"), planned_on=D("2023-08-01"))
    stored.add("reform", unit="乙局", disposition="优化", completed_on=D("2023-12-01"))
    found = {each.ledger: each for each in freshness(stored.connection, at(stored.connection, Moment(TODAY, 1)))}
    assert (found["reform"].rows, found["reform"].batch, found["reform"].day) == (2, 1, D("2023-05-01"))
    assert (found["findings"].rows, found["findings"].batch) == (0, None)
