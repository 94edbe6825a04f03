"""How words are compared: width, spaces and invisible characters never make two of one."""

import re
import unicodedata
from collections.abc import Callable, Sequence
from functools import lru_cache, wraps

# Zero-width and direction marks that spreadsheets pick up from web pages and chat programs.
INVISIBLE = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\u00ad]")
# No word worth remembering is longer; a file of long texts must not fill our memory.
WORD = 80
# What the marks of Chinese sentences are in NFKC.
WIDE = tuple(zip("，；：（）！？", ",;:()!?", strict=True))
# A cell that begins so is a formula to a spreadsheet program.
FORMULA = ("=", "+", "-", "@", "\t", "\r")
NOTE = re.compile(r"[（(【\[〔][^（(【\[〔)）】\]〕]*[)）】\]〕]")


def outer(text: str) -> str:
    """Give `text` without outer blanks (NBSP and ideographic space included) and invisible characters."""
    return INVISIBLE.sub("", text).strip()


def _kept(form: Callable[[str], str]) -> Callable[[str], str]:
    """Remember the forms of short texts: a sheet writes the same few words again and again, long texts only once."""
    known = lru_cache(maxsize=1 << 15)(form)

    @wraps(form)
    def kept(text: str) -> str:
        if text.isascii() and text.isalnum():
            return text  # a number or a code reads as it stands, and there are too many to remember
        return known(text) if len(text) <= WORD else form(text)

    return kept


@_kept
def normal(text: str) -> str:
    """Give the form in which two spellings are compared: NFKC, no white space, no invisible characters."""
    if not text.isascii():
        text = INVISIBLE.sub("", text)
        # Where these are the only ones that are not normal, as in most texts, there is nothing left to be done.
        for wide, narrow in WIDE:
            text = text.replace(wide, narrow)
        text = unicodedata.normalize("NFKC", text)
    return "".join(text.split())


def normals(texts: Sequence[str]) -> list[str]:
    """Give these forms of many texts: made of all at once, it takes a fraction of the time."""
    forms = normal("\0".join(texts)).split("\0")
    return forms if len(forms) == len(texts) else list(map(normal, texts))


@_kept
def header(text: str) -> str:
    """Give the form in which a header cell is compared: as `normal`, without `*`, bracketed notes and colons."""
    return re.sub("[*★:]", "", NOTE.sub("", normal(text)))


def harmless(text: str) -> str:
    """Give a cell of a .csv that is words and never a formula; our reader takes the apostrophe off again."""
    return f"'{text}" if text.startswith(FORMULA) else text
