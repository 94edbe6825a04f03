"""The URL: what it asks for, what of it makes no sense, and that a link leads to the same view again."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from pages.parts.view import FILTERS, View, read, words

DAY = date(2023, 10, 31)
MARCH = {"三月": (date(2023, 3, 31), 5)}


def test_an_empty_query_is_the_default() -> None:
    assert read({}, DAY, 7) == (View(DAY, 7), [])


def test_what_is_asked_for_is_given() -> None:
    view, complaints = read({"as_of": "2023-05-31", "domain": "机关", "against": "三月"}, DAY, 7, MARCH)
    assert view == View(date(2023, 5, 31), 7, {"domain": "机关"}, "三月", chosen=True)
    assert complaints == []


def test_every_part_that_makes_no_sense_is_said_and_left_out() -> None:
    view, complaints = read({"as_of": "昨天", "domain": "火星", "against": "没有"}, DAY, 7)
    assert view == View(DAY, 7, chosen=True)
    assert len(complaints) == 3


def test_a_view_is_compared_with_the_newest_earlier_snapshot_unless_asked_otherwise() -> None:
    named = MARCH | {"六月": (date(2023, 6, 30), 6), "会后": (DAY, 7)}
    assert read({}, DAY, 7, named)[0].against == "六月"
    assert read({"as_of": "2023-04-01"}, DAY, 7, named)[0].against == "三月"
    assert read({"as_of": "2023-01-01"}, DAY, 7, named)[0].against is None
    alone = read({"against": "不对比"}, DAY, 7, named)[0]
    assert alone == View(DAY, 7, chosen=True)
    assert read(alone.params(DAY), DAY, 7, named)[0] == alone
    assert "against" not in read({}, DAY, 7, named)[0].params(DAY), "a link goes on to the newest one there will be"


def test_a_snapshot_that_knows_more_is_no_earlier_one() -> None:
    named = MARCH | {"后来补的六月": (date(2023, 6, 30), 9)}
    assert read({"known": "7"}, DAY, 9, named)[0].against == "三月"
    assert read({}, DAY, 9, named)[0].against == "后来补的六月"


def test_a_day_out_of_all_bounds_is_no_day() -> None:
    for written in ("0001-01-01", "9999-12-31", "2023-02-30"):
        view, complaints = read({"as_of": written}, DAY, 7)
        assert view.as_of == DAY
        assert len(complaints) == 1


@given(st.dictionaries(st.sampled_from(["as_of", "against", *FILTERS]), st.text(max_size=200)))
def test_nothing_in_the_url_is_an_error(params: dict[str, str]) -> None:
    view, complaints = read(params, DAY, 7)
    assert view.batch == 7
    assert all(len(sentence) < 100 for sentence in complaints)


@given(
    st.dates(date(2001, 1, 1), date(2099, 1, 1)),
    st.fixed_dictionaries({}, optional={name: st.sampled_from(words(name)) for name in FILTERS}),
)
def test_a_link_leads_to_the_same_view(day: date, where: dict[str, str]) -> None:
    view = View(day, 7, where)
    assert read(view.params(DAY), DAY, 7) == (view, [])


def test_a_view_can_be_narrowed_and_sliced() -> None:
    view = View(DAY, 7, {"domain": "机关", "category": "党费"})
    assert view.only("domain").where == {"domain": "机关"}
    assert view.only().sliced(unit="市某局").where == {"unit": "市某局"}
    assert view.params(DAY, k="K17") == {"domain": "机关", "category": "党费", "k": "K17"}
