"""What a person says about a sheet where the guess is wrong: its header rows, its ledger, what its columns mean."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from services.text import NOTE, outer

# The source of a column's values that is no column: the section rows (一、机关) above the data.
SECTION = "section"
NUMBERING = re.compile(r"^(?:[（(][一二三四五六七八九十\d]{1,3}[）)]|[一二三四五六七八九十\d]{1,3}\s*[、.．])\s*")


@dataclass(frozen=True)
class Correction:
    """`header`: first and last header row in Excel numbers, None as guessed. `ledger`: its id, None as recognised.

    `columns`: column letter, or SECTION, → the field it holds; "" for a column that is not imported.
    """

    ledger: str | None = None
    header: tuple[int, int] | None = None
    columns: Mapping[str, str] = field(default_factory=dict)


NONE = Correction()


def section_word(title: str) -> str:
    """Give what a section's title says without its number and bracketed notes: 一、机关（21家） → 机关."""
    return outer(NOTE.sub("", NUMBERING.sub("", outer(title))))
