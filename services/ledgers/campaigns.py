"""专项行动任务: what each unit is to do for the campaigns of the year, and by when (ledgers.md §3.11)."""

from datetime import date

from services.ledger import Chart, Ledger, SheetFacts
from services.ledgers import handling
from services.ledgers.actions import INDICATORS
from services.store import columns as col
from services.store.row import Row
from services.text import normal

NEW = "“两新”组织党建覆盖提升行动"
CAMPAIGNS: dict[str, tuple[str, ...]] = {
    "模范机关创建行动": ("模范机关创建", "模范机关创建专项行动", "创建模范机关行动", "模范机关建设行动"),
    "国企抓党建促改革提质行动": (
        "国企抓党建促改革提质", "国企抓党建促改革提质专项行动", "国有企业抓党建促改革提质行动",
    ),
    NEW: tuple(
        f"{quoted}组织党建覆盖提升{ending}"
        for quoted in ("“两新”", "两新", '"两新"', "‘两新’", "「两新」")
        for ending in ("行动", "", "专项行动")
        if f"{quoted}组织党建覆盖提升{ending}" != NEW
    ),
}  # fmt: skip


class CampaignTask(Row, table=True):
    """One task of one unit in one campaign. `due_kind`: 长期坚持 where the deadline is no day."""

    __tablename__ = "campaigns"

    campaign: str = col.choice(
        "行动名称", "专项行动", "行动", "专项行动名称", "所属行动", choices=CAMPAIGNS, open_choice=True, required=True
    )
    task: str = col.text(
        "任务", "工作任务", "任务名称", "重点任务", "任务内容", "具体任务", "行动任务", "工作内容", required=True
    )
    unit: str = col.unit("责任单位", "单位名称", "牵头单位", "承办单位", "落实单位")
    goal: str | None = col.text("目标", "工作目标", "任务目标", "目标要求", "预期目标")
    leader: str | None = col.text("责任领导", "牵头领导", "分管领导", person=True, expected=True)
    owner: str | None = col.text("责任人", "具体责任人", "经办人", person=True)
    assigned_on: date | None = col.day("启动日期", "启动时间", "部署日期", "下达日期", "开始时间")
    due_on: date | None = handling.due(required=True)
    status: str | None = handling.status()
    progress: str | None = handling.progress()
    closed_on: date | None = handling.closed_on()
    remark: str | None = col.text("备注", "说明")
    due_kind: str | None = None


def _titled(sheet: SheetFacts) -> dict[str, str]:
    """A sheet of one campaign names it in its title: 市直机关模范机关创建行动任务台账."""
    titles = [normal(title) for title in sheet.titles]
    spelled = ((normal(word), name) for name, words in CAMPAIGNS.items() for word in (name, *words))
    found = next((name for word, name in spelled if any(word in title for title in titles)), None)
    return {"campaign": found} if found else {}


LEDGER = Ledger(
    id="campaigns", title="专项行动任务", table=CampaignTask, keys=(("campaign", "task", "unit"),), unit_word="项",
    order=150, scope="campaign",
    since="assigned_on",
    sections="campaign",
    purpose="三个专项行动的任务办到哪一步，有没有逾期",
    work="行动",
    titled=_titled,
    derive=handling.derived,
    rules=handling.rules("任务", "assigned_on", "启动日期"),
    indicators=INDICATORS,
    charts=(
        Chart("三个行动各办到哪一步", "K28", "state", "states", across="campaign"),
        Chart("逾期多久", "K28a", "band", "counts"),
        Chart("各领域完成率", "K28", "domain", "shares"),
    ),
)  # fmt: skip
