"""A file with a 密级 mark is refused as a whole, without a word of what is in it (ledgers.md §6)."""

import re
from collections.abc import Iterable

from services.errors import Refused
from services.text import normal

STARRED = re.compile("(绝密|机密|秘密)[★☆]")
LOOSE = re.compile(r"(绝|机|秘)\s{0,3}密\s{0,3}[★☆]")
MARK = re.compile("[【\\[(]?(密级:?)?(绝密|机密|秘密)[】\\])]?([★☆].*|:?[0-9一二三四五六七八九十]+年)?")


def marked(text: str) -> bool:
    """Say whether a cell is, or holds, a mark such as 机密★1年; a sentence that only mentions 机密 is none."""
    if "密" not in text:
        return False
    form = normal(text)
    return bool(STARRED.search(form) or MARK.fullmatch(form))


def classified() -> Refused:
    """The refusal of a file with a mark."""
    return Refused("classified", "文件带有密级标识，不得上传到本系统，文件没有保存。")


def unstarred(text: str) -> None:
    """Raise Refused where a starred mark stands anywhere in a text that is more than cells: a page, a print header."""
    if LOOSE.search(text):
        raise classified()


def unclassified(texts: Iterable[str]) -> None:
    """Raise Refused where any of the file's cell texts carries a mark."""
    if any(marked(text) for text in texts):
        raise classified()
