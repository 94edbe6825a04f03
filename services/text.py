"""How words are compared: width, spaces and invisible characters never make two of one."""

import re
import unicodedata
from functools import lru_cache

# Zero-width and direction marks that spreadsheets pick up from web pages and chat programs.
INVISIBLE = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\u00ad]")
NOTE = re.compile(r"[（(【\[〔][^（(【\[〔)）】\]〕]*[)）】\]〕]")


def outer(text: str) -> str:
    """Give `text` without outer blanks (NBSP and ideographic space included) and invisible characters."""
    return INVISIBLE.sub("", text).strip()


@lru_cache(maxsize=1 << 16)  # a sheet writes the same few words again and again
def normal(text: str) -> str:
    """Give the form in which two spellings are compared: NFKC, no white space, no invisible characters."""
    return "".join(unicodedata.normalize("NFKC", INVISIBLE.sub("", text)).split())


@lru_cache(maxsize=1 << 16)
def header(text: str) -> str:
    """Give the form in which a header cell is compared: as `normal`, without `*`, bracketed notes and colons."""
    return re.sub("[*★:]", "", NOTE.sub("", normal(text)))
