"""Bands of hours: they leave no hour out, and none lies on both sides of the threshold."""

from itertools import pairwise

import pytest

from services.ledgers.hour_bands import hour_bands
from tests.indicators.register import Register, in_memory
from tests.pages.town import AS_OF


@pytest.mark.parametrize("threshold", [0, 1, 5, 8, 56, 57])
def test_the_bands_meet_at_the_threshold_and_leave_no_hour_out(threshold: int) -> None:
    bands = hour_bands(threshold)
    assert bands[0].start == 0
    assert all(low.end == high.start for low, high in pairwise(bands))
    assert bands[-1].end is None
    assert threshold in [band.start for band in bands]


def test_bands_are_said_in_hours() -> None:
    assert [band.word for band in hour_bands(8)] == ["0–8学时", "8–16学时", "16学时以上"]


def trained(register: Register, person: str, hours: float) -> None:
    common = {"unit": "甲局", "name": person, "person": person}
    register.add("posts", **common, org="甲局党支部", post="委员", started_on=AS_OF.replace(year=2020))
    register.add("attendance", **common, session="班", session_key="班", attended=1, hours=hours)


def test_every_person_is_in_the_band_of_his_hours() -> None:
    with in_memory() as register:
        register.add("units", name="甲局", domain="机关", is_reform=False, is_new=False)
        session = {"name": "班", "key": "班", "year": 2023, "category": "教育培训", "mode": "集中培训", "hours": 8}
        register.add("sessions", **session, started_on=AS_OF.replace(month=5))
        for person, hours in {"甲": 7.5, "乙": 8, "丙": 55.5, "丁": 56, "戊": 900}.items():
            trained(register, person, hours)
        found = register.measure("K10", AS_OF, by="band")
        assert {group.key: (group.n, group.of) for group in found.groups} == {
            "0–8学时": (0, 1), "8–16学时": (0, 1), "48–56学时": (0, 1), "56–64学时": (1, 1), "112学时以上": (1, 1),
        }  # fmt: skip
