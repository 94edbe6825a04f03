"""What the rows above a table say: its title, and the fill-in line as label → text."""

import re

from services.ingest.cells import written
from services.ingest.grid import address
from services.ingest.view import View
from services.ingest.words import ATTACHED, ATTACHMENT, KNOWN_LABEL, LABEL
from services.ledger import SheetFacts
from services.text import header, outer

# No title and no fill-in line is longer; what is would only cost time.
LONGEST = 600


def read_facts(view: View, rows: list[int]) -> tuple[SheetFacts, dict[str, str]]:
    """Give the facts of the title rows, and for each of their texts the address of its cell.

    附件 lines are no titles; blanks inside a title are taken out (2023 年 第一轮 is 2023年第一轮).
    """
    titles: list[str] = []
    filled_in: dict[str, str] = {}
    where: dict[str, str] = {}
    for r in rows:
        cells = [(c, written(view.rows[r][c])[:LONGEST]) for c in view.anchors[r]]
        line = "　　".join(text for _, text in cells)[:LONGEST]
        if re.search(rf"({KNOWN_LABEL})\s*([（(][^）)]*[）)])?\s*[:：]", line):
            for label, text in _labelled(line):
                filled_in.setdefault(label, text)
                where.setdefault(
                    text, next((address(r, c) for c, cell in cells if text in cell), address(r, cells[0][0]))
                )
            continue
        for c, text in cells:
            title = "".join(ATTACHED.sub("", text, count=1).split())
            if title and not ATTACHMENT.fullmatch(title):
                titles.append(title)
                where.setdefault(title, address(r, c))
    return SheetFacts(tuple(titles), filled_in), where


def _labelled(line: str) -> list[tuple[str, str]]:
    """Split 填报单位（盖章）：甲　填报时间：2023年3月 into its labels and texts; labels without text are left out."""
    found = list(LABEL.finditer(line))
    ends = [match.start() for match in found[1:]] + [len(line)]
    pairs = [(header(match[1]), outer(line[match.end() : end])) for match, end in zip(found, ends, strict=True)]
    return [(label, text) for label, text in pairs if text]
