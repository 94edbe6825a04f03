"""上传: an unknown unit name is confirmed on the page, and the file goes on where it stopped."""

from streamlit.testing.v1 import AppTest

from services import aliases
from services.batches import Options, commit, history, preview
from tests.pages.analyst import opened, seen, store
from tests.pages.workbooks import units, workbook

HEADER = ("督查批次", "问题编号", "责任单位", "存在问题", "反馈日期", "整改时限")


def finding(no: str, unit: str) -> tuple[str, ...]:
    return ("第一轮", no, unit, f"第{no}项问题", "2023-03-01", "2023-06-30")


def uploaded(*names: str) -> AppTest:
    into = store()
    commit(into, preview(into, "名册.xlsx", units(), Options("units")), "业务员甲")
    app = opened("upload")
    lines = [finding(str(number), name) for number, name in enumerate(names, 1)]
    app.file_uploader[0].upload("整改.xlsx", workbook(HEADER, *lines)).run()
    assert not app.exception
    return app


def press(app: AppTest, key: str) -> AppTest:
    done = app.button(key=key).click().run()
    assert not done.exception
    return done


def test_an_unknown_name_stands_with_its_cells_suggestions_and_reasons() -> None:
    said = seen(uploaded("市财正局", "市统计局", "市财正局"))
    assert "有 1 个单位名称，名册里没有" in said
    assert "2 处：C2、C4" in said
    assert "与全称一字之差：“正”和“政”" in said


def test_confirming_one_makes_the_preview_again_and_the_file_can_be_committed() -> None:
    app = uploaded("市财正局", "市统计局")
    app.text_input(key="person").set_value("业务员乙").run()
    press(app, "is 0 市财正局")
    said = seen(app)
    assert "已确认：“市财正局”是“市财政局”（错写）" in said
    assert "可以提交" in said
    (alias,) = aliases.listed(store())
    assert (alias.unit, alias.kind, alias.by) == ("市财政局", "错写", "业务员乙")
    press(app, next(each.key for each in app.button if (each.key or "").startswith("submit ")))
    assert history(store())[0].counts["findings"]["new"] == 2


def test_another_unit_of_the_register_and_another_kind_can_be_chosen() -> None:
    app = uploaded("市史志办")
    app.selectbox(key="other 市史志办").select("市档案馆").run()
    app.selectbox(key="kind 市史志办").select("加挂").run()
    press(app, "is 市史志办")
    assert "可以提交" in seen(app)
    assert [(each.unit, each.kind) for each in aliases.listed(store())] == [("市档案馆", "加挂")]


def test_what_was_confirmed_can_be_taken_back_at_once() -> None:
    app = press(uploaded("市财正局"), "is 0 市财正局")
    press(app, "take 市财正局")
    assert "有 1 个单位名称，名册里没有" in seen(app)
    assert aliases.listed(store()) == []


def test_a_name_somebody_else_confirmed_meanwhile_is_said_so_and_the_file_goes_on() -> None:
    app = uploaded("市财正局")
    aliases.add(store(), "市财正局", "市统计局", "错写", "业务员丙")
    said = seen(press(app, "is 0 市财正局"))
    assert "“市财正局”已经是“市统计局”的名称" in said
    assert "可以提交" in said


def test_words_of_the_file_are_only_words() -> None:
    said = seen(uploaded("<b>市财政</b>"))
    assert "<b><b>" not in said
    assert "&lt;b&gt;市财政&lt;/b&gt;" in said
