"""`errors`: the annotated copy on the command line."""

import json
from pathlib import Path

import openpyxl
import pytest

from services.__main__ import main
from tests.sheets import UNITS, changed, xlsx


def said(capsys: pytest.CaptureFixture[str]) -> dict[str, object]:
    answer: dict[str, object] = json.loads(capsys.readouterr().out)
    return answer


def test_a_faulty_file_is_copied_with_its_faults_and_nothing_is_wrong_with_that(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.xlsx").write_bytes(xlsx(*changed(UNITS, 2, 4, "两新组织")))
    out = str(tmp_path / "out.xlsx")
    assert main(["errors", str(tmp_path / "a.xlsx"), "--ledger", "units", "-o", out, "--json"]) == 0
    assert said(capsys) == {"outcome": "written", "errors": 1, "warnings": 0, "file": out}
    assert openpyxl.load_workbook(out)["Sheet1"]["E3"].comment


def test_a_file_that_cannot_be_read_is_refused_and_nothing_is_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.xlsx").write_bytes(b"%PDF-1.7")
    out = tmp_path / "out.xlsx"
    assert main(["errors", str(tmp_path / "a.xlsx"), "-o", str(out), "--json"]) == 2
    answer = said(capsys)
    assert answer["outcome"] == "refused"
    assert answer["refusal"]["code"] == "not_a_table"  # type: ignore[index]
    assert not out.exists()
