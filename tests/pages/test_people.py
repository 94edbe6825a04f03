"""账号: a 系统管理员 adds accounts, sees a temporary password once, changes rights, and cannot shut everybody out."""

from datetime import date

import pytest
from streamlit.testing.v1 import AppTest

from pages.parts import person
from services.access import accounts, sessions
from services.access.accounts import Account, Rights
from services.access.sign_in import sign_in
from services.store import Store
from tests.access.people import ADMIN, AGENT, ANALYST, AUDITOR, LEADER, PASSWORD, everybody, now
from tests.pages.analyst import FRAME, opened, seen, store

KEPT = "temporary password"


@pytest.fixture
def people(monkeypatch: pytest.MonkeyPatch) -> Store:
    opened_store = store()
    everybody(opened_store)
    monkeypatch.setattr(person, "account", lambda: ADMIN)
    return opened_store


def dialog(name: str) -> AppTest:
    """Give a session of the page with the dialog of an account open."""
    app = opened("people")
    app.button(key=f"change {name}").click().run()
    assert not app.exception
    return app


def press(app: AppTest, what: str, name: str) -> AppTest:
    """Press a button of the dialog, which these tests have to open again in the same run."""
    app.button(key=f"change {name}").click()
    app.button(key=f"{what} {name}").click().run()
    assert not app.exception
    return app


def add(app: AppTest, name: str, *roles: str, title: str = "") -> AppTest:
    app.text_input(key="new account").set_value(name)
    app.text_input(key="new account title").set_value(title)
    app.pills(key="new account roles").set_value(list(roles))
    next(each for each in app.button if each.label == "添加").click().run()
    assert not app.exception
    return app


def found(people: Store, name: str) -> Account:
    return next(each for each in accounts.listed(people, ADMIN) if each.name == name)


def test_without_an_account_the_page_says_how_to_make_the_first() -> None:
    store()
    words = seen(opened("people"))
    assert "python -m services account add 登录名 --role 系统管理员" in words
    assert "单机模式" in words


def test_accounts_are_listed_with_what_they_may_and_how_they_stand(people: Store) -> None:
    accounts.change(people, ANALYST, Rights(("业务员",), "<b>李四</b>", ("机关",)), ADMIN)
    accounts.change(people, LEADER, Rights(("领导",), persons=True, expires_on=date(2099, 12, 31)), ADMIN)
    accounts.add(people, "新来的", Rights(("领导",)), ADMIN)
    sign_in(people, ANALYST, PASSWORD, "10.0.0.3", AGENT, now())
    words = seen(opened("people"))
    assert "共 5 个账号，1 人登录中" in words
    assert "<b>李四</b>" not in words
    assert "业务员 · 只管机关" in words
    assert "领导 · 可看人员名单 · 用到 2099-12-31" in words
    assert "✓ 登录中，1 处" in words
    assert "◔ 临时密码还没有换" in words
    assert "$argon2" not in words


def test_a_new_account_shows_its_password_once_and_to_this_session_only(people: Store) -> None:
    app = add(opened("people"), "Li Si", "业务员", "领导", title="李四")
    name, password = app.session_state[KEPT]
    assert name == "lisi"
    assert password in seen(app)
    assert "已添加账号“lisi”" in seen(app)
    assert found(people, "lisi").rights == Rights(("领导", "业务员"), "李四")
    assert app.text_input(key="new account").value == ""
    assert password not in seen(opened("people"))
    next(each for each in app.button if each.label == "收起").click().run()
    assert password not in seen(app)
    assert sessions.who(people, sign_in(people, "lisi", password, "10.0.0.3", AGENT, now()), now())


