"""Over the demonstration: every figure, under every filter, at every snapshot, has as many rows as it says."""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from urllib.parse import parse_qsl

import pytest
from sqlalchemy import Connection
from streamlit.testing.v1 import AppTest

from pages.parts import data
from pages.parts.view import FILTERS, View
from services.demo import AS_OF
from services.demo.fill import fill
from services.indicators import At, Indicator, Measure, Moment, at, items, measure, trace
from services.indicators.things import dimensions, things
from services.ledgers import indicators
from services.store import Store
from tests.pages.analyst import opened, seen

NOW = Moment(AS_OF, 66)
SNAPSHOTS = (Moment(date(2023, 6, 30), 30), Moment(date(2023, 3, 31), 66), Moment(date(2022, 11, 30), 8))
# What pictures slice by besides the filters; the many units and organisations are told by a few of each.
SLICES = ("state", "band", "kind", "post", "round", "training", "unit")
MONTHS = ("fed_back_month", "closed_month")  # of K17
FEW = 3
# What stands beside a figure and is in neither of its parts, as the figure counts it.
BESIDE = {"K02": ("undated",), "K03": ("under_three", "unknown"), "K08": ("left_trained",), "K11": ("not_due",)}
BESIDE["K17"] = ("transferred",)
COUNTED = [each for each in indicators().values() if each.id != "K25"]  # K25 counts cells, one row for each
LEADERS = ("overview", "coverage", "training", "rectification")


