"""Files that are no .xlsx: other formats, old workbooks, texts, each with the refusal or the reading it must give."""

import base64
import gzip
import lzma

from tests.ingest import hostile as h
from tests.ingest.hostile import MB, Content, Expected, late


def rows(content: str, encoding: str = "utf-8", times: int = 1) -> Content:
    return lambda: (content * times).encode(encoding)


def page(table: str) -> Content:
    return rows(f"<html><body><table>{table}</table></body></html>")


BOOK_2003 = (
    f'<Workbook xmlns="{h.SS}" xmlns:ss="{h.SS}"><Worksheet><Table>'
    "<Row{}><Cell><Data>单位名称</Data></Cell></Row></Table></Worksheet></Workbook>"
)
FORMATS: dict[str, tuple[Content, Expected]] = {
    "docx": (lambda: h.packed({h.TYPES: "<a/>", "word/document.xml": "<a/>"}), "not_a_table"),
    "pptx": (lambda: h.packed({h.TYPES: "<a/>", "ppt/presentation.xml": "<a/>"}), "not_a_table"),
    "odt": (lambda: h.packed({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<a/>"}),
            "not_a_table"),
    "ods": (lambda: h.packed({"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": "<a/>"}),
            "not_a_table"),
    "xlsb": (lambda: h.packed({h.TYPES: "<a/>", "xl/workbook.bin": b"\0"}), "not_a_table"),
    "pdf": (lambda: b"%PDF-1.7\n1 0 obj\n", "not_a_table"),
    "png": (lambda: b"\x89PNG\r\n\x1a\n" + bytes(60), "not_a_table"),
    "jpg": (lambda: b"\xff\xd8\xff\xe0" + bytes(60), "not_a_table"),
    "gif": (lambda: b"GIF89a" + bytes(60), "not_a_table"),
    "rar": (lambda: b"Rar!\x1a\x07\x00" + bytes(60), "not_a_table"),
    "7z": (lambda: b"7z\xbc\xaf\x27\x1c" + bytes(60), "not_a_table"),
    "gz": (lambda: gzip.compress(b"a,b\n1,2\n"), "not_a_table"),
    "exe": (lambda: b"MZ\x90\0" + bytes(60), "not_a_table"),
    "sqlite": (lambda: b"SQLite format 3\0" + bytes(100), "not_a_table"),
    "xz": (lambda: lzma.compress(b"a,b\n1,2\n"), "not_a_table"),
    "script": (rows("#!/bin/sh\necho a, b\n"), "not_a_table"),
    "rtf": (rows("{\\rtf1 a,b}"), "not_a_table"),
    "json": (rows('[{"单位": "甲", "领域": "机关"}]'), "not_a_table"),
    "eml": (rows("From: a@b.c\nTo: d@e.f\nMIME-Version: 1.0\nSubject: 台账\n\n正文,一\n"), "not_a_table"),
    "mht": (rows('MIME-Version: 1.0\nContent-Type: multipart/related; boundary="a"\n\n<table>'), "web_archive"),
    "sign-in page": (rows("<html><form><input name=u><input type='password'></form></html>"), "login_page"),
    "web page": (rows("<!doctype html><html><body><p>你好</p></body></html>"), "not_a_table"),
    "svg": (rows("<svg xmlns='http://www.w3.org/2000/svg'/>"), "not_a_table"),
    "lots of inputs": (rows("<html>" + "<input" * 10, times=100_000), ("damaged", "not_a_table")),
    "nothing": (lambda: b"", "empty"),
    "one byte": (lambda: b"\x01", "not_a_table"),
    "one letter": (lambda: b"a", "not_a_table"),
    "NULs only": (lambda: bytes(5_000), "empty"),
    "blanks only": (lambda: b"\r\n\t " * 50, "empty"),
    "UTF-8 mark only": (lambda: b"\xef\xbb\xbf", "empty"),
    "UTF-16 blanks": (rows("\ufeff \n\n", "utf-16-le"), "empty"),
    "UTF-16 mark only": (lambda: b"\xff\xfe", "empty"),
    "21 MB": (lambda: b"a,b\n" * (21 * MB // 4), "too_large"),
    "noise": (lambda: base64.b85decode(b"VPa!s" * 400)[:1999] + bytes(range(256)) * 4, ("not_a_table", "encoding")),
    "table over everything": (page(f"<tr><td rowspan={10**6} colspan={10**6}>甲</td></tr>"), [["甲"]]),
    "table with long spans": (page("<tr>" + "<td rowspan=1000000>甲</td>" * 400 + "</tr><tr><td>乙</td></tr>"), ...),
    "tables within tables": (rows("<table>" * 200_000 + "<tr><td>甲<td>乙"), ("empty", "damaged")),
    "a million tables": (rows("<table>", times=1_000_000), ("empty", "damaged")),
    "500 000 tables of a cell": (rows("<table><tr><td>甲</table>", times=500_000), "too_many_sheets"),
    "table cut in a cell": (rows("<table><tr><td>单位</td><td>领域</td></tr><tr><td>市财政局</td><td>机"), "truncated"),
    "cells that are never closed": (
        rows("<table><tr><td>单位<td>领域<tr><td>甲<td>乙"), [["单位", "领域"], ["甲", "乙"]],
    ),
    "2003 XML with an entity": (rows(f'{h.XML}{h.DOCTYPE}<Workbook xmlns="{h.SS}"/>'), "unsafe_xml"),
    "2003 XML with an entity far down": (
        rows(f'<!--{"a" * 30_000}-->{h.DOCTYPE}<Workbook xmlns="{h.SS}"><Worksheet/></Workbook>'), "unsafe_xml",
    ),
    "2003 XML in GBK": (rows('<?xml version="1.0" encoding="GBK"?>' + BOOK_2003.format(""), "gbk"), [["单位名称"]]),
    "2003 XML beyond any sheet": (rows(BOOK_2003.format(' ss:Index="2147483647"')), "too_many_rows"),
    "2003 XML cut short": (rows(f'{h.XML}<Workbook xmlns="{h.SS}"><Worksheet>'), "truncated"),
    "2003 XML far away": (
        rows(f'{h.XML}<Workbook xmlns="{h.SS}" xmlns:ss="{h.SS}"><Worksheet><Table><Row ss:Index="9999999">'
             "<Cell><Data>1</Data></Cell></Row></Table></Worksheet></Workbook>"), "too_many_rows",
    ),
}  # fmt: skip
TEXTS = ("单位名称", "领域", "市财政局")
OLD_CELLS = h.label(0, 0, 0) + h.label(0, 1, 1) + h.label(1, 0, 2)
OLD = h.biff8(OLD_CELLS, strings=TEXTS)
OLD_READ = [["单位名称", "领域"], ["市财政局", None]]
CONTAINER = h.ole({"Workbook": OLD})
BINARY: dict[str, tuple[Content, Expected]] = {
    "ordinary xls": (lambda: CONTAINER, OLD_READ),
    "xls without a container": (lambda: OLD, OLD_READ),
    "parts named in capitals": (lambda: h.ole({"WORKBOOK": OLD}), OLD_READ),
    "more strings said than there are": (
        lambda: h.ole({"Workbook": h.biff8(h.label(0, 0, 0), h.label(1, 0, 2), strings=TEXTS, said=5)}),
        [["单位名称"], ["市财政局"]],
    ),
    "cut in the header": (lambda: CONTAINER[:300], ("truncated", "damaged")),
    "cut in the stream": (lambda: CONTAINER[:3_000], "truncated"),
    "header alone": (lambda: CONTAINER[:8], ("truncated", "damaged", "not_a_table")),
    "sectors in a circle": (lambda: h.ole({"Workbook": OLD}, loop=True), ...),
    "sectors of one byte": (lambda: CONTAINER[:30] + b"\0\0" + CONTAINER[32:], ("damaged", "truncated")),
    "entries in a circle": (lambda: CONTAINER[:1220] + b"\1\0\0\0" * 2 + CONTAINER[1228:], "damaged"),
    "noise in the tables": (lambda: CONTAINER[:512] + b"\x01\0\0\0" * 128 + CONTAINER[1024:], ("damaged", "truncated")),
    "encrypted package": (lambda: h.ole({"EncryptionInfo": b"x", "EncryptedPackage": b"x"}), "encrypted"),
    "encrypted xls": (lambda: h.ole({"Workbook": OLD.replace(h.record(0x42, b"\xb0\x04"),
                                                             h.record(0x2F, bytes(54)))}), "encrypted"),
    "doc": (lambda: h.ole({"WordDocument": b"x", "1Table": b"x"}), "not_a_table"),
    "ppt": (lambda: h.ole({"PowerPoint Document": b"x"}), "not_a_table"),
    "msi": (lambda: h.ole({"䡀㬿䏲䐸䖱": b"x"}), "not_a_table"),
    "no such style": (lambda: h.ole({"Workbook": h.biff8(h.label(0, 0, 0, 999), strings=TEXTS)}), [["单位名称"]]),
    "no such string": (lambda: h.ole({"Workbook": h.biff8(h.label(0, 0, 99), strings=TEXTS)}), "damaged"),
    "formatted to the last corner": (
        lambda: h.ole({"Workbook": h.biff8(OLD_CELLS, h.record(0x201, b"\xff\xff\xff\0\x0f\0"), strings=TEXTS)}),
        OLD_READ,
    ),
    "filled to the last corner": (
        lambda: h.ole({"Workbook": h.biff8(OLD_CELLS, h.label(65_535, 255, 0), strings=TEXTS)}), "too_many_cells",
    ),
    "strings claimed in an xls": (
        lambda: h.ole({"Workbook": h.biff8(h.label(0, 0, 9), strings=TEXTS, said=0xFFFFFFFF)}), "damaged",
    ),
    "xls of nothing": (lambda: h.ole({"Workbook": h.biff8()}), "empty"),
    "record without end": (lambda: h.ole({"Workbook": OLD[:-8] + b"\xfd\0\xff\xff"}), ...),
    "stream of NULs": (lambda: h.ole({"Workbook": bytes(6_000)}), "damaged"),
    "stream of noise": (lambda: h.ole({"Workbook": bytes(range(256)) * 20}), "damaged"),
}  # fmt: skip
LINES: dict[str, tuple[Content, Expected]] = {
    "open quote": (rows('单位,领域\n"市财政局,机关\n' + "甲,乙\n" * 500), "broken_csv"),
    "quote in the middle": (rows('单位,领域\n市"财政"局,机关\n'), [["单位", "领域"], ['市"财政"局', "机关"]]),
    "text after a quote": (rows('单位,领域\n"市财政局"x,机关\n'), "broken_csv"),
    "a NUL inside": (rows("单位,领域\n市财政局,机\0关\n"), ...),
    "line ends of all kinds": (rows("单位,领域\r\n甲,机关\n乙,机关\r丙,机关"),
                               [["单位", "领域"], ["甲", "机关"], ["乙", "机关"], ["丙", "机关"]]),
    "a million columns": (rows("甲,", times=1_000_000), "too_many_columns"),
    "one line of 19 MB": (late(lambda: rows("甲" * (19 * MB // 3) + ",乙\n")), "damaged"),
    "a million short lines": (rows("甲,乙\n", times=1_000_000), "too_many_rows"),
    "100 101 rows": (rows("甲,乙\n", times=100_101), "too_many_rows"),
    "100 100 rows": (rows("甲,乙\n", times=100_100), [["甲", "乙"]]),
    "GB18030": (rows("单位,领域\n市财政局,𠮷\n", "gb18030"), [["单位", "领域"], ["市财政局", "𠮷"]]),
    "UTF-16 without a mark": (rows("单位,领域\n市财政局,1\n", "utf-16-le"), [["单位", "领域"], ["市财政局", "1"]]),
    "UTF-16 big-endian": (rows("\ufeff单位,领域\n市财政局,1\n", "utf-16-be"), [["单位", "领域"], ["市财政局", "1"]]),
    "UTF-32": (rows("单位,领域\n", "utf-32"), ("encoding", "not_a_table")),
    "Big5 beyond GB18030": (lambda: "單位,領域\n市財政局,機關\n".encode("big5") + b"\xff\n", "encoding"),
    "half a surrogate": (lambda: b"\xff\xfe" + "单位,".encode("utf-16-le") + b"\x00\xd8,\0", "encoding"),
    "UTF-8 cut in a letter": (lambda: "单位,领域\n市财政局".encode()[:-1], ...),
    "text of no encoding": (lambda: b"a,b\n\xff\xff\x81,\xfe\n", "encoding"),
    "formula as text": (rows('单位,领域\n="001",\'=1+1\n=cmd|x,@a\n'),
                        [["单位", "领域"], ["001", "=1+1"], ["=cmd|x", "@a"]]),
    "dots only": (rows(",,,\n,,,\n"), "empty"),
    "DOS end of file": (rows("单位,领域\n甲,乙\n\x1a"), [["单位", "领域"], ["甲", "乙"]]),
    "quoted line breaks": (rows('单位,领域\n"甲\n乙",丙\n'), [["单位", "领域"], ["甲\n乙", "丙"]]),
}  # fmt: skip
