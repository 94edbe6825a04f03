"""总览: one sentence that is true, three cards, every unit, what is ahead; with nothing, with all, with none done."""

import json
from datetime import date

import pytest
import sqlalchemy as sa
from streamlit.testing.v1 import AppTest

from services.snapshots import snapshot
from services.store.tables import Batch
from tests.pages.analyst import opened, seen, store
from tests.pages.town import build


@pytest.fixture
def town() -> None:
    build(store())


def pictures(app: AppTest) -> dict[str, str]:
    """Give the pictures of the page by key."""
    found = [part.proto for part in app.main if getattr(part, "type", "") == "bidi_component"]
    return {proto.id.rsplit("-", 1)[1]: json.loads(proto.json)["svg"] for proto in found}


def said(app: AppTest, style: str) -> list[str]:
    """Give the words of the blocks of one style."""
    return [part.value for part in app.get("html") if f'class="{style}"' in part.value]


def change(statement: str) -> None:
    """Change the town before it is looked at."""
    with store().write() as connection:
        connection.execute(sa.text(statement))


def test_the_landing_page_needs_no_plotly(town: None) -> None:
    app = opened("overview")
    assert not app.get("plotly_chart")
    assert {"tiles", "calls", "burnup_K01", "burnup_K08", "burnup_K17"} <= set(pictures(app))


def test_one_sentence_and_what_follows(town: None) -> None:
    app = opened("overview")
    assert "截至10月31日，10个涉改单位已完成4个（40.0%）" in said(app, "headline")[0]
    assert "24名在任书记、委员今年已参训14人（58.3%）" in said(app, "follow")[0]
    assert "24项督查问题已销号8项（33.3%）" in said(app, "follow")[0]


def test_the_sentence_of_another_year_names_it(town: None) -> None:
    assert "截至2022年12月31日" in said(opened("overview", as_of="2022-12-31"), "headline")[0]


def test_a_forecast_where_there_is_a_pace(town: None) -> None:
    days = ["2023-09-05", "2023-09-19", "2023-10-03", "2023-10-17", "2023-10-24"]
    for unit, day in zip((1, 2, 3, 4, 6), days, strict=True):
        change(f"UPDATE reform SET completed_on = '{day}', planned_on = '2023-11-30' WHERE unit = '市第{unit}局'")
    app = opened("overview")
    assert "；按现速预计" in said(app, "headline")[0]
    words = seen(app)
    assert "涉改处置：预计" in words
    assert "现速每周" in words
    assert "按期需" in words
    assert 'class="fan"' in pictures(app)["burnup_K01"]
    assert "按现速，85%可能" in words


def test_without_a_pace_it_says_so_and_draws_none(town: None) -> None:
    app = opened("overview")
    assert "按现速无法预计" in said(app, "headline")[0]
    assert 'class="fan"' not in pictures(app)["burnup_K01"]


def test_compared_with_a_snapshot_it_says_how_many_and_who(town: None) -> None:
    snapshot(store(), "五月例会", date(2023, 5, 15), "业务员甲")
    app = opened("overview", against="五月例会")
    assert "比“五月例会”增" in said(app, "headline")[0]
    notes = "".join(said(app, "note"))
    assert "较“五月例会”+" in notes
    assert "新增" in notes
    assert "看变化" in [part.proto.label for part in app.get("page_link")]
    assert "五月例会" in pictures(app)["burnup_K01"]
    assert "对比的快照" in pictures(app)["bar_K01"]


def test_training_is_not_compared_with_another_year(town: None) -> None:
    snapshot(store(), "上年例会", date(2022, 12, 31), "业务员甲")
    app = opened("overview", against="上年例会")
    assert "已参训14人（58.3%）。" in said(app, "follow")[0].replace("；近12周没有新的完成，按现速无法预计", "")


def test_all_done_reads_well(town: None) -> None:
    change("UPDATE reform SET completed_on = '2023-09-01'")
    change("UPDATE targets SET value = '8'")
    change("UPDATE findings SET closed_on = '2023-09-01'")
    app = opened("overview")
    assert "截至10月31日，8个涉改单位已全部完成（100%）。" in said(app, "headline")[0]
    assert "24项督查问题已全部销号（100%）。" in said(app, "follow")[0]
    assert "涉改处置：8家已全部完成" in seen(app)


def test_what_can_never_be_closed_is_no_work_left(town: None) -> None:
    change("UPDATE findings SET closed_on = '2023-09-01' WHERE no <> '1'")
    change("UPDATE findings SET due_kind = '长期坚持', due_on = NULL WHERE no = '1'")
    assert "督查整改：只剩长期坚持的" in seen(opened("overview"))


def test_none_done_reads_well(town: None) -> None:
    change("UPDATE reform SET completed_on = NULL")
    change("DELETE FROM attendance WHERE attended = 1")
    app = opened("overview")
    assert "10个涉改单位都还没有完成（0%）；有进展的时间不足4周，暂不预测。" in said(app, "headline")[0]
    assert "今年都还没有参训（0%）。" in said(app, "follow")[0]


def test_an_empty_store_asks_for_an_upload() -> None:
    store()
    app = opened("overview")
    assert "还没有三项工作的数据" in said(app, "headline")[0]
    assert not said(app, "follow")
    assert set(pictures(app)) == set()
    assert not app.error


def test_a_ledger_not_uploaded_is_left_out_of_the_sentence(town: None) -> None:
    change("DELETE FROM reform")
    app = opened("overview")
    assert ">截至10月31日，30名在任书记、委员今年已参训19人（63.3%）；" in said(app, "headline")[0]
    assert "还没有上传涉改单位党组织处置台账" in seen(app)


def test_a_filter_narrows_all_of_it(town: None) -> None:
    app = opened("overview", domain="机关")
    assert "2个涉改单位" in said(app, "headline")[0]
    assert "2家涉改单位" in seen(app)
    assert pictures(app)["tiles"].count("data-go") == 2


def test_what_is_seen_at_a_snapshot_stays_as_later_batches_come(town: None) -> None:
    snapshot(store(), "例会", date(2023, 10, 31), "业务员甲")
    before = pictures(opened("overview", known="1"))
    with store().write() as connection:
        made = {"id": 2, "made_at": sa.func.now(), "made_by": "业务员乙", "action": "import", "file": "b.xlsx"}
        connection.execute(sa.insert(Batch).values(**made, counts={}))
        connection.execute(sa.text("UPDATE reform SET batch_out = 2 WHERE unit = '市第3局'"))
    assert pictures(opened("overview", known="1")) == before
    assert pictures(opened("overview"))["tiles"] != before["tiles"]


@pytest.mark.parametrize("handed_over", [True, False])
def test_a_unit_handed_over_is_nobody_to_call(town: None, handed_over: bool) -> None:
    change("UPDATE weak_orgs SET closed_on = NULL, unit = '市第4局', org = '第4局党支部'")
    if not handed_over:
        change("UPDATE reform SET completed_on = NULL WHERE unit = '市第4局'")
    assert ("第4局党支部整顿超过时限" in pictures(opened("overview"))["calls"]) is not handed_over
