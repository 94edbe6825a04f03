"""The reading process: a file's bytes on standard input, a refusal or the sheets on standard output."""

import gc
import importlib
import json
import sys
from collections.abc import Callable

from services.errors import Refused
from services.ingest import wire
from services.ingest.classified import classified, named, unclassified
from services.ingest.encoding import BINARY, recoded
from services.ingest.grid import Workbook
from services.ingest.limits import no_flood, within_limits
from services.ingest.sniff import Format, sniff

MEMORY = 2**30
CPU_SECONDS = 8


def packed(kind: Format, content: bytes) -> bytes:
    """Give all sheets of a file of this kind, for `wire.loads`; raises Refused. Runs in whatever process calls it."""
    # Imported only when asked for: start-up is paid by every file.
    module = importlib.import_module(f"services.ingest.reader_{kind.value}")
    parse: Callable[[bytes], Workbook] = module.parse
    book = parse(content)
    within_limits(book)
    if any(named(sheet.name) for sheet in book.sheets):
        raise classified()
    found = wire.pack(book)
    no_flood(found.cells, found.numbers)
    unclassified(cell for cell in found.cells if type(cell) is str)
    return wire.dumps(found)


def confine() -> None:
    """Bound this process's memory and time, where the system can (not on Windows)."""
    try:
        import resource
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def main(encoding: str) -> None:
    """Read the file on standard input, in the encoding chosen for it ("": none was), and write the answer."""
    confine()
    gc.disable()
    out = sys.stdout.buffer
    try:
        content = sys.stdin.buffer.read()
        if encoding and not content.startswith(BINARY):
            content = recoded(content, encoding)
        sheets = packed(sniff("", content), content)
    except Refused as refusal:
        out.write(json.dumps({"code": refusal.code, "message": refusal.message}).encode())
        return
    out.write(b"null\n")
    out.write(sheets)


if __name__ == "__main__":
    main(sys.argv[1])
