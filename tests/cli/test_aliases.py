"""`alias add`, `alias list`, `alias remove`, as a person types them."""

import json
from pathlib import Path

import pytest

from services.__main__ import main
from tests.sheets import FINDINGS, UNITS, changed, xlsx


@pytest.fixture
def folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    (tmp_path / "units.xlsx").write_bytes(xlsx(*UNITS))
    (tmp_path / "findings.xlsx").write_bytes(xlsx(*changed(FINDINGS, 1, 2, "市教肓局")))
    assert main(["import", str(tmp_path / "units.xlsx"), "--ledger", "units", "--commit"]) == 0
    capsys.readouterr()
    return tmp_path


def answer(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, dict[str, object]]:
    status = main([*words, "--json"])
    return status, json.loads(capsys.readouterr().out)


def test_an_unknown_name_is_confirmed_works_and_is_taken_back(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    findings = str(folder / "findings.xlsx")
    assert answer(capsys, "import", findings)[0] == 1
    status, added = answer(capsys, "alias", "add", "市教肓局", "市教育局", "--kind", "错写", "--as", "业务员甲")
    assert status == 0
    assert {name: added[name] for name in ("alias", "unit", "kind", "by")} == {
        "alias": "市教肓局", "unit": "市教育局", "kind": "错写", "by": "业务员甲",
    }  # fmt: skip
    assert answer(capsys, "alias", "list") == (0, {"aliases": [added]})
    assert answer(capsys, "import", findings)[0] == 0
    assert answer(capsys, "alias", "remove", "市教肓局")[0] == 0
    assert answer(capsys, "alias", "list") == (0, {"aliases": []})
    assert answer(capsys, "import", findings)[0] == 1


@pytest.mark.parametrize(
    "words",
    [
        ("add", "市财政局", "市教育局"),
        ("add", "新名", "没有的局"),
        ("add", "新名", "市教育局", "--kind", "乱写"),
        ("remove", "没有登记过"),
        ("drop", "新名"),
    ],
)
def test_what_makes_no_sense_is_refused(folder: Path, capsys: pytest.CaptureFixture[str], words: tuple[str]) -> None:
    status, said = answer(capsys, "alias", *words)
    assert status == 2
    assert said["outcome"] == "refused"
