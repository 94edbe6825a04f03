"""Which characters the bytes of a text file mean: BOM, else UTF-8, else UTF-16 by its NULs, else GB18030.

Any other encoding holds by a person's choice only: the bytes alone cannot tell Big5 from GB18030.
"""

import codecs
import unicodedata

from services.errors import Refused

BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
MARKS = tuple(mark for mark, _ in BOMS)
# In the first bytes of UTF-16 text with a Latin or numeric part, one of the two halves is often NUL.
PROBE = 4096
GLANCE = 20_000
# A package, and an old workbook.
BINARY = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
# What may be chosen: its name, how it is called, and the codec (the one that knows the most characters).
CHOICES = {
    "big5": ("繁体中文 Big5", "big5hkscs"),
    "gb18030": ("简体中文 GB18030", "gb18030"),
    "utf-8": ("UTF-8", "utf-8-sig"),
    "utf-16": ("UTF-16", "utf-16"),
    "utf-16-be": ("UTF-16（高位在前）", "utf-16-be"),
    "utf-32": ("UTF-32", "utf-32"),
    "shift_jis": ("日文 Shift_JIS", "cp932"),
    "euc-kr": ("韩文 EUC-KR", "cp949"),
    "windows-1252": ("西文 Windows-1252", "cp1252"),
}


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


def recoded(content: bytes, choice: str) -> bytes:
    """Give text written in the chosen encoding as UTF-8 with a BOM; raises Refused("encoding") where it is not."""
    title, codec = CHOICES[choice]
    try:
        return codecs.BOM_UTF8 + content.decode(codec).encode("utf-8")
    except UnicodeError as error:
        raise Refused("encoding", f"文件不是“{title}”编码，请另选一种，或用 Excel 另存为 .xlsx 再传。") from error


def candidates(content: bytes, lines: int = 5, width: int = 60) -> dict[str, list[str]]:
    """Give the first lines of a text as each encoding shows them, for those in which it is text at all."""
    found: dict[str, list[str]] = {}
    for choice, (_, codec) in CHOICES.items():
        try:
            # Not the last bytes of the file, so that half a character at their end is no fault.
            text = codecs.getincrementaldecoder(codec)().decode(content[:GLANCE])
        except UnicodeError:
            continue
        shown = [line[:width] for line in text.splitlines() if line.strip()][:lines]
        if shown and not garbled(text) and shown not in found.values():
            found[choice] = shown
    return found


def certain(content: bytes) -> bool:
    """Say whether the bytes tell by themselves what they mean: a package, an old workbook, UTF-8."""
    try:
        codecs.getincrementaldecoder("utf-8")().decode(content[:GLANCE])
    except UnicodeError:
        return content.startswith(BINARY)
    return True


def garbled(text: str) -> bool:
    """Say whether more than one in twenty characters is a control, unassigned, or no character at all."""
    probe = text[:10_000]
    odd = sum(unicodedata.category(each) in ("Cc", "Cn", "Co") or each == "\ufffd" for each in probe)
    return (odd - sum(probe.count(blank) for blank in "\t\n\r")) * 20 > len(probe)


def _strict(content: bytes, name: str) -> str:
    try:
        return content.decode(name)
    except UnicodeDecodeError as error:
        raise unclear() from error


def unclear() -> Refused:
    """The refusal of text in an encoding that the bytes do not tell."""
    return Refused("encoding", "文字编码认不出来，请选择编码，或用 Excel 打开后另存为 .xlsx 再传。")
