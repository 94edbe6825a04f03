"""The leaders' pages on a small town, on an empty store, and with nonsense in the URL."""

from datetime import date

import pytest
import sqlalchemy as sa

from services.snapshots import snapshot
from tests.pages.analyst import opened, seen, store
from tests.pages.town import build

PAGES = ("overview", "coverage", "training", "rectification", "unit", "rows")


@pytest.fixture
def town() -> None:
    build(store())


def test_the_frame_says_whose_data_and_of_when(town: None) -> None:
    app = opened("overview")
    assert "数据时间：第1批" in seen(app)
    assert "演示数据" in seen(app)
    assert [button.label for button in app.button] == ["清空并开始正式使用"]
    assert str(app.date_input(key="as_of").value) == "2023-10-31"


def test_overview_names_three_figures_and_what_to_take_up(town: None) -> None:
    words = seen(opened("overview"))
    for name in ("涉改单位处置完成率", "履职培训覆盖率", "整改完成率", "件事需要领导出面"):
        assert name in words


@pytest.mark.parametrize("page", ["overview", "coverage", "training", "rectification"])
def test_every_picture_is_titled_and_dated(town: None, page: str) -> None:
    app = opened(page)
    titles = [part.value for part in app.get("html") if '"finding"' in part.value]
    assert len(titles) >= 2
    assert all("截至2023-10-31" in title for title in titles)
    assert all(chart.proto.alt for chart in app.get("plotly_chart"))
    assert not app.error


@pytest.mark.parametrize("page", PAGES)
def test_an_empty_store_says_what_to_upload(page: str) -> None:
    store()
    app = opened(page, k="K17", unit="市某局")
    assert not app.error
    words = seen(app)
    assert "还没有" in words or "没有这样的记录" in words
    assert "Traceback" not in words


@pytest.mark.parametrize("page", PAGES)
def test_nonsense_in_the_url_is_one_sentence(town: None, page: str) -> None:
    nonsense = {"as_of": "昨天", "domain": "<b>火星", "against": "没有", "k": "K99", "part": "x", "unit": "?"}
    app = opened(page, **nonsense)
    assert not app.error
    assert any("昨天" in warning.value for warning in app.warning)


def test_a_filter_splits_n_and_of_and_stays_in_the_url(town: None) -> None:
    app = opened("training")
    app.selectbox(key="domain").select("机关").run()
    assert app.query_params["domain"] == "机关"
    whole, part = opened("training"), opened("training", domain="机关")
    assert part.selectbox(key="domain").value == "机关"
    assert _people(part) < _people(whole)


def _people(app: object) -> int:
    words = seen(app)  # type: ignore[arg-type]
    return int(words.split("本年参训")[1].split("/")[1].split("（")[0])


def test_an_earlier_day_knows_less(town: None) -> None:
    assert "还没有督查问题" in seen(opened("rectification", as_of="2023-01-31"))


def test_a_snapshot_to_compare_with_is_named_on_every_figure_that_moved(town: None) -> None:
    snapshot(store(), "三月例会", date(2023, 3, 31), "业务员甲")
    app = opened("coverage", against="三月例会")
    assert app.selectbox(key="against").value == "三月例会"
    assert "较“三月例会”+" in seen(app)
    assert app.query_params["against"] == "三月例会"


def test_the_plan_stands_beside_the_task(town: None) -> None:
    assert "按计划应完成8家" in seen(opened("overview"))
    assert "按计划应完成0家" in seen(opened("overview", as_of="2023-09-29"))


def test_a_ledger_not_uploaded_is_no_zero(town: None) -> None:
    with store().write() as connection:
        connection.execute(sa.text("DELETE FROM attendance"))
    words = seen(opened("training"))
    assert "还没有上传参训台账" in words
    assert "0%" not in words.split("</style>")[-1]


def test_the_unit_page_shows_what_is_on_record(town: None) -> None:
    app = opened("unit", unit="市第1局")
    assert "市第1局" in seen(app)
    labels = [part.label for part in app.expander]
    assert "单位名册（1家）" in labels
    assert "督查问题整改台账（3项）" in labels
    assert "目标与口径（1项）" not in labels


def test_emptying_the_demonstration_asks_first_and_starts_the_real_store(town: None) -> None:
    app = opened("overview")
    app.button[0].click().run()
    assert store().demonstration() is not None
    next(button for button in app.button if button.label == "清空").click().run()
    assert store().demonstration() is None
    assert store().version() == 0
