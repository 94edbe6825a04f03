"""任职台账: who holds which post on which board, and since when (ledgers.md §3.5)."""

from datetime import date
from typing import Any

from services.ledger import Chart, Facts, Ledger, Rule, Values
from services.ledgers import induction, training
from services.store import columns as col
from services.store.row import Row
from services.text import normal

POSTS: dict[str, tuple[str, ...]] = {
    "书记": ("支部书记", "党支部书记", "党总支书记", "总支书记", "党委书记", "机关党委书记"),
    "副书记": ("支部副书记", "党支部副书记", "党总支副书记", "总支副书记", "党委副书记", "机关党委副书记"),
    "组织委员": (),
    "宣传委员": (),
    "纪检委员": (),
    "青年委员": (),
    "委员": ("支委", "支部委员", "党支部委员"),
}


class Post(Row, table=True):
    """One person in one post. People are told apart by unit and name; `person` is the name as it is compared."""

    __tablename__ = "posts"

    name: str = col.text("姓名", required=True, person=True)
    unit: str = col.unit()
    org: str = col.text("党组织名称", "党支部", "所在党支部", "党组织", required=True)
    post: str = col.choice("党内职务", "职务", "党内职务名称", choices=POSTS, required=True)
    started_on: date = col.day("任职日期", "任职时间", required=True)
    ended_on: date | None = col.day("离任日期")
    is_newly_appointed: bool | None = col.yes("是否新任")
    remark: str | None = col.text("备注", "说明")
    person: str | None = None


def _carry(old: Values | None, new: Values) -> dict[str, Any]:
    return {"person": normal(new["name"])}


def _left_first(values: Values, facts: Facts) -> str | None:
    start, end = values.get("started_on"), values.get("ended_on")
    return "ended_on" if start and end and end < start else None


LEDGER = Ledger(
    id="posts", title="任职台账", table=Post, keys=(("unit", "org", "name", "post", "started_on"),), unit_word="人次",
    order=50,
    carry=_carry,
    since="started_on",
    purpose="各党组织书记、委员由谁担任，何时任职、离任",
    work="培训",
    rules=(
        Rule("order_conflict", "error", "离任日期不早于任职日期", _left_first,
             "离任日期{ended_on}早于任职日期{started_on}", "请核对两个日期"),
    ),
    indicators=(*training.INDICATORS, *induction.INDICATORS),
    awaited=True,
    charts=(
        Chart("各领域参训", "K08", "domain", "shares"),
        Chart("各领域学时达标", "K10", "domain", "shares"),
    ),
)  # fmt: skip
