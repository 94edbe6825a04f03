"""Files that mean harm, or are merely odd, made in memory: packages, their XML, old binary workbooks, texts."""

import io
import struct
import zipfile
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from html import escape
from typing import Any

MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
LINKS = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
DOCTYPE = '<!DOCTYPE a [<!ENTITY b "c">]>'
LAUGHS = (
    "<!DOCTYPE a ["
    + '<!ENTITY a0 "lol">'
    + "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
    + "]>"
)
# The first two rows of an ordinary sheet: strings in the cells, no shared strings, no styles.
TEXT = '<c r="{}" t="inlineStr"><is><t>{}</t></is></c>'
ROW = f'<row r="1">{TEXT.format("A1", "单位名称")}{TEXT.format("B1", "领域")}</row>'
DATA = f'<row r="2">{TEXT.format("A2", "市财政局")}<c r="B2"><v>7</v></c></row>'
READ = [["单位名称", "领域"], ["市财政局", 7.0]]
SHEET, BOOK, BOOK_RELS = "xl/worksheets/sheet1.xml", "xl/workbook.xml", "xl/_rels/workbook.xml.rels"
TYPES, STRINGS, STYLES = "[Content_Types].xml", "xl/sharedStrings.xml", "xl/styles.xml"

SS = "urn:schemas-microsoft-com:office:spreadsheet"

Parts = Mapping[str, str | bytes]
Content = Callable[[], bytes]
# A refusal code; or the first rows of the first sheet; or ... for any workbook (what the file says hardly matters).
Expected = Any
MB = 2**20


def sheet(cells: str = ROW + DATA, before: str = "", after: str = "") -> str:
    """Give a worksheet part."""
    return f"{XML}<worksheet {MAIN} {LINKS}>{before}<sheetData>{cells}</sheetData>{after}</worksheet>"


def value(text: str, attributes: str = "") -> str:
    """Give a sheet whose cell A2 is this, under an ordinary first row."""
    return sheet(f'{ROW}<row r="2"><c r="A2"{attributes}>{text}</c></row>')


def words(text: str) -> str:
    """Give a sheet whose cell A2 holds this text."""
    return value(f'<is><t xml:space="preserve">{escape(text)}</t></is>', ' t="inlineStr"')


def workbook(sheets: Iterable[tuple[str, str]] = (("表", ""),), kind: str = "worksheet") -> dict[str, str]:
    """Give the workbook part and its relations for sheets of these names and further attributes."""
    listed = list(enumerate(sheets, 1))
    tags = "".join(f'<sheet name="{name}" sheetId="{n}" {more} r:id="rId{n}"/>' for n, (name, more) in listed)
    links = "".join(
        f'<Relationship Id="rId{n}" Type="{OFFICE}/{kind}" Target="{kind}s/sheet{n}.xml"/>' for n, _ in listed
    )
    links += f'<Relationship Id="rIdS" Type="{OFFICE}/sharedStrings" Target="sharedStrings.xml"/>'
    links += f'<Relationship Id="rIdF" Type="{OFFICE}/styles" Target="styles.xml"/>'
    schema = "http://schemas.openxmlformats.org/package/2006/relationships"
    return {
        BOOK: f"{XML}<workbook {MAIN} {LINKS}><sheets>{tags}</sheets></workbook>",
        BOOK_RELS: f'{XML}<Relationships xmlns="{schema}">{links}</Relationships>',
    }


def parts(*changes: Parts, without: Iterable[str] = ()) -> dict[str, str | bytes]:
    """Give the parts of an ordinary small workbook, changed."""
    types = "http://schemas.openxmlformats.org/package/2006/content-types"
    relations = "http://schemas.openxmlformats.org/package/2006/relationships"
    found: dict[str, str | bytes] = {
        TYPES: f'{XML}<Types xmlns="{types}"><Default Extension="xml" ContentType="application/xml"/></Types>',
        "_rels/.rels": f'{XML}<Relationships xmlns="{relations}"><Relationship Id="rId1" '
        f'Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        **workbook(),
        SHEET: sheet(),
    }
    for change in changes:
        found.update(change)
    return {path: part for path, part in found.items() if path not in without}


