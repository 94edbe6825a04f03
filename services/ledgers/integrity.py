"""清廉机关建设任务: what each unit is to do for 制度体系, 干部队伍 and 廉洁文化 (ledgers.md §3.11)."""

from datetime import date

from services.ledger import Chart, Ledger
from services.ledgers import handling
from services.ledgers.clean_offices import AREAS, INDICATORS
from services.store import columns as col
from services.store.row import Row


class Integrity(Row, table=True):
    """One task of one unit. `due_kind`: 长期坚持 where the deadline is no day."""

    __tablename__ = "integrity"

    unit: str = col.unit("责任单位", "责任部门", "牵头单位", "牵头部门", "落实单位", "承办单位")
    area: str | None = col.choice(
        "类别", "任务类别", "建设类别", "建设方面", "任务分类", "任务类型", "任务板块", "板块", "方面", "维度",
        choices=AREAS, expected=True,
    )  # fmt: skip
    task: str = col.text(
        "任务", "任务名称", "工作任务", "重点任务", "建设任务", "任务内容", "具体任务", "主要任务", "任务事项",
        "工作内容", "具体举措", required=True,
    )  # fmt: skip
    assigned_on: date | None = col.day("下达日期", "下达时间", "部署日期", "启动日期", "启动时间", "开始时间")
    measures: str | None = col.text("工作措施", "措施", "落实措施", "推进措施", "主要举措")
    leader: str | None = col.text("责任领导", "牵头领导", "分管领导", person=True)
    owner: str | None = col.text("责任人", "具体责任人", "经办人", person=True)
    due_on: date | None = handling.due(expected=True)
    status: str | None = handling.status()
    progress: str | None = handling.progress()
    closed_on: date | None = handling.closed_on()
    remark: str | None = col.text("备注", "说明")
    due_kind: str | None = None


LEDGER = Ledger(
    id="integrity", title="清廉机关建设任务", table=Integrity, keys=(("unit", "task"),), unit_word="项", order=210,
    sections="area",
    since="assigned_on",
    near="task",
    purpose="制度体系、干部队伍、廉洁文化三方面的任务办到哪一步",
    work="清廉",
    awaited=True,
    derive=handling.derived,
    rules=handling.rules("任务", "assigned_on", "下达日期"),
    indicators=INDICATORS,
    charts=(
        Chart("三方面任务各办到哪一步", "K34", "state", "states", across="area"),
        Chart("各领域完成率", "K34", "domain", "shares"),
    ),
)  # fmt: skip
