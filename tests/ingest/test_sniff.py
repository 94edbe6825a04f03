import io
import zipfile

import pytest

from services.errors import Refused
from services.ingest.sniff import Format, sniff
from tests.sheets import UNITS, xlsx

PAGE = "<html><body><table><tr><td>单位名称</td></tr></table></body></html>"
WORKBOOK_2003 = '<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"></Workbook>'
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (xlsx(*UNITS), Format.XLSX),
        ("单位名称,领域\n市教育局,机关\n".encode("gb18030"), Format.TEXT),
        ("单位名称\n市教育局\n".encode(), Format.TEXT),
        (PAGE.encode("gb18030"), Format.HTML),
        (WORKBOOK_2003.encode(), Format.XML),
        (b"\x09\x08\x10\x00\x00\x06\x05\x00" + bytes(60), Format.XLS),
    ],
)
def test_the_kind_is_what_the_bytes_are_whatever_the_name(content: bytes, kind: Format) -> None:
    assert sniff("名册.pdf", content) is kind


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("~$单位名册.xlsx", b"\x02\xcd", "lock_file"),
        (".~单位名册.xlsx", b"\x02\xcd", "lock_file"),
        ("a.xlsx", b"", "empty"),
        ("a.csv", b" \r\n\0", "empty"),
        ("a.xlsx", b"PK\x03\x04" + bytes(20 * 2**20) + b"x", "too_large"),
        ("a.xlsx", OLE + "EncryptedPackage".encode("utf-16-le"), "encrypted"),
        ("a.xls", b"\x89PNG\r\n", "not_a_table"),
        ("a.csv", b"%PDF-1.4", "not_a_table"),
        ("a.csv", "只有一句话，不是表格".encode(), "not_a_table"),
        ("a.xls", bytes(range(256)) * 9, "not_a_table"),
        ("a.xls", b"<html><body>hello</body></html>", "not_a_table"),
        ("a.xls", b'<html><input type="password"><table></table></html>', "login_page"),
        ("a.xls", "<html>登录已过期</html>".encode(), "login_page"),
        ("a.xls", b"MIME-Version: 1.0\nContent-Type: multipart/related\n", "web_archive"),
        ("a.csv", b"\xff\xfa\x81\x20,\x80\n" * 9, "encoding"),
    ],
)
def test_what_is_no_spreadsheet_is_refused_with_its_code(name: str, content: bytes, code: str) -> None:
    with pytest.raises(Refused) as refusal:
        sniff(name, content)
    assert refusal.value.code == code
    assert refusal.value.message.endswith("。")


def test_an_ole_file_that_ends_too_early_is_truncated() -> None:
    head = bytearray(OLE + bytes(504))
    head[30:32] = (9).to_bytes(2, "little")
    head[76:80] = (40).to_bytes(4, "little")  # the allocation table would begin at sector 40
    head[80:512] = b"\xff" * 432
    with pytest.raises(Refused) as refusal:
        sniff("a.xls", bytes(head))
    assert refusal.value.code == "truncated"


def test_a_bitmap_is_told_from_a_text_that_begins_with_bm() -> None:
    assert sniff("a.csv", b"BM,name\n1,a\n") is Format.TEXT
    with pytest.raises(Refused):
        sniff("a.csv", b"BM" + bytes(40))


def test_a_zip_is_looked_into_by_the_reader_not_here() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        package.writestr("word/document.xml", "<a/>")
    assert sniff("a.docx", buffer.getvalue()) is Format.XLSX
