"""Words from a spreadsheet that would be HTML, markdown, a formula or a picture's address are words on every page."""

import io
import zipfile
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlencode

import pytest
import sqlalchemy as sa
from playwright.sync_api import Browser, Page

from services.ledger import Kind
from services.ledgers import ledgers
from services.store import Store
from services.workbook.export import as_csv, rows_at, xlsx
from tests.browser.conftest import served
from tests.browser.test_pages import NAMES, settled
from tests.pages import town

EVIL = "http://evil.example"
HOSTILE = (
    f'"><img src="{EVIL}/a.png" onerror="window.hit=1"><script>window.hit=1</script><svg onload="window.hit=1">'
    f"![x]({EVIL}/b.png)[x](javascript:window.hit=1)<a href='{EVIL}'>x</a>:material/home: $x^2$ **x** </style>"
)
FORMULA = f'=HYPERLINK("{EVIL}","x")'
QUERIES = {
    "rows": {"k": "K16", "part": "of"}, "source": {"ledger": "findings", "row": "1"}, "ledger": {"ledger": "findings"},
    "unit": {"unit": f"市第1局{HOSTILE}"},
}  # fmt: skip
# What came of such words in a document and all that stands in its shadows.
FOUND = """() => {
  const inside = (each) => [each, ...(each.shadowRoot ? all(each.shadowRoot) : [])];
  const all = (root) => [...root.querySelectorAll("*")].flatMap(inside);
  const leads = (where) => /^\\s*(https?:\\/\\/evil|javascript:)/.test(where);
  const bad = (each) => leads(each.getAttribute("src")) || leads(each.getAttribute("href"))
    || each.hasAttribute("onerror") || each.hasAttribute("onload");
  const found = all(document).filter(bad).map((each) => each.outerHTML.slice(0, 200));
  return [window.hit ? "hit" : "", ...found].filter(Boolean);
}"""


def spoilt(store: Store) -> None:
    """Write hostile words behind every word of a town, names included, and formulas in place of free text."""
    town.build(store)
    with store.write() as connection:
        for declared in ledgers().values():
            columns = declared.table.__table__.c
            words = [each.id for each in declared.columns if each.kind in (Kind.TEXT, Kind.REF) and each.id in columns]
            connection.execute(sa.update(declared.table).values({id: columns[id] + HOSTILE for id in words}))
        connection.execute(sa.text("UPDATE findings SET measures = :formula"), {"formula": FORMULA})
        for place in ("source.file", "source.sheet", "upload.name", "batch.file", "batch.made_by"):
            table, column = place.split(".")
            connection.execute(sa.text(f'UPDATE "{table}" SET {column} = {column} || :words'), {"words": HOSTILE})


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("hostile")
    spoilt(Store.open(f"sqlite:///{folder / 'store.db'}"))
    with served(folder, "-m", "streamlit", "run", "app.py") as url:
        yield url


@pytest.mark.browser
@pytest.mark.parametrize("name", NAMES)
def test_they_do_nothing_on_a_page(page: Page, name: str) -> None:
    settled(page, f"/{name}?{urlencode(QUERIES.get(name, {}))}")
    assert [found for frame in page.frames for found in frame.evaluate(FOUND)] == []


@pytest.mark.browser
def test_the_check_sees_them_where_they_are_no_words(chromium: Browser) -> None:
    context = chromium.new_context(offline=True)
    page = context.new_page()
    page.set_content(f"<html><body>{HOSTILE}</body></html>")
    found = page.evaluate(FOUND)
    context.close()
    assert "hit" in found
    assert len(found) > 2


def test_they_do_nothing_in_an_export(tmp_path: Path) -> None:
    store = Store.open(f"sqlite:///{tmp_path / 'store.db'}")
    spoilt(store)
    for declared in ledgers().values():
        rows = rows_at(store, declared, None, None)
        with zipfile.ZipFile(io.BytesIO(xlsx(declared, rows))) as book:
            sheets = b"".join(book.read(name) for name in book.namelist() if name.startswith("xl/worksheets"))
        assert b"<f>" not in sheets
        assert b"hyperlink" not in sheets.lower()
        assert '"=' not in as_csv(declared, rows).decode("utf-8-sig").replace("\"'=", "")
