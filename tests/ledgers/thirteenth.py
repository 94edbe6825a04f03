"""Run in a process of its own, for a table cannot be taken back: a ledger that is one more file, and all it gets.

Arguments: the folder that holds its module, and the address of an empty store (also in DATABASE_URL).
"""

import io
import sys
from datetime import date

import openpyxl

import services.ledgers
from services.batches import Options, commit, preview, undo
from services.indicators import Moment, at, measure, trace
from services.ledgers import indicators, ledger, ledgers, works
from services.ledgers.completeness import by_unit
from services.store import Store
from services.store.row import Table
from services.workbook.export import rows_at, xlsx
from services.workbook.template import template
from tests import sheets
from tests.pages.analyst import opened, seen

DAY = date(2023, 10, 31)
ROWS = (
    ("2023年志愿服务情况统计表",),
    ("序号", "单位", "志愿服务项目", "服务日期", "参加人数"),
    (1, "市教育局", "文明交通", "2023.3.5", "12人"),
    (2, "市教育局", "敬老助残", "2023年9月28日", 0),
)


def main(folder: str, url: str) -> None:
    """Ask of the ledger what the README promises."""
    services.ledgers.__path__.append(folder)
    for known in (ledgers, indicators, works):
        known.cache_clear()
    declared = ledger("志愿服务台账")
    store = Store.open(url)
    Table.metadata.tables["volunteering"].create(store.engine)

    commit(store, preview(store, "名册.xlsx", sheets.xlsx(*sheets.UNITS), Options("units"), DAY), "业务员甲")
    first = preview(store, "志愿.xlsx", sheets.xlsx(*ROWS), Options(), DAY)
    assert (first.outcome, first.sheets[0].ledger) == ("ready", "volunteering"), "recognised by its headers"
    assert [problem.message for problem in first.sheets[0].problems] == ["参加党员数是0"]
    batch = commit(store, first, "业务员甲")

    with store.read() as connection:
        now = at(connection, Moment(DAY, store.version()))
        found = measure(connection, indicators()["K36"], now, by="month")
        assert found is not None
        assert (found.n, [(group.key, group.n) for group in found.groups]) == (2, [("2023-03", 1), ("2023-09", 1)])
        cells = [(row.sheet, row.cell) for row in trace(connection, indicators()["K36"], now)]
        assert cells == [("Sheet1", "D3"), ("Sheet1", "D4")], cells
        assert "volunteering" in {each.ledger for each in by_unit(connection, now)}

    again = preview(store, "导出.xlsx", xlsx(declared, rows_at(store, declared, None, None)), Options(), DAY)
    assert (again.outcome, again.sheets[0].ledger) == ("unchanged", "volunteering")
    head = [cell.value for cell in openpyxl.load_workbook(io.BytesIO(template(declared))).worksheets[0][1]]
    assert head == ["序号", "单位名称*", "服务项目*", "服务日期*", "参加党员数", "备注"]

    page = opened("ledger", ledger="volunteering", as_of="2023-10-31")
    assert "志愿服务次数2次" in seen(page)
    assert "2023年3月、2023年9月最多" in seen(page)
    assert "家在管单位还没有记录" in seen(page)
    assert not page.warning
    assert "志愿服务次数" in seen(opened("unit", unit="市教育局", as_of="2023-10-31"))
    assert "当年到截至日期开展的志愿服务" in seen(opened("definitions"))
    assert "志愿服务台账" in seen(opened("quality", as_of="2023-10-31"))

    undo(store, batch, "业务员甲")
    assert rows_at(store, declared, None, None) == []


if __name__ == "__main__":
    main(*sys.argv[1:])
