"""A kept upload read again: the header of one of its sheets and some of its rows, as they stood when it came in."""

from services.batches.excerpt import Excerpt, text_of
from services.batches.sheet_copy import bearable
from services.errors import BadRequest, Refused
from services.ingest.grid import Sheet, Workbook
from services.ingest.read import read
from services.ingest.shape import shape
from services.ledgers import ledger
from services.store import Store, records

GONE = "这份文件没有保存下来，看不到原表。"


def original(store: Store, sha256: str, sheet: str, name: str, first: int, last: int) -> Excerpt:
    """Give the header (`top`) and the 0-based rows `first` to `last` of a kept sheet that was read as ledger `name`.

    Beyond these it holds the rows where merges that reach into them begin. A copy without what must never be stored
    is read where only that was kept. Raises BadRequest where nothing can be read back, with the reason.
    """
    with store.read() as connection:
        kept = records.upload(connection, sha256)
    if kept is None:
        raise BadRequest(GONE)
    try:
        # A copy is a workbook whatever the upload was.
        book = read(f"{sha256}.xlsx" if kept["redacted"] else kept["name"], kept["content"])
    except Refused as refused:
        raise BadRequest(f"原文件读不回来，看不到原表：{refused.message}") from refused
    return _piece(_named(book, sheet), name, first, last)


def _named(book: Workbook, name: str) -> Sheet:
    """Give the sheet of this name: in a copy it bears one that Excel can bear, in a file of texts it is alone."""
    for wanted in (name, bearable(name)):
        for sheet in book.sheets:
            if sheet.name == wanted:
                return sheet
    if len(book.sheets) == 1:
        return book.sheets[0]
    raise BadRequest(f"原文件里找不到工作表“{name}”，看不到原表。")


def _piece(sheet: Sheet, name: str, first: int, last: int) -> Excerpt:
    form = shape(sheet, [ledger(name)])
    top = range(form.header[0] - 1, form.header[1]) if form.header else range(0)
    drawn = {*top, *range(max(0, first), min(last + 1, len(sheet.rows)))}
    # A merge may reach far below the last row that is used.
    below = len(sheet.rows)
    merges = tuple(merge for merge in sheet.merges if not drawn.isdisjoint(range(merge[0], min(merge[2] + 1, below))))
    rows = sorted(drawn | {merge[0] for merge in merges})
    return Excerpt(
        rows={r: tuple(text_of(cell) for cell in sheet.rows[r]) for r in rows},
        buckets={r: form.buckets[r] for r in rows if r < len(form.buckets)},
        merges=merges,
        top=tuple(top),
    )
