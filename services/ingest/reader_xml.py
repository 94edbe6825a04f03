"""Read an .xls that is really an XML Spreadsheet 2003."""

import re
from datetime import datetime
from xml.etree import ElementTree

from services.errors import Refused
from services.ingest.classified import unclassified
from services.ingest.encoding import decoded
from services.ingest.grid import Cell, CellError, Sheet, Uncached, Workbook
from services.ingest.margins import spoken
from services.ingest.overlay import LONGEST_ERROR
from services.ingest.sniff import truncated
from services.ingest.spans import Spread

SS = "{urn:schemas-microsoft-com:office:spreadsheet}"
# What expat says of a file that ends too early: no element found, unclosed token.
CUT_SHORT = (3, 5)


def parse(content: bytes) -> Workbook:
    """Give every worksheet; raises Refused for entities, broken XML, and past the limits."""
    # As text, for a page in GBK may say so, which expat does not know.
    text = decoded(content)
    if re.search("<!(DOCTYPE|ENTITY)", text):
        raise Refused("unsafe_xml", "文件含有实体定义，存在安全风险，不予读取，请用 Excel 另存后再传。")
    try:
        root = ElementTree.fromstring(text)
    except ElementTree.ParseError as error:
        if error.code in CUT_SHORT:
            raise truncated() from error
        raise Refused("damaged", "文件的 XML 不完整，读不出来，请用 Excel 打开后另存为 .xlsx 再传。") from error
    unclassified(spoken(text))
    hidden = {sheet for sheet in root.iter(f"{SS}Worksheet") if _hidden(sheet)}
    return Workbook(tuple(_sheet(sheet, sheet not in hidden) for sheet in root.iter(f"{SS}Worksheet")))


def _hidden(sheet: ElementTree.Element) -> bool:
    return any(each.tag.endswith("}Visible") and (each.text or "").startswith("Sheet") for each in sheet.iter())


def _sheet(sheet: ElementTree.Element, visible: bool) -> Sheet:
    spread = Spread()
    hidden_rows = set()
    for row in sheet.iterfind(f"{SS}Table/{SS}Row"):
        spread.row(_place(row))
        if row.get(f"{SS}Hidden") == "1":
            hidden_rows.add(len(spread.rows) - 1)
        for cell in row.iterfind(f"{SS}Cell"):
            across, down = 1 + _whole(cell.get(f"{SS}MergeAcross")), 1 + _whole(cell.get(f"{SS}MergeDown"))
            spread.cell(_value(cell), across, down, _place(cell))
    name = sheet.get(f"{SS}Name", "Sheet")
    return Sheet(name, visible, spread.padded(), tuple(spread.merges), frozenset(hidden_rows))


def _whole(text: str | None) -> int:
    return int(text[:9]) if text and text.isascii() and text.isdigit() else 0


def _place(element: ElementTree.Element) -> int | None:
    index = _whole(element.get(f"{SS}Index"))
    return index - 1 if index else None


def _value(cell: ElementTree.Element) -> Cell:
    data = cell.find(f"{SS}Data")
    if data is None:
        return Uncached() if cell.get(f"{SS}Formula") else None
    text = "".join(data.itertext())
    kind = data.get(f"{SS}Type")
    try:
        if kind == "Number":
            return float(text)
        if kind == "DateTime":
            return datetime.fromisoformat(text).replace(tzinfo=None)
    except ValueError:
        return text or None
    if kind == "Boolean":
        return text == "1"
    return CellError(text[:LONGEST_ERROR]) if kind == "Error" else text or None
