"""快照: published once and never changed: the same figures and the same page bytes, whatever comes later."""

import json
from datetime import date

import pytest
from streamlit.testing.v1 import AppTest

from services import aliases
from services.batches import undo
from services.indicators import Moment, at, measure_all
from services.ledgers import indicators
from services.snapshots import named, snapshot, snapshots
from services.store import Store
from tests.pages.analyst import opened, seen, store
from tests.pages.later import change
from tests.pages.town import AS_OF, build

AT = {"as_of": AS_OF.isoformat(), "known": "1"}  # as the list of snapshots opens one
PAGES: tuple[tuple[str, dict[str, str]], ...] = (
    ("overview", {}), ("coverage", {}), ("training", {}), ("rectification", {}), ("changes", {}),
    ("changes", {"k": "K17"}), ("unit", {"unit": "市第1局"}), ("rows", {"k": "K17", "part": "of"}),
)  # fmt: skip


@pytest.fixture
def town() -> Store:
    opened_store = store()
    build(opened_store)
    return opened_store


def figures(of: Store, moment: Moment) -> str:
    with of.read() as connection:
        found = measure_all(connection, indicators().values(), at(connection, moment), by="unit")
    return json.dumps([each.as_json() for each in found], ensure_ascii=False, default=str)


def drawn(page: str, more: dict[str, str]) -> list[str]:
    """Give everything a page says and shows: its words, its pictures, its charts and its tables."""
    app = opened(page, **AT, **more)
    pictures = [part.proto.json for part in app.main if getattr(part, "type", "") == "bidi_component"]
    charts = [part.proto.spec for part in app.get("plotly_chart")]
    tables = [part.value.to_json(force_ascii=False) for part in app.dataframe]
    return [*(part.value for part in app.get("html")), *pictures, *charts, *tables]


def test_whatever_comes_later_a_snapshot_shows_the_same_bytes(town: Store) -> None:
    snapshot(town, "三月例会", date(2023, 3, 31), "业务员甲", "会议")
    published = snapshot(town, "十月例会", AS_OF, "业务员甲", "会议")
    moment = Moment(published.as_of, published.batch)
    then = figures(town, moment), [drawn(*page) for page in PAGES]
    assert all(len(before) > 5 for before in then[1])
    change(
        town, 2, units={"short_name": "改了", "domain": "社会组织"}, reform={"completed_on": None, "remark": "改了"},
        findings={"closed_on": None, "due_on": date(2023, 1, 1)}, attendance={"attended": 0}, posts={"person": "改了"},
        targets={"value": "200"}, weak_orgs={"closed_on": None}, elections={"result_approved_on": None},
    )  # fmt: skip
    aliases.add(town, "另一个名字", "市第1局", "简称", "业务员乙")
    assert figures(town, Moment(AS_OF, 2)) != then[0], "what came later does move the figures now"
    assert undo(town, 2, "业务员乙").outcome == "undone"
    change(town, 4, targets={"value": "300", "effective_on": date(2020, 1, 1)}, units={"is_reform": False})
    snapshot(town, "以后的", date(2023, 12, 31), "业务员乙")
    snapshot(town, "后来补的九月", date(2023, 9, 30), "业务员乙")
    assert named(town, "十月例会") == published
    assert figures(town, moment) == then[0]
    for page, before in zip(PAGES, then[1], strict=True):
        assert drawn(*page) == before, page


def test_an_empty_store_says_what_comes_first() -> None:
    store()
    assert "上传台账以后" in seen(opened("snapshots"))


def published(app: AppTest, name: str) -> AppTest:
    app.text_input(key="snapshot_name").input(name).run()
    return next(each for each in app.button if each.label == "发布").click().run()


def test_an_analyst_publishes_a_snapshot_and_sees_it_with_its_figures(town: Store) -> None:
    app = opened("snapshots")
    assert "还没有快照" in seen(app)
    app.segmented_control(key="snapshot_kind").set_value("会议").run()
    app.text_input(key="snapshot_note").input("报市委").run()
    words = seen(published(app, "十月例会"))
    (made,) = snapshots(town)
    assert (made.name, made.kind, made.note, made.as_of, made.batch) == ("十月例会", "会议", "报市委", AS_OF, 1)
    assert "已发布“十月例会”：截至2023-10-31，按第1批所知" in words
    assert "涉改单位处置完成率</i>4/10" in words


def test_what_the_page_showed_is_published_even_if_more_came_in_between(town: Store) -> None:
    app = opened("snapshots")
    app.text_input(key="snapshot_name").input("十月例会").run()
    change(town, 2, findings={"closed_on": None})
    next(each for each in app.button if each.label == "发布").click().run()
    assert [each.batch for each in snapshots(town)] == [1]


def test_a_day_beyond_today_in_the_address_does_not_stop_the_page(town: Store) -> None:
    app = opened("snapshots", as_of="2090-01-01")
    assert not app.error
    assert app.date_input(key="snapshot_day").value == AS_OF


def test_a_name_is_taken_once_and_is_never_empty(town: Store) -> None:
    snapshot(town, "十月例会", AS_OF, "业务员甲")
    assert "已经有名为“十月例会”的快照" in seen(published(opened("snapshots"), "十月例会"))
    assert "请给快照起一个名称" in seen(published(opened("snapshots"), " "))
    assert len(snapshots(town)) == 1


def test_words_of_the_analyst_are_escaped(town: Store) -> None:
    snapshot(town, "<b>粗</b>", AS_OF, "<i>甲</i>", "会议", "<u>注</u>")
    words = seen(opened("snapshots"))
    assert "&lt;b&gt;粗" in words
    assert "<i>甲" not in words
    assert "<u>注" not in words


def test_the_strip_goes_back_in_what_was_known(town: Store) -> None:
    change(town, 2, findings={"closed_on": None})
    app = opened("rectification")
    assert app.selectbox(key="known").options == ["最新 · 第2批 11-02", "第2批 11-02", "第1批 10-31"]
    newest = seen(app)
    app.selectbox(key="known").select_index(2).run()
    assert app.query_params["known"] == "1"
    assert "数据时间：第1批" in seen(app)
    assert seen(app) != newest
    app.button(key="back").click().run()
    assert "known" not in app.query_params
    assert seen(app) == newest


def test_a_batch_there_is_none_of_is_one_sentence(town: Store) -> None:
    for known in ("7", "0", "-1", "x", "9" * 30):
        (warning,) = opened("overview", known=known).warning
        assert "已按最新数据显示" in warning.value
