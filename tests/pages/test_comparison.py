"""A comparison stands whatever the page is filtered by: the snapshot keeps its day and batch, and takes the slice."""

from dataclasses import replace
from datetime import date

import pytest

from pages.parts import data
from pages.parts.measured import against, measures, split
from pages.parts.view import FILTERS, View, words
from services.changes import Comparison
from services.indicators import Moment
from services.ledgers import indicators
from services.snapshots import snapshot
from tests.pages.analyst import opened, seen, store
from tests.pages.town import AS_OF, build

SPRING = date(2023, 5, 31)


@pytest.fixture
def spring() -> View:
    """Give the view of today that is compared with a snapshot of the end of May."""
    build(store())
    snapshot(store(), "五月例会", SPRING, "业务员甲")
    return View(AS_OF, 1, against="五月例会")


def test_each_slice_is_compared_with_the_same_slice_then(spring: View) -> None:
    now = data.now()
    for dimension in FILTERS:
        for word in words(dimension):
            view = replace(spring, where={dimension: word})
            then = View(SPRING, 1, {dimension: word})
            assert against(now, view, *indicators()) == measures(now.stamp, then, *indicators())


def test_what_moved_a_slice_is_what_moved_it_asked_alone(spring: View) -> None:
    now, then, until = data.now(), Moment(SPRING, 1), Moment(AS_OF, 1)
    slices = [{dimension: word} for dimension in FILTERS for word in words(dimension)]
    with data.store().read() as connection:
        for where in [{}, {"domain": "机关", "disposition": "划转"}, {"domain": "未填"}, *slices]:
            for id in ("K01", "K08", "K17"):
                alone = Comparison(connection, then, until).split(indicators()[id], where)
                assert split(now.stamp, then, until, where, id) == alone, (id, where)


def test_another_day_moves_only_its_own_side(spring: View) -> None:
    now = data.now()
    before = against(now, spring, "K17", "K01")
    july = replace(spring, as_of=date(2023, 7, 31))
    assert measures(now.stamp, july, "K17") != measures(now.stamp, spring, "K17")
    assert against(now, july, "K17", "K01") == before


@pytest.mark.parametrize(
    ("page", "asked"),
    [
        ("coverage", {"domain": "机关"}),
        ("coverage", {"disposition": "划转", "as_of": "2023-08-31"}),
        ("training", {"domain": "事业单位"}),
        ("rectification", {"category": "党费"}),
        ("rectification", {"as_of": "2023-06-30"}),
    ],
)
def test_a_filtered_page_still_says_what_changed(spring: View, page: str, asked: dict[str, str]) -> None:
    app = opened(page, against="五月例会", **asked)
    assert "较“五月例会”" in seen(app)
    assert app.selectbox(key="against").value == "五月例会"


def test_the_filters_are_taken_off_at_once_and_the_comparison_stays(spring: View) -> None:
    app = opened("coverage", against="五月例会", domain="机关", disposition="优化")
    assert "机关 · 优化" in seen(app)
    next(button for button in app.button if button.label == "清除筛选").click().run()
    assert app.query_params.keys() == {"against"}
    assert "机关 · 优化" not in seen(app)
    assert not [button for button in app.button if button.label == "清除筛选"]


def test_a_slice_that_was_empty_then_has_nothing_to_compare_with(spring: View) -> None:
    snapshot(store(), "年初", date(2023, 1, 1), "业务员甲")
    app = opened("rectification", against="年初", category="党费")
    assert not app.error
    assert "个百分点" not in seen(app)
