"""`account add`, `list`, `disable` and `password`, as a person types them on a server without a screen."""

import json
from datetime import UTC, datetime
from typing import Any

import pytest

from services.__main__ import main
from services.access.sign_in import sign_in
from services.errors import NotAllowed
from services.store import Store


def answer(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, Any]:
    status = main(["account", *words, "--json"])
    return status, json.loads(capsys.readouterr().out)


@pytest.fixture
def admin(capsys: pytest.CaptureFixture[str]) -> str:
    """Make the first account as the user of the system and give its temporary password."""
    status, added = answer(capsys, "add", "Guanli", "--role", "系统管理员", "--title", "张三")
    assert (status, added["name"], added["roles"]) == (0, "guanli", ["系统管理员"])
    return str(added["password"])


def test_the_first_account_is_made_without_any_and_signs_in(admin: str) -> None:
    assert sign_in(Store.open(), "guanli", admin, "10.0.0.3", "", datetime.now(UTC))


def test_the_first_one_has_to_be_an_administrator(capsys: pytest.CaptureFixture[str]) -> None:
    status, said = answer(capsys, "add", "甲", "--role", "业务员")
    assert (status, said["outcome"]) == (2, "refused")
    assert "第一个账号必须是系统管理员" in said["refusal"]["message"]
    assert answer(capsys, "list") == (0, {"accounts": []})


def test_accounts_are_added_listed_and_disabled(admin: str, capsys: pytest.CaptureFixture[str]) -> None:
    words = (
        "--role",
        "业务员",
        "--role",
        "领导",
        "--domain",
        "机关",
        "--persons",
        "--until",
        "2099-12-31",
        "--login",
        "Li.Si",
    )
    status, added = answer(capsys, "add", "李四", *words, "--as", "guanli")
    assert status == 0
    _, listed = answer(capsys, "list", "--as", "guanli")
    found = next(each for each in listed["accounts"] if each["name"] == "李四")
    assert (found["roles"], found["domains"], found["persons"], found["until"], found["login"]) == (
        ["领导", "业务员"], ["机关"], True, "2099-12-31", "li.si",
    )  # fmt: skip
    assert (found["must_change"], found["disabled"], found["by"]) == (True, False, "guanli")
    assert added["password"] not in str(listed)
    assert answer(capsys, "disable", "李四", "--as", "guanli") == (0, {"name": "李四", "outcome": "disabled"})
    with pytest.raises(NotAllowed):
        sign_in(Store.open(), "李四", added["password"], "10.0.0.3", "", datetime.now(UTC))


def test_a_forgotten_password_is_replaced(admin: str, capsys: pytest.CaptureFixture[str]) -> None:
    status, made = answer(capsys, "password", "GUANLI", "--as", "guanli")
    assert (status, made["name"]) == (0, "guanli")
    with pytest.raises(NotAllowed):
        sign_in(Store.open(), "guanli", admin, "10.0.0.3", "", datetime.now(UTC))
    assert sign_in(Store.open(), "guanli", made["password"], "10.0.0.3", "", datetime.now(UTC))


@pytest.mark.parametrize(
    "words", [("add", "乙", "--role", "领导"), ("list",), ("disable", "guanli"), ("password", "guanli")]
)
def test_once_there_is_an_account_the_system_user_may_no_longer(
    admin: str, capsys: pytest.CaptureFixture[str], words: tuple[str, ...]
) -> None:
    status, said = answer(capsys, *words, "--as", "root")
    assert (status, said["refusal"]["code"]) == (3, "not_allowed")
    assert "password" not in said


@pytest.mark.parametrize(
    "words",
    [
        ("add", "guanli", "--role", "领导"), ("add", "乙"), ("add", "乙", "--role", "校长"),
        ("add", " ", "--role", "领导"), ("add", "乙", "--role", "业务员", "--domain", "没有的"),
        ("add", "乙", "--role", "系统管理员", "--role", "审计员"), ("add", "乙", "--role", "领导", "--until", "明年"),
        ("disable", "guanli"), ("disable", "没有的"), ("password", "没有的"), ("drop", "guanli"),
    ],
)  # fmt: skip
def test_what_makes_no_sense_is_refused_and_changes_nothing(
    admin: str, capsys: pytest.CaptureFixture[str], words: tuple[str, ...]
) -> None:
    status, said = answer(capsys, *words, "--as", "guanli")
    assert (status, said["outcome"]) == (2, "refused")
    (only,) = answer(capsys, "list", "--as", "guanli")[1]["accounts"]
    assert (only["name"], only["disabled"]) == ("guanli", False)


def test_a_person_reads_what_to_do_with_the_password(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["account", "add", "甲", "--role", "系统管理员"]) == 0
    said = capsys.readouterr().out
    assert said.startswith("已添加账号“甲”（系统管理员）。临时密码：")
    assert "只显示这一次" in said
    assert main(["account", "list", "--as", "甲"]) == 0
    assert capsys.readouterr().out == "甲：系统管理员，临时密码还没有改\n"
