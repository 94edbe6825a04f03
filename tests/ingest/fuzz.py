"""Real spreadsheets damaged at random, and a process that reads one after the other."""

import io
import json
import random
import struct
import subprocess
import sys
import threading
import traceback
import zipfile
from collections.abc import Callable
from pathlib import Path

from services.errors import Refused
from services.ingest.annotation import unannotated
from services.ingest.convert import convert
from services.ingest.match import match
from services.ingest.shape import shape
from services.ingest.sniff import sniff
from services.ingest.totals import check_totals
from services.ledgers import ledgers
from services.ledgers.targets import DEFAULTS
from services.settings import ROOT
from tests.ingest.grids import repacked, workbook

SECONDS = 20
# What is worth writing over something else in the parts of a package.
SPICE = (
    b"", b"\0", b"<", b">", b'"', b"&amp;", b"&#x0;", b"A1", b"XFD1048576", b"-1", b"99999999999", b"1e308", b"NaN",
    b't="e"', b't="s"', b"<v></v>", b"<f/>", "密".encode(), b"\xff\xfe", b"]]>", b"</row>", b"<row>", b"<!-- ",
)  # fmt: skip


def damaged(seeds: list[bytes], number: int) -> bytes:
    """Give the damaged file of this number: the same number, the same file."""
    dice = random.Random(number)
    content = dice.choice(seeds)
    if content.startswith(b"PK") and dice.random() < 0.6:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            victim = dice.choice(package.namelist())
        return repacked(content, lambda path, part: dice.choice(HARMS)(dice, part, seeds) if path == victim else part)
    return dice.choice((*HARMS, _spliced))(dice, content, seeds)


def _flipped(dice: random.Random, content: bytes, seeds: list[bytes]) -> bytes:
    broken = bytearray(content)
    for _ in range(dice.randint(1, 30) if broken else 0):
        broken[dice.randrange(len(broken))] ^= 1 << dice.randrange(8)
    return bytes(broken)


def _cut(dice: random.Random, content: bytes, seeds: list[bytes]) -> bytes:
    return content[: dice.randint(0, len(content))]


def _spiced(dice: random.Random, content: bytes, seeds: list[bytes]) -> bytes:
    for _ in range(dice.randint(1, 8)):
        at = dice.randint(0, len(content))
        content = content[:at] + dice.choice(SPICE) * dice.choice((1, 1, 300)) + content[at + dice.randint(0, 9) :]
    return content


def _repeated(dice: random.Random, content: bytes, seeds: list[bytes]) -> bytes:
    start = dice.randint(0, len(content))
    piece = content[start : start + dice.randint(0, 4_000)]
    return content[:start] + piece * dice.randint(0, 5) + content[start + len(piece) :]


def _spliced(dice: random.Random, content: bytes, seeds: list[bytes]) -> bytes:
    other = dice.choice(seeds)
    return content[: dice.randint(0, len(content))] + other[dice.randint(0, len(other)) :]


Harm = Callable[[random.Random, bytes, list[bytes]], bytes]
HARMS: tuple[Harm, ...] = (_flipped, _cut, _spiced, _repeated)


def taken_apart(content: bytes) -> str:
    """Read a file and everything in it as far as a preview would; give "read", or the code of the refusal."""
    try:
        book = workbook(sniff("", content), content)
    except Refused as refusal:
        return refusal.code
    for sheet in unannotated(book).sheets:
        for ledger in ledgers().values():
            form = shape(sheet, [ledger])
            matched = match(form, ledger)
            check_totals(sheet, form, matched, convert(sheet, form, matched, ledger, DEFAULTS, {}).records)
    return "read"


class Reading:
    """The process that takes files apart; where one kills it, the next is read by a new one."""

    def __init__(self) -> None:
        self.deaths = 0
        self._process: subprocess.Popen[bytes] | None = None

    def __call__(self, content: bytes) -> str:
        """Give "read", a refusal's code, "died", or the traceback of a defect."""
        if self._process is None:
            command = [sys.executable, "-m", "tests.ingest.fuzz"]
            pipe = subprocess.PIPE
            self._process = subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=subprocess.DEVNULL, cwd=ROOT)
        process = self._process
        assert process.stdin
        assert process.stdout
        timer = threading.Timer(SECONDS, process.kill)
        timer.start()
        process.stdin.write(struct.pack("<I", len(content)) + content)
        process.stdin.flush()
        line = process.stdout.readline()
        timer.cancel()
        if line:
            return str(json.loads(line))
        self.deaths += 1
        self.close()
        return "died"

    def close(self) -> None:
        """End the process."""
        if self._process is not None:
            self._process.kill()
            self._process.communicate()
            self._process = None


def samples() -> list[bytes]:
    """Give the sample spreadsheets that come with the project."""
    return [path.read_bytes() for path in sorted(Path(ROOT, "data/samples").glob("*.[xc]*"))]


def main() -> None:
    """Answer every file on standard input with one line."""
    import resource

    resource.setrlimit(resource.RLIMIT_AS, (2**30, 2**30))
    while head := sys.stdin.buffer.read(4):
        content = sys.stdin.buffer.read(struct.unpack("<I", head)[0])
        try:
            answer = taken_apart(content)
        except MemoryError:
            answer = "died"
        except Exception:  # noqa: BLE001 - every one of them is the defect that is looked for
            answer = traceback.format_exc()
        sys.stdout.write(json.dumps(answer) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
