from datetime import datetime

import pytest

from services.errors import Refused
from services.ingest.grid import CellError, Uncached
from services.ingest.sniff import Format
from tests.ingest.grids import workbook

PAGE = """<html><head><meta charset="gbk"></head><body><table border="1">
<tr><td colspan="3">单位名册</td></tr><tr><th>序号</th><th>单位名称</th><th>领域</th></tr>
<tr><td>1</td><td rowspan="2">市教育局<br>（机关）</td><td>机关</td></tr><tr><td>2</td><td>&nbsp;机关</td></tr>
</table></body></html>"""
BOOK = """<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"
 xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="册"><Table>
<Row><Cell ss:MergeAcross="1"><Data ss:Type="String">单位名册</Data></Cell></Row>
<Row ss:Index="3" ss:Hidden="1"><Cell ss:Index="2"><Data ss:Type="Number">5</Data></Cell>
<Cell><Data ss:Type="DateTime">2023-03-05T00:00:00.000</Data></Cell><Cell ss:Formula="=1"/>
<Cell><Data ss:Type="Error">#REF!</Data></Cell></Row></Table></Worksheet></Workbook>"""


def test_a_web_page_named_xls_is_read_with_its_spans() -> None:
    sheet = workbook(Format.HTML, PAGE.encode("gb18030")).sheets[0]
    assert sheet.rows == [
        ["单位名册", None, None],
        ["序号", "单位名称", "领域"],
        ["1", "市教育局\n（机关）", "机关"],
        ["2", None, "机关"],
    ]
    assert sheet.merges == ((0, 0, 0, 2), (2, 1, 3, 1))
    assert not sheet.typed


def test_an_xml_spreadsheet_is_read_at_its_addresses() -> None:
    sheet = workbook(Format.XML, BOOK.encode()).sheets[0]
    assert sheet.name == "册"
    assert sheet.rows[2] == [None, 5.0, datetime(2023, 3, 5), Uncached(), CellError("#REF!")]
    assert sheet.merges == ((0, 0, 0, 1),)
    assert sheet.hidden_rows == {2}


@pytest.mark.parametrize(
    ("kind", "text", "code"),
    [
        (Format.XML, BOOK.replace("<Workbook", '<!DOCTYPE a [<!ENTITY b "c">]><Workbook', 1), "unsafe_xml"),
        (Format.XML, BOOK[:200], "truncated"),
        (Format.XML, BOOK.replace("</Row>", "</Rows>"), "damaged"),
        (Format.XML, BOOK.replace('Index="3"', 'Index="9999999"'), "too_many_rows"),
        (Format.XML, BOOK.replace('Index="2"', 'Index="9999"'), "too_many_columns"),
        (Format.HTML, '<table><tr><td colspan="99999">a</td></tr></table>', "too_many_columns"),
        (Format.HTML, "<table><table><table>", "empty"),
    ],
)
def test_markup_beyond_all_bounds_is_refused(kind: Format, text: str, code: str) -> None:
    with pytest.raises(Refused) as refusal:
        workbook(kind, text.encode())
    assert refusal.value.code == code