@pytest.mark.parametrize(
    ("name", "roles", "said"),
    [
        ("", ("领导",), "登录名请用"),
        (ANALYST, ("领导",), "已经有登录名"),
        ("新来的", (), "至少选一种角色"),
        ("新来的", ("系统管理员", "审计员"), "不能是同一个人"),
    ],
)
def test_what_cannot_be_is_said(people: Store, name: str, roles: tuple[str, ...], said: str) -> None:
    app = add(opened("people"), name, *roles)
    assert said in seen(app)
    assert KEPT not in app.session_state
    assert len(accounts.listed(people, ADMIN)) == 4


def test_rights_are_changed(people: Store) -> None:
    app = dialog(ANALYST)
    app.text_input(key=f"title {ANALYST}").set_value("李四")
    app.pills(key=f"roles {ANALYST}").set_value(["业务员", "领导"])
    app.multiselect(key=f"domains {ANALYST}").set_value(["机关", "国有企业"])
    assert f"已修改账号“{ANALYST}”" in seen(press(app, "save", ANALYST))
    assert found(people, ANALYST).rights == Rights(("领导", "业务员"), "李四", ("机关", "国有企业"))


def test_a_leader_is_let_see_people_until_a_day(people: Store) -> None:
    app = dialog(LEADER)
    app.checkbox(key=f"persons {LEADER}").check()
    app.date_input(key=f"until {LEADER}").set_value(date(2027, 12, 31))
    press(app, "save", LEADER)
    assert found(people, LEADER).rights == Rights(("领导",), persons=True, expires_on=date(2027, 12, 31))


def test_a_forgotten_password_is_replaced(people: Store) -> None:
    app = press(dialog(ANALYST), "password", ANALYST)
    name, password = app.session_state[KEPT]
    assert (name, found(people, ANALYST).must_change) == (ANALYST, True)
    assert password in seen(app)
    assert sign_in(people, ANALYST, password, "10.0.0.3", AGENT, now())


def test_somebody_is_signed_out_everywhere(people: Store) -> None:
    token = sign_in(people, ANALYST, PASSWORD, "10.0.0.3", AGENT, now())
    app = press(dialog(ANALYST), "sessions", ANALYST)
    assert f"已结束“{ANALYST}”的登录，共1处" in seen(app)
    assert sessions.who(people, token, now()) is None


def test_an_account_is_closed_and_opened_again(people: Store) -> None:
    app = press(dialog(ANALYST), "disable", ANALYST)
    assert "／ 已停用" in seen(app)
    assert found(people, ANALYST).disabled
    app = press(dialog(ANALYST), "disable", ANALYST)
    assert not found(people, ANALYST).disabled


def test_the_last_auditor_stays_and_the_dialog_says_why(people: Store) -> None:
    app = press(dialog(AUDITOR), "disable", AUDITOR)
    assert "至少要留一个启用的、不设到期日的审计员账号" in seen(app)
    assert not found(people, AUDITOR).disabled


def test_nobody_shuts_themselves_out_here(people: Store) -> None:
    app = dialog(ADMIN)
    keys = {each.key for each in app.button}
    assert not keys & {f"password {ADMIN}", f"sessions {ADMIN}", f"disable {ADMIN}"}
    assert "自己的密码和登录" in seen(app)


@pytest.mark.parametrize("name", [ANALYST, LEADER, AUDITOR])
def test_nobody_else_has_the_page(people: Store, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setattr(person, "account", lambda: name)
    app = AppTest.from_file(str(FRAME), default_timeout=30).run()
    with pytest.raises(ValueError, match=r"people\.py"):
        app.switch_page("people.py")


def test_the_name_at_the_house_is_asked_for_where_there_is_one(people: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    assert f"login {ANALYST}" not in {each.key for each in dialog(ANALYST).text_input}
    monkeypatch.setenv("OIDC_ISSUER", "https://sso.example")
    monkeypatch.setenv("OIDC_CLIENT_ID", "kanban")
    app = dialog(ANALYST)
    app.text_input(key=f"login {ANALYST}").set_value("li.si")
    assert "统一身份：li.si" in seen(press(app, "save", ANALYST))