@pytest.fixture(scope="module")
def demonstration(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """Give a store with the demonstration in it, which nobody changes."""
    store = Store.open(f"sqlite:///{tmp_path_factory.mktemp('lists') / 'demo.db'}")
    assert fill(store) == NOW.batch
    yield store
    store.engine.dispose()


@pytest.fixture
def shown(demonstration: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the pages open the demonstration."""
    monkeypatch.setenv("DATABASE_URL", str(demonstration.engine.url))


def listed(connection: Connection, indicator: Indicator, now: At, found: Measure, where: dict[str, str]) -> list[str]:
    """Give what is wrong with the lists behind a figure."""
    expected = {} if indicator.sums else {"n": found.n}
    if found.of is not None:
        expected |= {"rest": found.of - found.n} | ({} if where else {"of": found.of})
    faults = []
    for part, n in expected.items():
        rows = len(trace(connection, indicator, now, part, where))  # type: ignore[arg-type]
        if rows != n:
            faults.append(f"{indicator.id} {part} {where}: figure {n}, list {rows}")
    return faults


def split(connection: Connection, indicator: Indicator, now: At, name: str) -> tuple[list[str], list[dict[str, str]]]:
    """Give what is wrong with the groups of a dimension, and the slices they make."""
    found = measure(connection, indicator, now, {}, name)
    assert found is not None
    gap = found.values["gap"] if indicator.target else 0
    faults = []
    if sum(group.n for group in found.groups) != pytest.approx(found.n):
        faults.append(f"{indicator.id} n by {name}")
    if indicator.share and sum(group.of or 0 for group in found.groups) + gap != found.of:
        faults.append(f"{indicator.id} of by {name}")
    groups = found.groups[:FEW] if name == "unit" else found.groups
    return faults, [{name: group.key} for group in groups]


def page(indicator: Indicator) -> tuple[str, ...]:
    """Give the filters of the page an indicator stands on."""
    number = int(indicator.id[1:3])
    return (
        ("domain", "reform_type", "disposition")
        if number < 8
        else ("domain",)
        if number < 15
        else ("domain", "category")
    )


@pytest.mark.parametrize("moment", [NOW, *SNAPSHOTS], ids=lambda moment: f"{moment.as_of} {moment.batch}")
def test_every_figure_has_the_rows_it_says_under_every_filter(demonstration: Store, moment: Moment) -> None:
    faults: list[str] = []
    with demonstration.read() as connection:
        now = at(connection, moment)
        for indicator in COUNTED:
            slices: list[dict[str, str]] = [{}]
            names = (
                (*FILTERS, *SLICES, *(MONTHS if indicator.id == "K17" else ())) if moment == NOW else page(indicator)
            )
            for name in (each for each in names if each in dimensions(things(indicator, now))):
                wrong, parts = split(connection, indicator, now, name)
                faults += wrong
                slices += parts
            for where in slices:
                found = measure(connection, indicator, now, where)
                assert found is not None
                faults += listed(connection, indicator, now, found, where)
    assert faults == []


def test_what_stands_beside_a_figure_has_its_rows_too(demonstration: Store) -> None:
    with demonstration.read() as connection:
        now = at(connection, NOW)
        for name, counted in BESIDE.items():
            for where in ({}, {"domain": "机关"}):
                found = measure(connection, indicators()[name], now, where)
                assert found is not None
                rows = trace(connection, indicators()[name], now, "beside", where)
                assert len(rows) == sum(found.values[each] for each in counted), name


def test_a_sum_of_hours_is_the_sum_of_its_rows(demonstration: Store) -> None:
    with demonstration.read() as connection:
        now, hours = at(connection, NOW), indicators()["K14"]
        found = measure(connection, hours, now)
        counted = items(connection, hours, now)
        assert found is not None
        assert sum(float(each["hours"]) for each in counted) == pytest.approx(found.n)
        assert len(trace(connection, hours, now)) == len(counted)


def test_two_slices_at_once_as_a_click_on_a_picture_makes_them(demonstration: Store) -> None:
    with demonstration.read() as connection:
        now = at(connection, NOW)
        for name, part, first, second in (
            ("K01a", "n", "disposition", "state"),
            ("K17", "rest", "unit", "category"),
            ("K19", "n", "unit", "band"),
            ("K10", "of", "domain", "band"),
        ):
            found = [each for each in items(connection, indicators()[name], now) if each.get("counted", 1)]
            wanted = [each for each in found if part != "rest" or not each["done"]]
            pairs = Counter((each[first], each[second]) for each in wanted)
            for (one, two), n in pairs.most_common(FEW):
                rows = trace(connection, indicators()[name], now, part, {first: one, second: two})  # type: ignore[arg-type]
                assert len(rows) == n, (name, one, two)


def links(app: AppTest) -> list[tuple[str, dict[str, str]]]:
    """Give the links of a page to lists: the words on each, and what it asks for."""
    found = [(part.proto.label, part.proto.query_string, part.proto.page) for part in app.get("page_link")]
    return [(label, dict(parse_qsl(query))) for label, query, page in found if page == "rows"]


@pytest.mark.parametrize("name", LEADERS)
@pytest.mark.parametrize("asked", [{}, {"domain": "机关"}, {"as_of": "2023-06-30", "domain": "国有企业"}], ids=str)
def test_the_number_on_a_link_is_the_length_of_its_list(shown: None, name: str, asked: dict[str, str]) -> None:
    stamp = data.now().stamp
    told = 0
    for label, query in links(opened(name, **asked)):
        where = {key: word for key, word in query.items() if key not in ("k", "part", "as_of", "against")}
        assert where.get("domain") == asked.get("domain")
        view = View(date.fromisoformat(query.get("as_of", AS_OF.isoformat())), NOW.batch, where)
        number = re.search(r"（([\d.]+)）$", label)
        if number and query["k"] != "K14":
            told += 1
            rows = data.behind(stamp, view, query["k"], query["part"])  # type: ignore[arg-type]
            assert len(rows) == float(number[1]), (label, query)
    assert told >= 5


@pytest.mark.parametrize(
    "query",
    [
        {"k": "K01a", "part": "n", "disposition": "划转", "state": "已批复"},
        {"k": "K10", "part": "of", "band": "48–56学时"},
        {"k": "K14", "part": "n", "training": "实践锻炼"},
        {"k": "K17", "part": "n", "closed_month": "2023-09"},
        {"k": "K17", "part": "of", "fed_back_month": "2023-04"},
        {"k": "K19", "part": "n", "band": ">90"},
        {"k": "K06", "part": "of", "kind": "党总支"},
        {"k": "K11", "part": "beside"},
        {"k": "K08", "part": "rest", "post": "书记", "domain": "机关"},
        {"k": "K01", "part": "rest"},
    ],
    ids=lambda query: query["k"],
)
def test_the_page_shows_exactly_those_rows(shown: None, query: dict[str, str]) -> None:
    app = opened("rows", **query)
    where = {name: word for name, word in query.items() if name not in ("k", "part")}
    rows = data.behind(data.now().stamp, View(AS_OF, NOW.batch, where), query["k"], query["part"])  # type: ignore[arg-type]
    assert rows
    assert len(app.dataframe[0].value) == len(rows)
    assert f"共{len(rows)}行" in seen(app)
    assert not app.warning
