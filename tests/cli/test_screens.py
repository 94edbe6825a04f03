"""`screen add`, `screen list`, `screen revoke`, as a person types them."""

import json
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from services.__main__ import main
from services.screen.pairing import redeem
from services.store import Store


def answer(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, Any]:
    status = main(["screen", *words, "--json"])
    return status, json.loads(capsys.readouterr().out)


def test_a_screen_is_added_paired_listed_and_revoked(capsys: pytest.CaptureFixture[str]) -> None:
    assert answer(capsys, "list") == (0, {"screens": []})
    status, added = answer(capsys, "add", "一号会议室", "--as", "业务员甲")
    assert status == 0
    assert set(added) == {"name", "code", "expires_at"}
    assert added["name"] == "一号会议室"
    left = datetime.fromisoformat(added["expires_at"]) - datetime.now(UTC)
    assert timedelta(minutes=9) < left <= timedelta(minutes=10)
    _, listed = answer(capsys, "list")
    (screen,) = listed["screens"]
    assert (screen["name"], screen["playlist"], screen["paired"]) == ("一号会议室", "默认", False)
    assert added["code"] not in str(listed)
    redeem(Store.open(), "screen", added["code"], datetime.now(UTC))
    assert answer(capsys, "list")[1]["screens"][0]["paired"] is True
    assert answer(capsys, "revoke", "一号会议室")[0] == 0
    assert answer(capsys, "list") == (0, {"screens": []})


def test_minutes_say_how_long_the_code_is_valid(capsys: pytest.CaptureFixture[str]) -> None:
    _, added = answer(capsys, "add", "一号会议室", "--minutes", "2")
    assert datetime.fromisoformat(added["expires_at"]) <= datetime.now(UTC) + timedelta(minutes=2)


@pytest.mark.parametrize(
    "words",
    [
        ("add", "一号会议室"),
        ("add", " "),
        ("add", "二号", "--playlist", "没有的"),
        ("add", "二号", "--minutes", "0"),
        ("add", "二号", "--minutes", "61"),
        ("revoke", "没有的"),
        ("drop", "一号会议室"),
    ],
)
def test_what_makes_no_sense_is_refused_and_changes_nothing(
    capsys: pytest.CaptureFixture[str], words: tuple[str, ...]
) -> None:
    assert answer(capsys, "add", "一号会议室")[0] == 0
    status, said = answer(capsys, *words)
    assert status == 2
    assert said["outcome"] == "refused"
    assert [each["name"] for each in answer(capsys, "list")[1]["screens"]] == ["一号会议室"]


def test_a_person_reads_where_to_type_the_code(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["screen", "add", "一号会议室"]) == 0
    assert "打开 /screen" in capsys.readouterr().out
    assert main(["screen", "list"]) == 0
    assert capsys.readouterr().out == "一号会议室：播放单“默认”，还没有配对\n"
