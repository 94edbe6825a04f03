"""责任清单: who answers for what, along the chain 知责明责 → 履责尽责 → 督责考责 (ledgers.md §3.11)."""

from datetime import date

from services.ledger import Chart, Ledger
from services.ledgers import handling
from services.ledgers.chain import INDICATORS, LINKS
from services.store import columns as col
from services.store.row import Row


class Duty(Row, table=True):
    """One thing one unit answers for. `due_kind`: 长期坚持 where the deadline is no day."""

    __tablename__ = "duties"

    unit: str = col.unit("责任单位", "单位名称", "落实单位", "牵头单位")
    link: str = col.choice("责任环节", "环节", "责任链条", "责任类别", "责任类型", choices=LINKS, required=True)
    text: str = col.text(
        "责任事项", "事项", "责任内容", "责任清单内容", "具体责任", "清单内容", "工作任务", "任务内容", required=True
    )
    holder: str | None = col.text("责任主体", "责任对象", "责任岗位", expected=True)
    owner: str | None = col.text("责任人", "具体责任人", "责任领导", person=True)
    assigned_on: date | None = col.day("明确日期", "明确时间", "下达日期", "下达时间", "制定日期")
    due_on: date | None = handling.due(expected=True)
    status: str | None = handling.status()
    progress: str | None = handling.progress()
    closed_on: date | None = handling.closed_on()
    evidence: str | None = col.text("佐证材料", "印证材料", "佐证")
    remark: str | None = col.text("备注", "说明")
    due_kind: str | None = None


LEDGER = Ledger(
    id="duties", title="责任清单", table=Duty, keys=(("unit", "link", "text"),), unit_word="项", order=130,
    since="assigned_on",
    sections="link",
    purpose="知责明责、履责尽责、督责考责，每一环落实了多少",
    work="责任",
    awaited=True,
    derive=handling.derived,
    rules=handling.rules("责任事项", "assigned_on", "明确日期"),
    indicators=INDICATORS,
    charts=(
        Chart("三环各落实多少", "K26", "link", "shares"),
        Chart("三环各办到哪一步", "K26", "state", "states", across="link"),
        Chart("各领域落实率", "K26", "domain", "shares"),
    ),
)  # fmt: skip
