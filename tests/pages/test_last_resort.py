"""What fails, in a page's run or in the answer to a click, becomes one sentence; nobody sees a traceback."""

import pytest
from streamlit.testing.v1.local_script_runner import LocalScriptRunner

from pages.parts.last_resort import apologise
from services.errors import StoreUnusable
from tests.pages.analyst import opened, seen, store
from tests.pages.workbooks import units


@pytest.fixture(autouse=True)
def _as_served(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let faults go where app.py sends them; AppTest alone knows no `on_script_error`."""
    hook = property(lambda _: apologise, lambda *_: None)
    monkeypatch.setattr(LocalScriptRunner, "_on_script_error", hook, raising=False)


def broken(*_: object) -> None:
    raise ZeroDivisionError("secret")


def locked(*_: object) -> None:
    raise StoreUnusable("数据库正忙，请稍后再试。")


def test_a_fault_while_a_page_is_drawn_is_a_sentence_with_a_number(monkeypatch: pytest.MonkeyPatch) -> None:
    store()
    monkeypatch.setattr("pages.parts.data.quality", broken)
    app = opened("quality")
    assert ["出错编号" in each.value for each in app.error] == [True]
    assert "机关党建看板" in seen(app)
    assert "secret" not in str(app.main)


def test_a_fault_in_the_answer_to_a_click_is_the_same_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    from tests.pages.test_upload import submit, uploaded

    submit(uploaded(units()))
    app = opened("history", batch="1")
    next(each for each in app.button if each.label == "撤销这一批").click().run()
    monkeypatch.setattr("pages.parts.undo_view.undo", broken)
    next(each for each in app.button if each.label == "撤销").click().run()
    assert not app.exception
    assert ["出错编号" in each.value for each in app.error] == [True]
    assert "secret" not in str(app.main)
    assert store().version() == 1
    next(each for each in app.button if each.label == "回到这一页").click().run()
    assert not app.error
    assert "第 1 批" in seen(app)


@pytest.mark.parametrize("by_click", [False, True])
def test_what_was_foreseen_says_so_in_its_own_words(monkeypatch: pytest.MonkeyPatch, by_click: bool) -> None:
    from tests.pages.test_upload import submit, uploaded

    submit(uploaded(units()))
    app = opened("history", batch="1")
    if by_click:
        next(each for each in app.button if each.label == "撤销这一批").click().run()
        monkeypatch.setattr("pages.parts.undo_view.undo", locked)
        next(each for each in app.button if each.label == "撤销").click().run()
    else:
        monkeypatch.setattr("pages.parts.batch_view.facts", locked)
        app.run()
    assert [each.value for each in app.error] == ["数据库正忙，请稍后再试。"]
