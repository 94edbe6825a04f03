"""办实事清单: 好政策 to be delivered and 老大难 to be solved (ledgers.md §3.11)."""

from datetime import date

from services.ledger import Chart, Ledger, SheetFacts
from services.ledgers import handling
from services.ledgers.deeds import INDICATORS, KINDS
from services.store import columns as col
from services.store.row import Row


class Livelihood(Row, table=True):
    """One thing to be done for people or firms. `due_kind`: 长期坚持 where the deadline is no day."""

    __tablename__ = "livelihood"

    category: str = col.choice(
        "类别", "清单类别", "事项类别", "实事类别", "办实事类别", "清单", "类型", "清单类型",
        choices=KINDS, required=True,
    )  # fmt: skip
    item: str = col.text(
        "事项", "事项名称", "实事名称", "实事事项", "办实事事项", "实事项目", "项目名称", "具体事项", "事项内容",
        "实事内容", "办实事内容", "办实事项目", "民生实事", "实事", "政策名称", "问题名称", "政策或问题", required=True,
    )  # fmt: skip
    unit: str = col.unit("责任单位", "责任部门", "牵头单位", "牵头部门", "承办单位", "办理单位", "主办单位")
    listed_on: date | None = col.day("列入日期", "列入时间", "确定日期", "立项日期", "提出日期", "公布日期")
    measures: str | None = col.text("办理措施", "落实措施", "推进措施", "解决措施", "工作措施", "措施", "主要举措")
    beneficiaries: int | None = col.count("受益人数", "惠及人数", "受益群众人数", "服务人数", "覆盖人数")
    leader: str | None = col.text("责任领导", "牵头领导", "领办领导", "包案领导", person=True)
    owner: str | None = col.text("责任人", "具体责任人", "经办人", person=True)
    due_on: date | None = handling.due(expected=True)
    status: str | None = handling.status()
    progress: str | None = handling.progress()
    closed_on: date | None = handling.closed_on()
    remark: str | None = col.text("备注", "说明")
    due_kind: str | None = None


def _titled(sheet: SheetFacts) -> dict[str, str]:
    """A list of one kind names it in its title only: 市直机关“老大难”问题清单."""
    named = [kind for kind in KINDS if any(kind in title for title in sheet.titles)]
    return {"category": named[0]} if len(named) == 1 else {}


LEDGER = Ledger(
    id="livelihood", title="办实事清单", table=Livelihood, keys=(("category", "item", "unit"),),
    unit_word="件", order=180, scope="category",
    sections="category",
    since="listed_on",
    near="item",
    purpose="好政策和老大难各有多少件，办成了多少",
    work="实事",
    titled=_titled,
    derive=handling.derived,
    rules=handling.rules("实事", "listed_on", "列入日期"),
    indicators=INDICATORS,
    charts=(
        Chart("好政策、老大难各办到哪一步", "K31", "state", "states", across="category"),
        Chart("好政策、老大难各办成多少", "K31", "category", "shares"),
        Chart("各领域办结率", "K31", "domain", "shares"),
    ),
)  # fmt: skip
