"""目标与口径: local figures and thresholds, each with the day it takes effect (ledgers.md §3.10)."""

import re
from datetime import date

from services.indicators.targets import DEFAULTS
from services.ledger import Facts, Ledger, Rule, Values
from services.store import columns as col
from services.store.row import Row

WORDS = ("计入学时的培训方式", "城市名称")


class Target(Row, table=True):
    """One setting, in force from `effective_on` until a later one."""

    __tablename__ = "targets"

    item: str = col.choice("项目", choices=dict.fromkeys(DEFAULTS, ()), required=True)
    value: str = col.text("数值", required=True)
    effective_on: date = col.day("生效日期", required=True)
    basis: str | None = col.text("依据", expected=True)
    note: str | None = col.text("说明", "备注")


def _no_number(values: Values, facts: Facts) -> str | None:
    value = values.get("value")
    counted = value and values.get("item") not in WORDS
    return "value" if counted and not re.fullmatch("[0-9]{1,4}", str(value)) else None


LEDGER = Ledger(
    id="targets", title="目标与口径", table=Target, keys=(("item", "effective_on"),), unit_word="项", order=100,
    since="effective_on",
    purpose="任务基数、学时标准和各项天数，何时起执行",
    rules=(
        Rule("number_invalid", "error", "除培训方式和城市名称外，数值是0到9999的整数", _no_number,
             "“{item}”的数值应是0到9999的整数，现在是“{value}”", "请只写数字"),
    ),
)  # fmt: skip
