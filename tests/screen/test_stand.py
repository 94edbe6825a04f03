"""What a wall stands at and is compared with; what is published once stays as it was, to the byte."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from services.errors import BadRequest
from services.indicators import Moment
from services.screen.content import content
from services.screen.playlist import DEFAULT
from services.screen.stand import stand
from services.snapshots import snapshot
from services.store import Store
from tests.pages.later import change
from tests.pages.town import AS_OF
from tests.screen.wall import shown, town, written

JUNE, SEPTEMBER = date(2023, 6, 30), date(2023, 9, 30)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = town(tmp_path)
    yield opened
    opened.engine.dispose()


def test_before_anything_is_published_it_stands_at_what_is_known_today(store: Store) -> None:
    found = stand(store, DEFAULT)
    assert (found.moment, found.snapshot, found.before) == (Moment(AS_OF, 1), None, None)


def test_it_stands_at_the_newest_published_compared_with_the_one_before(store: Store) -> None:
    snapshot(store, "6月例会", JUNE, "业务员甲")
    assert stand(store, DEFAULT).before is None
    snapshot(store, "9月例会", SEPTEMBER, "业务员甲")
    found = stand(store, DEFAULT)
    assert (found.snapshot, found.moment) == ("9月例会", Moment(SEPTEMBER, 1))
    assert found.before is not None
    assert found.before.name == "6月例会"
    assert stand(store, replace(DEFAULT, snapshot="6月例会")).moment == Moment(JUNE, 1)
    with pytest.raises(BadRequest, match="没有名为"):
        stand(store, replace(DEFAULT, snapshot="没有这个"))


def test_it_is_never_compared_with_what_came_later_or_knew_more(store: Store) -> None:
    snapshot(store, "6月例会", JUNE, "业务员甲")
    snapshot(store, "6月又一次", JUNE, "业务员甲")
    snapshot(store, "9月例会", SEPTEMBER, "业务员甲")
    snapshot(store, "补发8月", date(2023, 8, 31), "业务员甲")
    before = stand(store, replace(DEFAULT, snapshot="9月例会")).before
    assert before is not None
    assert before.name == "6月又一次"
    assert stand(store, replace(DEFAULT, snapshot="6月又一次")).before is None


def test_a_published_wall_stays_the_same_to_the_byte(store: Store) -> None:
    snapshot(store, "6月例会", JUNE, "业务员甲")
    snapshot(store, "9月例会", SEPTEMBER, "业务员甲")
    for fields in ({}, {"list_units": True}, {"domain": "机关"}):
        fixed = replace(DEFAULT, snapshot="9月例会", **fields)
        first = written(content(store, fixed))
        assert written(content(store, fixed)) == first
    whole = written(shown(store, snapshot="9月例会"))
    change(store, 2, reform={"completed_on": date(2023, 6, 1)}, units={"short_name": "改了名"})
    snapshot(store, "补发8月", date(2023, 8, 31), "业务员甲")
    snapshot(store, "10月例会", AS_OF, "业务员甲")
    assert written(shown(store, snapshot="9月例会")) == whole
    assert shown(store)["snapshot"] == "10月例会"
    assert shown(store)["version"] != shown(store, snapshot="9月例会")["version"]


def test_an_unknown_kind_of_page_is_one_sentence(store: Store) -> None:
    with pytest.raises(BadRequest, match="没有“weather”这种页面"):
        shown(store, pages=(("weather", 20),))
