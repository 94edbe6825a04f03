"""`screen package` and `screen verify`, as a person types them."""

import json
from pathlib import Path
from typing import Any

import pytest

from services.__main__ import main


def answer(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, Any]:
    status = main(["screen", *words, "--json"])
    return status, json.loads(capsys.readouterr().out)


def test_a_package_is_written_and_verified(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "会议.html"
    status, written = answer(capsys, "package", "默认", "-o", str(out))
    assert (status, written["outcome"], written["file"]) == (0, "written", str(out))
    status, verified = answer(capsys, "verify", str(out))
    assert status == 0
    assert verified == {**{name: each for name, each in written.items() if name != "file"}, "outcome": "verified"}


def test_a_package_that_was_changed_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "会议.html"
    answer(capsys, "package", "默认", "-o", str(out))
    out.write_text(out.read_text("utf-8").replace("截至", "截止", 1), "utf-8")
    status, refused = answer(capsys, "verify", str(out))
    assert (status, refused["refusal"]["code"]) == (2, "forged")


def test_another_store_does_not_know_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "会议.html"
    answer(capsys, "package", "默认", "-o", str(out))
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{tmp_path / 'other.db'}")
    assert answer(capsys, "verify", str(out))[0] == 2


def test_it_says_in_words_what_the_check_proves(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = str(tmp_path / "会议.html")
    assert main(["screen", "package", "默认", "-o", out]) == 0
    assert main(["screen", "verify", out]) == 0
    said = capsys.readouterr().out
    assert "核对通过：这份文件由本看板制作" in said
    assert "校验码" in said


def test_there_is_no_package_of_an_unknown_playlist(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert answer(capsys, "package", "没有", "-o", str(tmp_path / "x.html"))[0] == 2
    assert not (tmp_path / "x.html").exists()
