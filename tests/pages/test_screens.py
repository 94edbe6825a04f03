"""屏幕: an analyst adds a screen, sees its code once, arranges what it shows and takes it back."""

import json
from datetime import UTC, date, datetime
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from services.screen import pairing, screens
from services.screen import playlist as lists
from services.screen.playlist import DEFAULT, KINDS
from services.snapshots import snapshot
from services.store import Store
from tests.pages.analyst import opened, seen, store
from tests.pages.town import AS_OF, build

ROOM = "一号会议室"


@pytest.fixture
def town() -> Store:
    opened_store = store()
    build(opened_store)
    return opened_store


def click(app: AppTest, label: str) -> AppTest:
    next(each for each in app.button if each.label == label).click().run()
    assert not app.exception
    return app


def added(name: str = ROOM) -> AppTest:
    app = opened("screens")
    app.text_input(key="new_screen").set_value(name)
    return click(app, "添加")


def previewed(app: AppTest) -> dict[str, Any]:
    """Give what the preview is told to show."""
    [frame] = (each for each in app.get("bidi_component") if each.proto.component_name == "preview")
    told: dict[str, Any] = json.loads(frame.proto.json)["picture"]
    return told


def test_on_an_empty_store_the_page_says_what_to_do() -> None:
    store()
    words = seen(opened("screens"))
    assert "还没有屏幕" in words
    assert "还没有数据" in words


def test_a_new_screen_shows_its_code_to_this_session_only(town: Store) -> None:
    app = added()
    words = seen(app)
    code = app.session_state["pairing code"]
    assert code.shown in words
    assert "打开 /screen</li>" in words
    assert "等待输入配对码" in words
    other = seen(opened("screens"))
    assert code.shown not in other
    assert "等待输入配对码" in other


def test_once_the_code_is_typed_it_is_gone_and_the_screen_is_there(town: Store) -> None:
    app = added()
    code = app.session_state["pairing code"]
    pairing.redeem(town, "screen", code.written, datetime.now(UTC))
    words = seen(app.run())
    assert "大屏已配对" in words
    assert "现在在线" in words
    assert code.shown not in words
    assert code.shown not in seen(app.run())


def test_a_code_for_a_phone_is_made_beside_it_and_put_away(town: Store) -> None:
    app = added()
    click(app, "遥控")
    assert app.session_state["pairing code"].role == "remote"
    assert "/remote" in seen(app)
    click(app, "收起")
    assert "pairing code" not in app.session_state


def test_a_phone_is_taken_back_alone(town: Store) -> None:
    app = added()
    now = datetime.now(UTC)
    for role in ("screen", "remote"):
        pairing.redeem(town, role, pairing.code(town, ROOM, role, now).written, now)
    click(app.run(), "只收回遥控")
    assert list(screens.listed(town)[0].devices) == ["screen"]
    assert f"已收回“{ROOM}”的遥控" in seen(app)


def test_a_revoked_screen_leaves_the_page(town: Store) -> None:
    app = added("<b>室</b>")
    assert "<b>室</b>" not in seen(app)
    click(app, "确定收回")
    assert screens.listed(town) == []
    assert "已收回屏幕" in seen(app)
    assert "还没有屏幕" in seen(app)


def test_a_name_that_cannot_be_taken_is_said(town: Store) -> None:
    assert "请给屏幕起一个" in seen(added(" "))
    added()
    assert f"已经有名为“{ROOM}”的屏幕" in seen(added())


def test_pages_are_left_out_moved_and_timed_and_the_preview_follows(town: Store) -> None:
    app = opened("screens")
    assert "预览：7页，放一遍140秒" in seen(app)
    for kind in ("changes", "elections", "training", "weak"):
        app.checkbox(key=f"list_on_{kind}").uncheck()
    app.number_input(key="list_seconds_tiles").set_value(45)
    app.button(key="move -1 tiles").click().run()
    words = seen(app)
    assert "预览：3页，放一遍85秒" in words
    assert [page["kind"] for page in previewed(app)["pages"]] == ["tiles", "summary", "rectification"]
    click(app, "保存")
    assert lists.named(town, DEFAULT.name).pages == (("tiles", 45), ("summary", 20), ("rectification", 20))
    assert "已保存播放单“默认”" in seen(app)
    click(app, "恢复原样")
    assert lists.playlists(town) == [DEFAULT]
    assert "预览：7页" in seen(app)


def test_another_name_is_another_playlist_with_all_that_was_chosen(town: Store) -> None:
    snapshot(town, "十月例会", AS_OF, "甲")
    screens.add(town, ROOM, DEFAULT.name, "甲")
    app = opened("screens")
    app.text_input(key="list_name").set_value("常委会")
    app.selectbox(key="list_snapshot").set_value("十月例会")
    app.selectbox(key="list_domain").set_value("机关")
    app.toggle(key="list_list_units").set_value(True)
    app.segmented_control(key="list_theme").set_value("light")
    app.number_input(key="list_inches").set_value(110)
    app.number_input(key="list_metres").set_value(15).run()
    click(app, "保存")
    kept = lists.named(town, "常委会")
    assert (kept.snapshot, kept.domain, kept.list_units, kept.theme, kept.inches, kept.metres) == (
        "十月例会", "机关", True, "light", 110, 15,
    )  # fmt: skip
    assert [kind for kind, _ in kept.pages] == list(KINDS)
    assert app.selectbox(key="list_chosen").value == "常委会"
    assert previewed(app)["theme"] == "light"
    app.selectbox(key=f"shows {ROOM}").set_value("常委会").run()
    assert screens.listed(town)[0].playlist == "常委会"
    click(app, "删除")
    assert "正在用“常委会”" in seen(app)
    app.selectbox(key="list_chosen").set_value(DEFAULT.name).run()
    assert app.text_input(key="list_name").value == DEFAULT.name
    assert previewed(app)["theme"] == "dark"


def test_a_playlist_without_pages_is_said_and_not_saved(town: Store) -> None:
    app = opened("screens")
    for kind in KINDS:
        app.checkbox(key=f"list_on_{kind}").uncheck()
    app.run()
    assert "请至少选一页" in seen(app)
    click(app, "保存")
    assert lists.playlists(town) == [DEFAULT]


def test_the_page_survives_a_snapshot_that_is_gone(town: Store) -> None:
    snapshot(town, "十月例会", date(2023, 10, 31), "甲")
    app = opened("screens")
    app.selectbox(key="list_snapshot").set_value("十月例会").run()
    click(app, "清空并开始正式使用")
    click(app, "清空")
    assert not app.exception
    assert app.selectbox(key="list_snapshot").value == ""
