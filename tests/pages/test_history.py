"""历史: what every batch changed, and taking one back without damage."""

import pytest
from streamlit.testing.v1 import AppTest

from services.batches import Options, commit, history, preview
from tests.pages.analyst import opened, seen, store
from tests.pages.workbooks import units


def brought(content: bytes, name: str = "单位名册.xlsx", **options: object) -> int:
    into = store()
    return commit(into, preview(into, name, content, Options("units", **options)), "业务员甲")


@pytest.fixture
def two_batches() -> None:
    brought(units())
    brought(units((4, "市体育局", "机关", "否", "否", None)), "<b>补充</b>.xlsx", reason="补充新成立的单位")


def undo(app: AppTest, number: int) -> AppTest:
    app.button(key=f"undo {number}").click().run()
    return next(each for each in app.button if each.label == "撤销").click().run()


def test_an_empty_store_says_what_to_do() -> None:
    assert "还没有任何批次" in seen(opened("history"))


@pytest.mark.usefixtures("two_batches")
def test_batches_are_listed_newest_first_and_the_newest_is_open() -> None:
    app = opened("history")
    assert app.dataframe[0].value["批次"].tolist() == [2, 1]
    said = seen(app)
    assert "第 2 批" in said
    assert "理由：补充新成立的单位" in said
    assert "&lt;b&gt;补充&lt;/b&gt;.xlsx" in said
    assert app.dataframe[1].value["单位名称"].tolist() == ["市体育局"]


@pytest.mark.usefixtures("two_batches")
def test_a_batch_opens_by_its_address_and_nonsense_there_is_no_error() -> None:
    assert "第 1 批" in seen(opened("history", batch="1"))
    said = seen(opened("history", batch="<b>x</b>"))
    assert "网址里的批次不存在" in said
    assert "第 2 批" in said


@pytest.mark.usefixtures("two_batches")
def test_the_question_says_what_an_undo_would_do() -> None:
    app = opened("history")
    app.button(key="undo 2").click().run()
    assert "去掉它新增的 1 条" in seen(app)
    assert store().version() == 2


@pytest.mark.usefixtures("two_batches")
def test_a_batch_is_taken_back_once() -> None:
    app = undo(opened("history"), 2)
    assert history(store())[0].undoes == 2
    assert app.dataframe[0].value["批次"].tolist() == [3, 2, 1]
    assert "已由第3批撤销" in seen(opened("history", batch="2"))
    with pytest.raises(KeyError):
        opened("history", batch="2").button(key="undo 2")


@pytest.mark.usefixtures("two_batches")
def test_what_was_changed_since_is_listed_and_nothing_is_undone() -> None:
    brought(units((4, "市体育局", "事业单位", "否", "否", None)), "更正.xlsx")
    app = undo(opened("history", batch="2"), 2)
    assert "没有撤销，什么也没有改动" in seen(app)
    conflict = next(table.value for table in app.dataframe if "后来的批次" in table.value)
    assert conflict.values.tolist() == [["单位名册", "市体育局", "第3批 更正.xlsx"]]
    assert store().version() == 3
