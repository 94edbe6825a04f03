"""The local decisions figures depend on: their defaults, and the value in force on a day (ledgers.md §3.10)."""

from datetime import date

import sqlalchemy as sa
from sqlalchemy import ColumnElement, Connection

from services.store.row import Table

DEFAULTS: dict[str, str] = {
    "涉改任务基数": "87",
    "新组建任务基数": "28",
    "年度学时(书记和班子成员)": "56",
    "年度学时(党员)": "32",
    "新任书记任职培训期限(月)": "6",
    "临期天数": "15",
    "同步天数": "90",
    "计入学时的培训方式": "集中培训、集体学习、现场教学",
    "脱产一天折合学时": "8",
    "待验收提醒天数": "60",
    "无变化提醒月数": "2",
    "相同数据提醒个数": "5",
    "踩点完成提醒项数": "3",
    "考核先进分数线": "90",
    "考核后进分数线": "80",
    "模范机关达标分数线": "80",
    "设党小组的党员人数": "20",
    "好政策公布数": "263",
    "老大难公布数": "334",
    "城市名称": "某市",
}


def targets_in_force(connection: Connection, day: date, batch: int | None = None) -> dict[str, str]:
    """Give every item's value on `day`, as known at `batch` (None: now); defaults hold from the beginning."""
    table = Table.metadata.tables["targets"]
    known: ColumnElement[bool] = table.c.batch_out.is_(None)
    if batch is not None:
        known = sa.and_(table.c.batch_in <= batch, sa.or_(known, table.c.batch_out > batch))
    statement = sa.select(table.c.item, table.c.value).where(known, table.c.effective_on <= day)
    dated = connection.execute(statement.order_by(table.c.effective_on)).all()
    return DEFAULTS | {row.item: row.value for row in dated}
