"""`--as NAME` must hold the right (exit 3), and `verify` proves that nothing is damaged (exit 1 where it is)."""

import json
from pathlib import Path

import pytest

from services.__main__ import main
from services.access import accounts, permit
from services.access.accounts import Rights
from services.store import Store
from tests.access.people import ADMIN, ANALYST, AUDITOR, LEADER, everybody
from tests.sheets import FINDINGS, UNITS, xlsx

# Each command, and who may: 领导 业务员 系统管理员 审计员.
MAY = {
    "import units.xlsx --ledger units": "业", "import units.xlsx --ledger units --commit": "业",
    "errors units.xlsx --ledger units -o out.xlsx": "业", "export units -o out.xlsx": "业", "batches": "业",
    "undo 1": "业", "alias add 教育局 市教育局": "业", "alias list": "业", "alias remove 教育局": "业",
    "snapshot 五月 --as-of 2023-05-31": "业", "snapshots": "领业", "compare 一 一": "领业",
    "screen add 一号": "业", "screen list": "业", "screen revoke 一号": "业", "screen package 默认 -o out.html": "业",
    "screen verify out.html": "业", "indicators --id K17": "领业", "trace K17 --part of": "业", "trace K05": "领业",
    "verify": "系审", "inspect units.xlsx": "领业系审", "template units -o out.xlsx": "领业系审", "init": "领业系审",
}  # fmt: skip
PEOPLE = {LEADER: "领", ANALYST: "业", ADMIN: "系", AUDITOR: "审"}


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in a folder with a file, before a store with people, units and findings."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "units.xlsx").write_bytes(xlsx(*UNITS))
    (tmp_path / "findings.xlsx").write_bytes(xlsx(*FINDINGS))
    return tmp_path


def run(words: str, *more: str) -> int:
    return main([*words.split(), *more])


def test_every_command_is_asked_for_its_right(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("import units.xlsx --ledger units --commit") == 0
    assert run("import findings.xlsx --ledger findings --commit") == 0
    assert run("snapshot 一 --as-of 2023-05-31") == 0
    everybody(Store.open())
    wrong = []
    for words, may in MAY.items():
        for name in (*PEOPLE, "nobody"):
            status = run(words, "--as", name)
            refused = status == 3
            if refused == (PEOPLE.get(name, "?") in may):
                wrong.append((words, name, status))
    capsys.readouterr()
    anybody = {(words, "nobody", 0) for words in ("inspect units.xlsx", "template units -o out.xlsx", "init")}
    assert set(wrong) == anybody


def test_every_command_is_in_the_list() -> None:
    from services.cli.parser import parser

    listed = {words.split()[0] for words in MAY}
    there = set(parser()._subparsers._group_actions[0].choices)  # type: ignore[union-attr, arg-type]
    assert there - {"account"} == listed  # tests/cli/test_accounts.py has those of accounts


def test_without_accounts_any_name_will_do(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("import units.xlsx --ledger units --commit --as 任何人") == 0
    assert run("undo 1 --as 另一人") == 0
    assert run("verify --as 第三人") == 0


def test_a_refusal_says_so_in_one_object(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    everybody(Store.open())
    assert run("batches --json --as", LEADER) == 3
    said = json.loads(capsys.readouterr().out)
    message = f"“{LEADER}”没有“查看历史批次”的权限。"
    assert said == {"outcome": "refused", "refusal": {"code": "not_allowed", "message": message}}


def test_a_leader_with_the_grant_may_see_persons(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run("import units.xlsx --ledger units --commit")
    run("import findings.xlsx --ledger findings --commit")
    store = Store.open()
    everybody(store)
    accounts.change(store, LEADER, Rights(("领导",), persons=True), ADMIN)
    assert run("trace K17 --part of --as", LEADER) == 0


def test_a_bug_shows_a_number_and_its_words_stay_out_of_the_log(
    here: Path, capsys: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise KeyError("金丝雀局")

    monkeypatch.setattr("services.cli.commands.history", broken)
    assert run("batches --json") == 2
    said = json.loads(capsys.readouterr().out)
    assert said["refusal"]["code"] == "defect"
    assert "KeyError at " in caplog.text
    assert "金丝雀" not in caplog.text


def test_verify_is_told_in_one_object(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    store = Store.open()
    for n in range(3):
        permit(store, "甲", "ledger.export", str(n))
    assert run("verify --json") == 0
    said = json.loads(capsys.readouterr().out)
    assert (said["outcome"], said["rows"], said["first_bad"], said["problems"]) == ("intact", 3, None, [])
    with store.write() as connection:
        connection.exec_driver_sql("DROP TRIGGER audit_no_update")
        connection.exec_driver_sql("UPDATE audit SET thing = 'x' WHERE id = 2")
    assert run("verify --json") == 1
    said = json.loads(capsys.readouterr().out)
    assert (said["outcome"], said["first_bad"], len(said["problems"])) == ("damaged", 2, 2)
    assert run("verify") == 1
    assert "审计第2条内容和校验码对不上" in capsys.readouterr().err
