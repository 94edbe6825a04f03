import io
from collections.abc import Callable
from typing import Any

import pytest
import xlsxwriter

from services.errors import Refused
from services.ingest.grid import Workbook
from services.ingest.margins import margins, printed_parts
from services.ingest.package import Package
from services.ingest.sniff import sniff
from tests.ingest import hostile
from tests.ingest.grids import answer, workbook

Change = Callable[[Any, Any], Any]


def made(change: Change) -> bytes:
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer, {"in_memory": True}) as book:
        sheet = book.add_worksheet("册")
        sheet.write_row(0, 0, ["单位", "备注"])
        sheet.write_row(1, 0, ["市财政局", "保密"])
        change(book, sheet)
    return buffer.getvalue()


def found(content: bytes) -> Any:
    return answer(lambda: workbook(sniff("", content), content))


@pytest.mark.parametrize(
    "change",
    [
        lambda book, sheet: sheet.set_header('&L第&P页&C&"宋体,常规"&12机密★1年&R甲'),
        lambda book, sheet: sheet.set_header("&R&14秘密"),
        lambda book, sheet: sheet.set_footer("&C绝密★"),
        lambda book, sheet: sheet.insert_textbox(5, 5, "别的\n机密★"),
        lambda book, sheet: sheet.insert_textbox(5, 5, "秘密"),
        lambda book, sheet: sheet.write_comment(0, 0, "机密★1年"),
        lambda book, sheet: book.add_worksheet("机密"),
        lambda book, sheet: book.add_worksheet("名册（机密）"),
        lambda book, sheet: book.set_properties({"title": "秘密★"}),
        lambda book, sheet: book.set_properties({"keywords": "秘密"}),
        lambda book, sheet: sheet.insert_textbox(5, 5, "别的", {"description": "机密★1年"}),
    ],
)
def test_a_mark_outside_the_cells_refuses_the_file(change: Change) -> None:
    refusal = found(made(change))
    assert isinstance(refusal, Refused)
    assert refusal.code == "classified"


@pytest.mark.parametrize(
    "change",
    [
        lambda book, sheet: None,
        lambda book, sheet: sheet.set_header("&C涉及机密的事项按规定办理"),
        lambda book, sheet: sheet.insert_textbox(5, 5, "保密承诺"),
    ],
)
def test_words_that_only_mention_it_do_not(change: Change) -> None:
    assert isinstance(found(made(change)), Workbook)


def test_the_words_of_a_header_without_how_they_look() -> None:
    assert printed_parts('&L第&P页&C&"宋体,加粗"&K0000FF&14机密&R甲') == ["", "第页", "机密", "甲"]
    printed = made(lambda book, sheet: sheet.set_header("&L保密&C&12涉及机密"))
    assert {"保密", "涉及机密"} <= set(margins(Package(printed)))


def test_a_mark_outside_the_tables_of_a_page_or_in_an_old_workbook() -> None:
    page = "<html><p><b>机 密</b>&#9733;1年</p><table><tr><td>单位</td></tr></table></html>".encode()
    printed = hostile.record(0x14, b"\x07\0\1" + "&C秘　密 ★".encode("utf-16-le"))
    old = hostile.biff8(hostile.label(0, 0, 0), printed, strings=["单位"])
    head = '<x:PageSetup xmlns:x="urn:schemas-microsoft-com:office:excel"><x:Header x:Data="&amp;C秘密"/></x:PageSetup>'
    cell = "<Table><Row><Cell><Data>1</Data></Cell></Row></Table>"
    xml = f'<Workbook xmlns="{hostile.SS}"><Worksheet>{cell}{head}</Worksheet></Workbook>'.encode()
    titled = (
        f'<Workbook xmlns="{hostile.SS}"><Worksheet s:Name="秘密★" xmlns:s="{hostile.SS}">{cell}</Worksheet></Workbook>'
    )
    drawn = '<?xml version="1.0" encoding="UTF-16"?><d><p>机密★</p></d>'.encode("utf-16")
    for content in (page, old, xml, titled.encode(), hostile.xlsx({"xl/drawings/drawing1.xml": drawn})):
        refusal = found(content)
        assert isinstance(refusal, Refused)
        assert refusal.code == "classified"
