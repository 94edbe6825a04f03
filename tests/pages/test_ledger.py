"""台账 and 全部台账: drawn from the declarations alone, with nothing, with the demonstration, under a filter."""

from collections.abc import Iterator

import pytest

from pages.parts.ledger_figures import Piece, lines
from pages.parts.view import View
from services.demo import AS_OF
from services.demo.fill import fill
from services.ledgers import ledgers
from services.store import Store
from tests.pages.analyst import opened, seen, store


@pytest.fixture(scope="module")
def demonstration(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """Give a store with the demonstration in it, which nobody changes."""
    filled = Store.open(f"sqlite:///{tmp_path_factory.mktemp('ledgers') / 'demo.db'}")
    fill(filled)
    yield filled
    filled.engine.dispose()


@pytest.fixture
def shown(demonstration: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the pages open the demonstration."""
    monkeypatch.setenv("DATABASE_URL", str(demonstration.engine.url))


@pytest.mark.parametrize("name", ledgers())
def test_every_ledger_has_a_page_that_says_its_figures(name: str, shown: None) -> None:
    app = opened("ledger", ledger=name)
    declared, words = ledgers()[name], seen(app)
    assert f"{declared.title}：" in words
    assert not app.warning
    for indicator in declared.indicators:
        assert indicator.name in words
    for chart in declared.charts:
        assert chart.question in words
    assert "没有可以画的记录" not in words
    assert not declared.awaited or "家在管单位还没有记录" in words or "在管单位都有记录" in words


def test_a_ledger_without_rows_says_how_to_begin() -> None:
    store()
    words = seen(opened("ledger", ledger="contacts"))
    assert "联系点走访与诉求：还没有数据" in words
    assert "手头正在用的表也可以直接传" in words


def test_an_unknown_ledger_is_one_sentence_and_a_way_back() -> None:
    store()
    app = opened("ledger", ledger="<b>nowhere</b>")
    (warning,) = app.warning
    assert "全部台账" in warning.value
    assert "nowhere" not in seen(app)


def test_a_filter_of_a_chart_slices_the_figures_and_stays_in_the_url(shown: None) -> None:
    whole = seen(opened("ledger", ledger="campaigns"))
    app = opened("ledger", ledger="campaigns", **{"by.campaign": "模范机关创建行动"})
    words = seen(app)
    assert '<span class="slice">模范机关创建行动</span>' in words
    assert words != whole
    app.selectbox(key="by.campaigns campaign").set_value("全部").run()
    assert "by.campaign" not in app.query_params
    assert '<span class="slice">' not in seen(app)


def test_the_list_behind_a_slice_of_a_chart_names_the_dimension(shown: None) -> None:
    app = opened("rows", k="K31", part="of", **{"by.category": "好政策"})
    assert "类别：好政策" in seen(app)
    assert not app.warning


def test_a_word_that_is_no_filter_of_the_pages_is_written_apart() -> None:
    view = View(AS_OF, 1, {"category": "好政策", "domain": "机关"})
    assert view.params(AS_OF) == {"by.category": "好政策", "domain": "机关"}
    assert View(AS_OF, 1, {"category": "党费"}).params(AS_OF) == {"category": "党费"}


def test_a_case_is_raised_from_the_page_and_can_be_found_in_history(demonstration: Store, shown: None) -> None:
    words = seen(opened("ledger", ledger="contacts"))
    assert "项可以转为督查问题" in words
    assert "项可以转为督查问题" not in seen(opened("ledger", ledger="campaigns"))


def test_all_ledgers_stand_on_one_page_with_figure_day_and_silent_units(shown: None) -> None:
    app = opened("registers")
    assert f"{len(ledgers())}种台账都有数据" in seen(app)
    assert not app.warning


def test_without_data_all_ledgers_are_there_and_unreported() -> None:
    store()
    assert f"{len(ledgers())}种台账，0种有数据。" in seen(opened("registers"))


def test_narrow_pictures_stand_in_pairs_and_a_wide_one_alone() -> None:
    def piece(wide: bool) -> Piece:
        return Piece(lambda: None, wide)

    a, b, c, d, wide = piece(False), piece(False), piece(False), piece(False), piece(True)
    assert lines([a, wide, b]) == [[a, b], [wide]]
    assert lines([a, b, c]) == [[a, b, c]]
    assert lines([a, b, wide, c, d]) == [[a, b], [wide], [c, d]]
    assert lines([]) == []
