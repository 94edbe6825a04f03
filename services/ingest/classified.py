"""A file with a 密级 mark is refused as a whole, without a word of what is in it (ledgers.md §6)."""

import re
from collections.abc import Iterable

from services.errors import Refused
from services.text import normal

LEVEL = "(?:绝密|机密|秘密)"
# In their normal form: 机密★1年, 密级:秘密; and what says nothing else, such as [秘密], 机密*, 秘密(3年).
ANYWHERE = re.compile(f"{LEVEL}[★☆⭐]|(?:密级|保密等级):{LEVEL}")
ALONE = re.compile(f"★?[【\\[(〔]?(?:密级:?)?{LEVEL}[】\\])〕]?(?:[★☆⭐*].*|[:(]?[0-9一二三四五六七八九十]+年\\)?)?")
IN_A_NAME = re.compile(f"[【\\[(〔]{LEVEL}[】\\])〕]")


def marked(text: str) -> bool:
    """Say whether a cell is, or holds, a mark such as 机密★1年; a sentence that only mentions 机密 is none."""
    if "密" not in text:
        return False
    form = normal(text)
    return bool(ANYWHERE.search(form) or ALONE.fullmatch(form))


def named(name: str) -> bool:
    """Say whether the name of a file or a sheet bears a mark: 机密.xlsx, 名册（秘密）."""
    return any(map(marked, (name, name.rpartition(".")[0]))) or bool(IN_A_NAME.search(normal(name)))


def nameable(name: str) -> str:
    """Give a file's name as it may be kept on record."""
    return "文件名带有密级标识" if named(name) else name


def classified() -> Refused:
    """The refusal of a file with a mark."""
    return Refused("classified", "文件带有密级标识，不得上传到本系统，文件没有保存。")


def unclassified(texts: Iterable[str]) -> None:
    """Raise Refused where any of the file's cell texts carries a mark."""
    if any(marked(text) for text in texts):
        raise classified()
