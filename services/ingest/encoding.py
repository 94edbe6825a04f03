"""Which characters the bytes of a text file mean: BOM, else UTF-8, else UTF-16 by its NULs, else GB18030."""

import codecs
import unicodedata

from services.errors import Refused

BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
# In the first bytes of UTF-16 text with a Latin or numeric part, one of the two halves is often NUL.
PROBE = 4096


def decoded(content: bytes) -> str:
    """Give the text of a file; raises Refused("encoding") for bytes that are text in none of these encodings."""
    for mark, name in BOMS:
        if content.startswith(mark):
            return _strict(content[len(mark) :], name)
    if b"\0" in content[:PROBE]:
        even, odd = content[:PROBE:2].count(0), content[1:PROBE:2].count(0)
        text = content.decode("utf-16-be" if even > odd else "utf-16-le", "replace")
        if len(content) % 2 == 0 and not garbled(text):
            return text
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return _strict(content, "gb18030")


def garbled(text: str) -> bool:
    """Say whether more than one in twenty characters is a control, unassigned, or no character at all."""
    probe = text[:10_000]
    odd = sum(unicodedata.category(each) in ("Cc", "Cn", "Co") or each == "\ufffd" for each in probe)
    return (odd - sum(probe.count(blank) for blank in "\t\n\r")) * 20 > len(probe)


def _strict(content: bytes, name: str) -> str:
    try:
        return content.decode(name)
    except UnicodeDecodeError as error:
        raise Refused("encoding", "文字编码认不出来，请用 Excel 打开后另存为 .xlsx 再传。") from error
