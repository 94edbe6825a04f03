"""本期变化: what moved each figure since the snapshot, who is behind it, and the way to the cell."""

from datetime import date

import pytest

from pages.parts.compared import compared
from pages.parts.data import Now
from pages.parts.view import View, newest_before
from services.indicators import Moment
from services.snapshots import snapshot
from services.store import Store
from tests.pages.analyst import opened, seen, store
from tests.pages.later import change
from tests.pages.town import AS_OF, build


@pytest.fixture
def town() -> Store:
    opened_store = store()
    build(opened_store)
    return opened_store


@pytest.fixture
def march(town: Store) -> Store:
    snapshot(town, "三月例会", date(2023, 3, 31), "业务员甲", "会议")
    return town


def test_an_empty_store_says_how_to_publish_a_snapshot() -> None:
    store()
    app = opened("changes")
    assert "还没有快照" in seen(app)
    assert not app.error


def test_the_newest_earlier_snapshot_is_compared_with_unless_another_is_asked_for(march: Store) -> None:
    snapshot(march, "六月例会", date(2023, 6, 30), "业务员甲")
    app = opened("changes")
    assert app.selectbox(key="against").value == "六月例会"
    assert "与“六月例会”相比" in seen(app)
    alone = opened("changes", against="不对比")
    assert "选了“不对比”" in seen(alone)
    assert alone.query_params["against"] == "不对比", "it goes along to the next page"
    assert "与“三月例会”相比" in seen(opened("changes", against="三月例会"))


def test_every_figure_that_moved_is_told_with_names_and_classes(march: Store) -> None:
    words = seen(opened("changes"))
    assert "涉改单位处置完成率 0/10 → 4/10家，增4家，+40.0个百分点" in words
    assert "第3局" in words
    assert "真变化" in words
    assert "三月例会：截至2023-03-31，按第1批所知 → 现在：截至2023-10-31，按第1批所知" in words


def test_one_figure_is_told_thing_by_thing_with_its_cell(march: Store) -> None:
    app = opened("changes", k="K01")
    assert "上次（三月例会）0/10家，现在4/10家：真变化+4" in seen(app)
    links = {(link.proto.label, link.proto.page) for link in app.get("page_link")}
    assert ("市第3局", "unit") in {(label, page.rpartition("/")[2].removesuffix(".py")) for label, page in links}
    assert any(label.startswith("第1批 ") for label, _ in links)


def test_late_news_and_corrections_are_told_apart_from_what_happened(march: Store) -> None:
    snapshot(march, "十月例会", AS_OF, "业务员甲")
    change(march, 2, reform={"completed_on": date(2023, 2, 1)})
    words = seen(opened("changes", against="十月例会"))
    assert "补报" in words
    assert "涉改单位处置完成率 4/10 → 8/10家" in words


def test_the_comparison_survives_a_filter(march: Store) -> None:
    app = opened("changes", against="三月例会", domain="国有企业")
    words = seen(app)
    assert "与“三月例会”相比" in words
    assert "涉改单位处置完成率 0/2 → 2/2家" in words
    assert app.query_params["against"] == "三月例会"
    assert "不能按当前筛选统计：涉改单位处置完成率" in seen(opened("changes", against="三月例会", category="党费"))


def test_nonsense_in_the_url_is_one_sentence(march: Store) -> None:
    (warning,) = opened("changes", k="<b>K99</b>").warning
    assert "网址里的指标不存在" in warning.value


def now(**snapshots: tuple[date, int]) -> Now:
    return Now("", 9, None, None, None, None, snapshots)


def test_the_earlier_moment_stands_first() -> None:
    state = now(三月=(date(2023, 3, 31), 2))
    later = compared(View(AS_OF, 9, against="三月"), state)
    assert later is not None
    assert (later.then, later.until, later.backwards) == (Moment(date(2023, 3, 31), 2), Moment(AS_OF, 9), False)
    earlier = compared(View(date(2023, 1, 1), 9, against="三月"), state)
    assert earlier is not None
    assert (earlier.then.as_of, earlier.until_name, earlier.backwards) == (date(2023, 1, 1), "三月", True)
    assert compared(View(AS_OF, 9), state) is None


def test_the_newest_snapshot_before_the_view_is_found() -> None:
    state = now(三月=(date(2023, 3, 31), 2), 六月=(date(2023, 6, 30), 4), 十月=(AS_OF, 9))
    assert newest_before(AS_OF, 9, state.snapshots) == "六月"
    assert newest_before(date(2023, 1, 1), 9, state.snapshots) is None
    assert newest_before(AS_OF, 9, now().snapshots) is None