def packed(members: Parts | Iterable[tuple[str, str | bytes]], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Give a zip of these members, in which a path may stand twice."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as package:
        for path, part in members.items() if isinstance(members, Mapping) else members:
            info = zipfile.ZipInfo(path)
            info.compress_type = method
            package.writestr(info, part)
    return buffer.getvalue()


def xlsx(*changes: Parts, without: Iterable[str] = ()) -> bytes:
    """Give an ordinary small workbook, with parts changed, added or left out."""
    return packed(parts(*changes, without=without))


def late(made: Callable[[], Content]) -> Content:
    """Put off the making of a large file until it is asked for."""
    return lambda: made()()


def book(*changes: Parts, without: tuple[str, ...] = ()) -> Content:
    """Put off the making of such a workbook."""
    return partial(xlsx, *changes, without=without)


def of(cells: str, before: str = "", after: str = "") -> Content:
    """Put off the making of a workbook whose sheet has these cells."""
    return book({SHEET: sheet(cells, before, after)})


def strings(count: str = "", items: str = "<si><t>甲</t></si>") -> dict[str, str]:
    """Give a part of shared strings and a sheet that shows the first one."""
    return {STRINGS: f"{XML}<sst {MAIN} {count}>{items}</sst>", SHEET: value("<v>0</v>", ' t="s"')}


def forged(content: bytes, path: str, **fields: int) -> bytes:
    """Give a zip whose two headers of one member lie: flag, method, crc, packed, size."""
    places = {"flag": (6, "<H"), "method": (8, "<H"), "crc": (14, "<I"), "packed": (18, "<I"), "size": (22, "<I")}
    forging = bytearray(content)
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        start = package.getinfo(path).header_offset
        listed = content.index(path.encode(), package.start_dir) - 46
    for field, lie in fields.items():
        at, form = places[field]
        struct.pack_into(form, forging, start + at, lie)
        struct.pack_into(form, forging, listed + at + 2, lie)
    return bytes(forging)


def record(kind: int, body: bytes) -> bytes:
    """Give one record of an old binary workbook."""
    return struct.pack("<HH", kind, len(body)) + body


def biff8(*cells: bytes, strings: Iterable[str] = (), said: int | None = None, name: bytes = b"S") -> bytes:
    """Give the stream of a one-sheet Excel 97 workbook; `said`: how many strings its table claims to have."""
    table = [struct.pack("<HB", len(text), 1) + text.encode("utf-16-le") for text in strings]
    count = len(table) if said is None else said
    start = record(0x809, struct.pack("<HHHHII", 0x600, 5, 0x1000, 1997, 0, 6)) + record(0x42, b"\xb0\x04")
    font = record(0x31, struct.pack("<HHHHHBBBBBB", 200, 0, 0x7FFF, 400, 0, 0, 0, 0, 0, 1, 0) + b"A")
    looks = b"".join(record(0xE0, struct.pack("<HHH", 0, 0, 0xFFF5 if n < 15 else 1) + bytes(14)) for n in range(16))
    shared = record(0xFC, struct.pack("<II", count, count) + b"".join(table))
    listed = 4 + 8 + len(name)
    at = len(start + font + looks + shared) + listed + 4
    sheets = record(0x85, struct.pack("<IBBBB", at, 0, 0, len(name), 0) + name)
    page = record(0x809, struct.pack("<HHHHII", 0x600, 0x10, 0x1000, 1997, 0, 6))
    return start + font + looks + shared + sheets + record(0xA, b"") + page + b"".join(cells) + record(0xA, b"")


def label(row: int, column: int, index: int, look: int = 15) -> bytes:
    """Give a cell that shows the string of this number."""
    return record(0xFD, struct.pack("<HHHI", row, column, look, index))


def ole(streams: Mapping[str, bytes], loop: bool = False) -> bytes:
    """Give an OLE container of these streams; with `loop` its allocation table runs in a circle."""
    sectors: list[bytes] = []
    table = [0xFFFFFFFD, 0xFFFFFFFE]
    entries = [("Root Entry", 5, 0xFFFFFFFE, 0)]
    for name, content in streams.items():
        body = content.ljust(4096, b"\0")
        pieces = [body[i : i + 512].ljust(512, b"\0") for i in range(0, len(body), 512)]
        first = 2 + len(sectors)
        entries.append((name, 2, first, len(body)))
        sectors += pieces
        table += [*range(first + 1, first + len(pieces)), first if loop else 0xFFFFFFFE]
    directory = b""
    for index, (name, kind, first, size) in enumerate(entries):
        title = name.encode("utf-16-le") + b"\0\0"
        child = 1 if index == 0 and len(entries) > 1 else 0xFFFFFFFF
        following = index + 1 if 0 < index < len(entries) - 1 else 0xFFFFFFFF
        directory += title.ljust(64, b"\0") + struct.pack("<HBBIII", len(title), kind, 1, 0xFFFFFFFF, following, child)
        directory += bytes(36) + struct.pack("<III", first, size, 0)
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(10)
    head += struct.pack("<IIIIIIIII", 1, 1, 0, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0, 0) + b"\xff" * 432
    listed = b"".join(struct.pack("<I", each) for each in table).ljust(512, b"\xff")
    return head + listed + directory.ljust(512, b"\0") + b"".join(sectors)
