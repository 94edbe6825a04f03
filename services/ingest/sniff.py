"""What a file is, by its first bytes and never by its name (apart from Excel's own lock files)."""

import re
import struct
from enum import StrEnum

from services.errors import Refused
from services.ingest.classified import classified, named
from services.ingest.encoding import MARKS, decoded, garbled, unclear
from services.ingest.limits import FILE_BYTES


class Format(StrEnum):
    """The kinds of file that are read."""

    XLSX = "xlsx"
    XLS = "xls"
    TEXT = "text"
    HTML = "html"
    XML = "xml"


ZIP = b"PK\x03\x04"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# A BOF record of BIFF 2 to 8 that stands alone, without the OLE container around it.
BARE_BIFF = (b"\x09\x00\x04\x00", b"\x09\x02\x06\x00", b"\x09\x04\x06\x00", b"\x09\x08\x10\x00", b"\x09\x08\x08\x00")
# The length of the container's own header.
HEADER = 512
FREE = 0xFFFFFFFF
MAIL = re.compile(r"^(?:message-id|mime-version|return-path):", re.MULTILINE)
CONTROL = re.compile(rb"[\x00-\x08\x0e-\x19\x1c-\x1f]")
JSON = re.compile(r"[\[{]\s*[\[{\"]")
OTHERS = (
    (b"%PDF", "PDF 文件"), (b"\x89PNG", "图片"), (b"\xff\xd8\xff", "图片"), (b"GIF8", "图片"), (b"BM", "图片"),
    (b"RIFF", "图片或音视频"), (b"II*\0", "图片"), (b"MM\0*", "图片"), (b"Rar!", "压缩包"), (b"7z\xbc\xaf", "压缩包"),
    (b"\x1f\x8b\x08", "压缩包"), (b"\xfd7zXZ", "压缩包"), (b"BZh9", "压缩包"), (b"{\\rtf", "Word 文档"),
    (b"MZ", "程序"), (b"#!/", "程序"), (b"SQLite format 3", "数据库"),
)  # fmt: skip


def turn_away(name: str, content: bytes) -> None:
    """Raise Refused for what needs no look inside: a lock file, a mark in its name, no content, too much of it."""
    if name.startswith(("~$", ".~")):
        raise Refused("lock_file", f"这是 Excel 打开文件时的临时文件，请选择不带“{name[:2]}”的原文件。")
    if named(name):
        raise classified()
    if not content.strip(b"\0\t\r\n "):
        raise _empty()
    if len(content) > FILE_BYTES:
        raise Refused("too_large", f"文件超过{FILE_BYTES // 2**20} MB，请拆分后再传。")


def sniff(name: str, content: bytes) -> Format:
    """Give what the file is; raises Refused for one that no ledger can be read from."""
    turn_away(name, content)
    if content.startswith(ZIP):
        return Format.XLSX
    if content.startswith(OLE):
        return _ole(content)
    if content.startswith(BARE_BIFF):
        return Format.XLS
    begins = content[:HEADER].lstrip()
    for start, kind in OTHERS:
        # Two letters can begin a text as well; no text has NULs.
        if begins.startswith(start) and (len(start) > 2 or b"\0" in content[:64]):
            raise not_a_table(kind)
    return _text(content)


def _empty() -> Refused:
    return Refused("empty", "文件是空的，请核对后重新选择。")


def not_a_table(kind: str) -> Refused:
    """The refusal of a file that is something else: `kind` says what, in Chinese."""
    return Refused("not_a_table", f"这不是电子表格，而是{kind}，请选择 .xlsx、.xls 或 .csv 文件。")


def _named(text: str) -> bytes:
    return text.encode("utf-16-le")


def _ole(content: bytes) -> Format:
    if _named("EncryptedPackage") in content or _named("EncryptionInfo") in content:
        raise Refused("encrypted", "文件有打开密码，请去掉密码后再传。")
    if _cut_short(content):
        raise truncated()
    # The names of its parts may be written in capitals.
    if _named("book\0") in content.lower():
        return Format.XLS
    if _named("WordDocument") in content:
        raise not_a_table("Word 文档")
    if _named("PowerPoint Document") in content:
        raise not_a_table("演示文稿")
    raise not_a_table("其他程序的文件")


def _cut_short(content: bytes) -> bool:
    """Say whether the container's own allocation table speaks of sectors beyond the end of the file."""
    if len(content) < HEADER:
        return True
    size = 1 << min(max(int.from_bytes(content[30:32], "little"), 9), 12)
    for (at,) in struct.iter_unpack("<I", content[76:HEADER]):
        if at >= FREE - 5:
            continue
        table = content[(at + 1) * size : (at + 2) * size]
        if len(table) < min(size, 4):
            return True
        first = at // (size // 4) * (size // 4)
        used = [i for i, (n,) in enumerate(struct.iter_unpack("<I", table[: len(table) // 4 * 4])) if n != FREE]
        if used and first == 0 and (used[-1] + 1) * size >= len(content):
            return True
    return False


def truncated() -> Refused:
    """The refusal of a file of which a part is missing."""
    return Refused("truncated", "文件不完整，可能没有下载或复制完，请重新取得文件后再传。")


def _text(content: bytes) -> Format:
    try:
        text = decoded(content)
    except Refused:
        if b"\0" in content and not content.startswith(MARKS):
            raise not_a_table("无法识别的文件") from None
        raise
    if garbled(text.rstrip("\x1a")):
        raise not_a_table("无法识别的文件") if CONTROL.search(content) else unclear()
    if not text.strip("\ufeff\0\x1a \t\r\n\u3000"):
        raise _empty()
    head = text.lstrip()[:20_000].lower()
    if head.startswith("mime-version:") or "content-type: multipart/related" in head[:2_000]:
        raise Refused("web_archive", "这是网页归档文件（MHTML），请用 Excel 打开后另存为 .xlsx 再传。")
    if head.startswith("<"):
        return _markup(text.lower(), head)
    if re.match(r"[\w-]+:", head) and MAIL.search(head[:5_000]):
        raise not_a_table("电子邮件")
    if JSON.match(head):
        raise not_a_table("JSON 数据")
    if len(text.strip().splitlines()) == 1 and not re.search("[,;\t]", text.strip()):
        raise not_a_table("一段文字")
    return Format.TEXT


def _markup(text: str, head: str) -> Format:
    if "urn:schemas-microsoft-com:office:spreadsheet" in text and "<html" not in head:
        return Format.XML
    if re.search(r"<input[^>]{0,500}password", text) or (
        "<table" not in text and re.search("登录|登陆|login|signin", text)
    ):
        raise Refused("login_page", "这是网站的登录页面，不是表格：登录已过期，请重新登录后再下载。")
    if "<table" in text:
        return Format.HTML
    raise not_a_table("网页" if "<html" in head else "标记文本")
