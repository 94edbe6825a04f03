"""别名: who confirmed what, when; and taking it back."""

from streamlit.testing.v1 import AppTest

from services import aliases
from services.batches import Options, commit, preview
from services.store import Store
from tests.pages.analyst import opened, seen, store
from tests.pages.workbooks import units


def registered() -> Store:
    into = store()
    commit(into, preview(into, "名册.xlsx", units(), Options("units")), "业务员甲")
    return into


def test_without_a_register_the_page_says_what_comes_first() -> None:
    app = opened("aliases")
    assert "先上传单位名册" in seen(app)
    assert not app.get("text_input")


def test_without_any_the_page_says_where_they_come_from() -> None:
    registered()
    assert "还没有登记过别名" in seen(opened("aliases"))


def written(app: AppTest, name: str, unit: str | None, kind: str) -> AppTest:
    app.text_input(key="new alias").set_value(name)
    app.selectbox(key="new alias unit").set_value(unit)
    app.selectbox(key="new alias kind").set_value(kind)
    return next(button for button in app.button if button.label == "登记").click().run()


def test_one_is_written_down_by_hand_and_known_from_then_on() -> None:
    into = registered()
    app = written(opened("aliases"), "财<i>局", "市财政局", "简称")
    assert "已登记：以后“财&lt;i&gt;局”就是“市财政局”" in seen(app)
    assert [(each.alias, each.unit, each.kind) for each in aliases.listed(into)] == [("财<i>局", "市财政局", "简称")]
    assert app.text_input(key="new alias").value == ""


def test_a_name_that_cannot_be_taken_is_said_and_stays_in_its_box() -> None:
    into = registered()
    app = written(opened("aliases"), "市统计局", "市财政局", "错写")
    assert "已经是“市统计局”的名称" in seen(app)
    assert app.text_input(key="new alias").value == "市统计局"
    assert "请选择是哪个单位" in seen(written(app, "统计", None, "错写"))
    assert aliases.listed(into) == []


def test_one_is_listed_with_who_and_kind_and_can_be_taken_back() -> None:
    into = registered()
    aliases.add(into, "财<i>局", "市财政局", "简称", "业务员乙")
    app = opened("aliases")
    said = seen(app)
    assert "财&lt;i&gt;局" in said
    assert "市财政局 · 简称" in said
    assert "业务员乙" in said
    app.button(key="take 财<i>局").click().run()
    assert not app.exception
    assert "已收回" in seen(app)
    assert aliases.listed(into) == []
