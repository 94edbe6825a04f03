"""The sample spreadsheets: as committed, tidy and as sent, without anything that could be a person's number."""

import re
import zipfile
from io import BytesIO

import openpyxl
import pytest

from services.demo.excerpt import excerpt
from services.demo.samples import FOLDER, samples
from services.ledgers import ledgers


@pytest.fixture(scope="module")
def made():
    return list(samples())


def test_the_committed_files_are_those_generated(made):
    assert {file for file, _, _ in made} == {path.name for path in FOLDER.iterdir()} - {"README.md"}
    for file, _, content in made:
        assert parts((FOLDER / file).read_bytes()) == parts(content), f"{file}: run python -m services.demo.samples"


def parts(content):
    """Give what is inside a workbook: its compression differs from one zlib to another."""
    if not zipfile.is_zipfile(BytesIO(content)):
        return content
    with zipfile.ZipFile(BytesIO(content)) as package:
        return {name: package.read(name) for name in package.namelist()}


def test_two_files_for_every_ledger_in_the_order_of_upload(made):
    assert len(made) == 44
    assert {ledger for _, ledger, _ in made} == set(ledgers())
    assert [file[:2] for file, _, _ in made] == [f"{number:02d}" for number in range(1, 23) for _ in range(2)]


def test_ten_to_twenty_five_rows_each():
    for name, rows in excerpt().items():
        assert 10 <= len(rows) <= 25, name


def test_one_file_is_gb18030(made):
    (content,) = [content for file, _, content in made if file.endswith(".csv")]
    assert "书记" in content.decode("gb18030")
    with pytest.raises(UnicodeDecodeError):
        content.decode("utf-8")


def test_nothing_reads_like_a_persons_number(made):
    for file, _, content in made:
        if file.endswith(".csv"):
            text = content.decode("gb18030")
        else:
            sheet = openpyxl.load_workbook(BytesIO(content)).worksheets[0]
            text = "\n".join(str(value) for row in sheet.iter_rows(values_only=True) for value in row)
        assert not re.search(r"\d{15,17}[\dXx]?", text), file
