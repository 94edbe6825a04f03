"""Over all declarations: what a ledger promises holds for every one, with its own sample and with nothing at all."""

import io
from collections.abc import Iterator
from datetime import UTC, datetime

import openpyxl
import pytest

from pages.parts.chart_picture import crossed, pairs, single
from services.batches import Options, commit, preview
from services.batches.layouts import reading
from services.chart_words import finding, size
from services.demo import AS_OF, demonstration
from services.demo.samples import samples
from services.indicators import At, Group, Measure, Moment, at, measure, trace
from services.indicators.things import dimensions, things
from services.ingest import reader_text, reader_xlsx
from services.ledger import Chart, Ledger
from services.ledgers import indicators, ledgers, works
from services.ledgers.dimensions import title
from services.store import Store
from services.store.engine import Connection
from services.workbook.export import rows_at, xlsx
from services.workbook.template import template

ALL = list(ledgers().values())
CHARTS = [(ledger, chart) for ledger in ALL for chart in ledger.charts]
each_ledger = pytest.mark.parametrize("declared", ALL, ids=lambda declared: declared.id)
# What twenty units have none of; tests/pages/test_ledger.py draws these on the demonstration.
NONE_IN_THE_SAMPLE = {"K06b", "K23a", "K24a", "K30a"}
each_chart = pytest.mark.parametrize(
    ("declared", "chart"),
    CHARTS,
    ids=[f"{ledger.id} {chart.indicator} {chart.kind} {chart.by}" for ledger, chart in CHARTS],
)


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    store = Store.open(f"sqlite:///{tmp_path_factory.mktemp('empty') / 'store.db'}")
    yield store
    store.engine.dispose()


@pytest.fixture(scope="module")
def sampled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """Give a store with the tidy sample of every ledger, which nobody changes."""
    store = Store.open(f"sqlite:///{tmp_path_factory.mktemp('sampled') / 'store.db'}")
    for file, ledger, content in samples():
        if file.endswith("-规范.xlsx"):
            seen = preview(store, file, content, Options(ledger), AS_OF)
            assert seen.outcome == "ready", file
            assert not [problem for sheet in seen.sheets for problem in sheet.problems if problem.level == "error"], (
                file
            )
            commit(store, seen, "业务员甲", datetime.now(UTC))
    yield store
    store.engine.dispose()


def sent() -> list[tuple[str, str, bytes]]:
    return [*samples(), *((file.name, file.ledger, file.content) for file in demonstration())]


def test_every_file_of_ours_is_recognised_by_its_headers_as_its_own_ledger() -> None:
    wrong = []
    for name, ledger, content in sent():
        book = reader_text.parse(content) if name.endswith(".csv") else reader_xlsx.parse(content)
        found = reading(book.sheets[0], Options(), []).ledger
        if found is None or found.id != ledger:
            wrong.append((name, found and found.id))
    assert wrong == []


@each_ledger
def test_the_template_takes_the_sample_and_is_recognised(declared: Ledger, sampled: Store) -> None:
    book = openpyxl.load_workbook(io.BytesIO(template(declared)))
    page = book.worksheets[0]
    exported = openpyxl.load_workbook(io.BytesIO(xlsx(declared, rows_at(sampled, declared, None, None)))).worksheets[0]
    for row in exported.iter_rows(min_row=2, values_only=True):
        page.append(row)
    written = io.BytesIO()
    book.save(written)
    seen = preview(sampled, "模板.xlsx", written.getvalue(), Options(), AS_OF)
    assert (seen.outcome, seen.sheets[0].ledger) == ("unchanged", declared.id)


@each_ledger
def test_what_is_exported_changes_nothing_when_it_comes_back(declared: Ledger, sampled: Store) -> None:
    rows = rows_at(sampled, declared, None, None)
    seen = preview(sampled, "导出.xlsx", xlsx(declared, rows), Options(), AS_OF)
    assert (seen.outcome, seen.sheets[0].ledger) == ("unchanged", declared.id)


@each_ledger
def test_every_figure_has_a_work_and_a_list_as_long_as_it_says(declared: Ledger, sampled: Store) -> None:
    with sampled.read() as connection:
        now = at(connection, Moment(AS_OF, sampled.version()))
        for each in declared.indicators:
            found = measure(connection, each, now)
            assert found is not None
            assert works()[each.id] == declared.work != ""
            if not each.sums:
                assert len(trace(connection, each, now)) == found.n, each.id
            if found.of is not None:
                assert len(trace(connection, each, now, "rest")) == found.of - found.n, each.id


@each_chart
def test_a_chart_draws_dimensions_of_a_figure_that_have_names(declared: Ledger, chart: Chart, empty: Store) -> None:
    indicator = indicators()[chart.indicator]
    with empty.read() as connection:
        known = dimensions(things(indicator, at(connection, Moment(AS_OF, 0))))
    for name in filter(None, (chart.by, chart.across)):
        assert name in known
        assert title(indicator, name), f"{name}: say its title in Indicator.titles"
    assert indicator in declared.indicators
    assert chart.kind != "shares" or indicator.share
    assert chart.kind != "matrix" or chart.across


@each_chart
def test_a_chart_without_rows_says_its_question(declared: Ledger, chart: Chart, empty: Store) -> None:
    indicator = indicators()[chart.indicator]
    with empty.read() as connection:
        split = measure(connection, indicator, at(connection, Moment(AS_OF, 0)), by=chart.by)
    assert split is not None
    assert finding(chart, indicator, split, {}) == chart.question


@each_chart
def test_a_chart_draws_every_group_and_says_a_finding(declared: Ledger, chart: Chart, sampled: Store) -> None:
    indicator = indicators()[chart.indicator]
    with sampled.read() as connection:
        now = at(connection, Moment(AS_OF, sampled.version()))
        split = measure(connection, indicator, now, by=chart.by)
        assert split is not None
        groups = [group for group in split.groups if size(group)]
        assert bool(groups) == (chart.indicator not in NONE_IN_THE_SAMPLE)
        if not groups:
            return
        across = _across(connection, chart, now)
    said = finding(chart, indicator, split, pairs(chart, indicator, across))
    assert said != chart.question
    drawn, table = crossed(chart, indicator, groups, across, said) if across else single(chart, indicator, groups, said)
    assert said in drawn
    assert "data-go" in drawn
    assert len(table.rows) == len(across if across and chart.kind == "states" else groups)


def _across(connection: Connection, chart: Chart, now: At) -> dict[str, dict[str, Group]]:
    if not chart.across:
        return {}
    indicator = indicators()[chart.indicator]

    def split(by: str, where: dict[str, str]) -> Measure:
        found = measure(connection, indicator, now, where, by)
        assert found is not None
        return found

    parts = {word.key: split(chart.by, {chart.across: word.key}) for word in split(chart.across, {}).groups}
    return {word: {group.key: group for group in part.groups if size(group)} for word, part in parts.items()}
