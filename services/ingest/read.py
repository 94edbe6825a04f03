"""Read a file in a process of its own, which may run out of memory or time, or die, without harm to ours."""

import json
import logging
import subprocess
import sys

from services.errors import Refused
from services.ingest import wire
from services.ingest.annotation import unannotated
from services.ingest.grid import Workbook
from services.ingest.sniff import turn_away
from services.settings import ROOT

# Together with start-up and what follows, an answer in under 10 s (ledgers.md §6).
SECONDS = 8


def read(name: str, content: bytes, encoding: str | None = None) -> Workbook:
    """Give all sheets of a file, without what our own annotations added; raises Refused for one not to be read.

    `encoding`: the one of `encoding.CHOICES` that a person chose for a file of texts.
    """
    turn_away(name, content)
    command = [sys.executable, "-m", "services.ingest.reader", encoding or ""]
    try:
        done = subprocess.run(command, input=content, capture_output=True, timeout=SECONDS, cwd=ROOT, check=False)
    except subprocess.TimeoutExpired as error:
        raise Refused("damaged", "文件结构异常，读取超时，请用 Excel 打开后另存一份再传。") from error
    if done.returncode != 0:
        # The last line may quote the file, its first word never does.
        fault = done.stderr.decode("utf-8", "replace").strip().rpartition("\n")[2].partition(":")[0]
        logging.getLogger(__name__).warning("reader ended with %s %.80s", done.returncode, fault)
        raise damaged()
    head, _, sheets = done.stdout.partition(b"\n")
    refused = json.loads(head)
    if refused:
        raise Refused(refused["code"], refused["message"])
    return unannotated(wire.loads(sheets))


def damaged() -> Refused:
    """The refusal of a file that looks like a spreadsheet and cannot be read as one."""
    return Refused("damaged", "文件已损坏或结构异常，读不出来，请用 Excel 打开后另存一份再传。")
