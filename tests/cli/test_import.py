"""`import`: what a refused file leaves behind."""

import json
from pathlib import Path

import pytest

from services.__main__ import main
from services.ingest.limits import FILE_BYTES
from tests.sheets import UNITS, xlsx


def refused(file: Path, capsys: pytest.CaptureFixture[str]) -> str:
    assert main(["import", str(file), "--ledger", "units", "--commit", "--json"]) == 2
    answer = json.loads(capsys.readouterr().out)
    assert answer["sheets"] == []
    code: str = answer["refusal"]["code"]
    return code


@pytest.mark.parametrize("name", ["机密★名册.xlsx", "名册（秘密）.xlsx"])
def test_of_a_file_with_a_mark_in_its_name_not_even_that_is_kept(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / name
    file.write_bytes(xlsx(*UNITS))
    assert refused(file, capsys) == "classified"
    kept = b"".join(each.read_bytes() for each in tmp_path.glob("default.db*"))
    assert "文件名带有密级标识".encode() in kept
    assert file.stem.encode() not in kept
    assert "市教育局".encode() not in kept


def test_a_file_is_read_no_further_than_it_takes_to_refuse_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "a.csv"
    with file.open("wb") as opened:
        opened.truncate(FILE_BYTES * 500)
        opened.write(b"a,b\n")
    assert refused(file, capsys) == "too_large"
