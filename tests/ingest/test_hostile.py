"""Every hostile or odd file is refused by its right name or read rightly, and leaves nothing behind."""

import gc
import os
import subprocess
import sys
from functools import partial
from pathlib import Path

import pytest

from services.errors import Refused
from services.ingest.grid import Workbook
from services.ingest.read import read
from services.settings import ROOT
from tests.ingest import hostile as h
from tests.ingest.grids import answer
from tests.ingest.hostile_formats import BINARY, FORMATS, LINES
from tests.ingest.hostile_packages import MARKUP, PACKAGES
from tests.ingest.hostile_sheets import SHAPES, VALUES

CASES = PACKAGES | SHAPES | MARKUP | FORMATS | BINARY | LINES | VALUES
# What costs the most; the ordinary file stands last.
WORST = (
    "huge sheet", "size of a bomb hidden", "wide times long", "hidden rows beyond any sheet", "attribute of 30 MB",
    "lots of inputs", "a million tables", "21 MB", "one line of 19 MB", "a million short lines",
    "20 MB of text in 700 cells", "letters that grow", "one long string shown 100 000 times", "endless sheet name",
    "endless error", "a million cells and one", "100 100 rows", "ordinary",
)  # fmt: skip


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize("name", CASES)
def test_every_file_is_refused_by_its_name_or_read_rightly(name: str) -> None:
    content, expected = CASES[name]
    found = answer(lambda: read("台账.xlsx", content()))
    if isinstance(expected, str | tuple):
        assert isinstance(found, Refused), found
        assert found.code in ((expected,) if isinstance(expected, str) else expected), found
    elif expected is ...:
        assert isinstance(found, Workbook | Refused)
    else:
        assert isinstance(found, Workbook), found
        assert found.sheets[0].rows[: len(expected)] == expected


def resident() -> int:
    """Give the memory of this process in bytes."""
    gc.collect()
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE")


@pytest.mark.skipif(sys.platform != "linux", reason="the memory of a process is read from /proc")
def test_the_worst_of_them_leave_nothing_behind_and_a_good_file_still_reads() -> None:
    for name in WORST[-2:]:
        answer(partial(read, "台账.xlsx", CASES[name][0]()))
    before = resident()
    for name in WORST:
        found = answer(partial(read, "台账.xlsx", CASES[name][0]()))
    assert isinstance(found, Workbook)
    assert found.sheets[0].rows == h.READ
    assert resident() - before <= 50 * h.MB


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limits")
def test_the_reading_process_cannot_have_two_gigabytes() -> None:
    greedy = "from services.ingest.reader import confine; confine(); print(len(bytearray(2 << 30)))"
    done = subprocess.run([sys.executable, "-c", greedy], capture_output=True, text=True, cwd=ROOT, check=False)
    assert done.returncode != 0
    assert "MemoryError" in done.stderr
