"""`snapshot`, `snapshots` and `compare`: two named moments, and what moved each figure between them."""

import json
from pathlib import Path
from typing import Any

import pytest

from services.__main__ import main
from tests.sheets import FINDINGS, UNITS, changed, xlsx


@pytest.fixture
def folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    (tmp_path / "units.xlsx").write_bytes(xlsx(*UNITS))
    (tmp_path / "findings.xlsx").write_bytes(xlsx(*FINDINGS))
    closed = changed(changed(FINDINGS, 1, 8, "2023.5.20"), 1, 7, "已销号")
    (tmp_path / "later.xlsx").write_bytes(xlsx(*closed))
    for file in ("units", "findings"):
        assert main(["import", str(tmp_path / f"{file}.xlsx"), "--commit"]) == 0
    assert main(["snapshot", "六月末", "--as-of", "2023-06-30", "--kind", "会议"]) == 0
    assert main(["import", str(tmp_path / "later.xlsx"), "--commit", "--as", "张三"]) == 0
    assert main(["snapshot", "七月末", "--as-of", "2023-07-31"]) == 0
    capsys.readouterr()
    return tmp_path


def answer(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, Any]:
    status = main([*words, "--json"])
    return status, json.loads(capsys.readouterr().out)


@pytest.mark.usefixtures("folder")
def test_snapshots_are_listed_with_what_they_were_published_for(capsys: pytest.CaptureFixture[str]) -> None:
    _, listed = answer(capsys, "snapshots")
    assert [(each["name"], each["as_of"], each["batch"], each["kind"]) for each in listed["snapshots"]] == [
        ("七月末", "2023-07-31", 3, "月度"),
        ("六月末", "2023-06-30", 2, "会议"),
    ]


@pytest.mark.usefixtures("folder")
def test_a_comparison_names_the_classes_and_the_things(capsys: pytest.CaptureFixture[str]) -> None:
    status, said = answer(capsys, "compare", "六月末", "七月末")
    assert status == 0
    assert said["a"] == {"name": "六月末", "as_of": "2023-06-30", "batch": 2}
    found = {each["id"]: each for each in said["indicators"]}
    assert (found["K17"]["a"], found["K17"]["b"]) == (
        {"n": 0, "of": 3, "percent": "0%"},
        {"n": 1, "of": 3, "percent": "33.3%"},
    )
    assert {kind: each["n"] for kind, each in found["K17"]["changes"].items()} == {
        "真变化": 0, "补报": 1, "更正": 0, "移交核减": 0,
    }  # fmt: skip
    (thing,) = found["K17"]["changes"]["补报"]["things"]
    assert {name: thing[name] for name in ("unit", "n", "file", "cell", "batch", "by")} == {
        "unit": "市教育局", "n": 1, "file": "later.xlsx", "cell": "I2", "batch": 3, "by": "张三",
    }  # fmt: skip
    assert main(["compare", "六月末", "七月末"]) == 0
    prose = capsys.readouterr().out
    assert "K17 整改完成率：0/3（0%） → 1/3（33.3%）\n    补报+1（市教育局1项）" in prose


@pytest.mark.usefixtures("folder")
def test_an_unknown_snapshot_or_kind_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert answer(capsys, "compare", "六月末", "没有的")[0] == 2
    assert answer(capsys, "snapshot", "又一个", "--kind", "随便")[0] == 2
