"""考核评分: what each unit scored in each kind of 考核 of a year, and its 等次 (ledgers.md §3.11, K24)."""

import re
from collections.abc import Mapping

from services.ledger import Chart, Facts, Ledger, Raised, Rule, SheetFacts, Values
from services.ledgers.standing import BEHIND, BOTTOM, GRADES, INDICATORS
from services.share import written
from services.store import columns as col
from services.store.row import Row
from services.text import normal

KINDS: dict[str, tuple[str, ...]] = {
    "文明单位创建考核": ("文明单位考核", "文明单位创建", "文明创建考核"),
    "机关党组织书记述职评议考核": (
        "述职评议考核", "书记述职评议考核", "党组织书记述职评议考核", "党组织书记抓基层党建述职评议考核",
        "机关党组织书记抓基层党建述职评议考核", "书记抓基层党建述职评议考核", "抓基层党建述职评议考核",
        "基层党建述职评议考核", "党建述职评议考核", "述职评议",
    ),
    "年度目标责任考核": ("目标责任考核", "年度目标考核", "目标考核", "年度目标责任制考核", "目标责任制考核"),
}  # fmt: skip
SPELLINGS = sorted(((word, kind) for kind, words in KINDS.items() for word in (kind, *words)), key=lambda w: -len(w[0]))


class Assessment(Row, table=True):
    """One unit's result in one kind of 考核 of one year."""

    __tablename__ = "assessments"

    year: int = col.year("年度", "考核年度", "年份", required=True)
    unit: str = col.unit("单位名称", "被考核单位", "考核对象", "参评单位", "述职单位")
    kind: str = col.choice("考核类别", "考核类型", "考核名称", "考核项目", "考核种类", choices=KINDS, required=True)
    score: float = col.number(
        "得分", "考核得分", "最终得分", "综合得分", "总得分", "考核分数", "分数", minimum=0, required=True
    )
    max_score: float = col.number("满分", "满分值", "总分值", minimum=1, default=100)
    grade: str | None = col.choice(
        "等次", "考核等次", "评定等次", "评价等次", "等级", "考核等级", "考核结果", "综合评价",
        choices=GRADES, open_choice=True, expected=True,
    )  # fmt: skip
    reason: str | None = col.text("扣分原因", "主要扣分原因", "失分原因", "扣分项")
    finding: str | None = col.text("关联问题", "关联问题编号", "对应问题")
    follow_up: str | None = col.text("督促整改事项", "督促整改", "整改要求", "督办事项")
    remark: str | None = col.text("备注", "说明")


def _titled(sheet: SheetFacts) -> dict[str, str]:
    """A sheet without the columns names both in its title: 2023年度机关党组织书记述职评议考核结果."""
    for title in map(normal, sheet.titles):
        year, kind = re.search(r"(20\d\d)年", title), next((kind for word, kind in SPELLINGS if word in title), None)
        if year and kind:
            return {"year": year[1], "kind": kind}
    return {}


def _above(values: Values, facts: Facts) -> str | None:
    score, full = values.get("score"), values.get("max_score")
    return "score" if score is not None and full is not None and score > full else None


def _unraised(values: Values, facts: Facts) -> str | None:
    """A result that is behind, and nothing that the unit has to put right."""
    score, line = values.get("score"), float(facts.targets.get(BEHIND, "0"))
    low = score is not None and score * 100 < (values.get("max_score") or 100) * line
    raised = values.get("follow_up") or values.get("finding")
    return "score" if (low or values.get("grade") in BOTTOM) and not raised else None


def _unlisted(values: Values, facts: Facts) -> str | None:
    return "grade" if values.get("grade") and values["grade"] not in GRADES else None


def _raised(values: Values, targets: Mapping[str, str]) -> Raised | None:
    """Give the finding a low result may become."""
    low = values["score"] * 100 < (values["max_score"] or 100) * float(targets[BEHIND])
    if values["finding"] or not (low or values["grade"] in BOTTOM):
        return None
    why = values["follow_up"] or values["reason"] or values["grade"] or "得分偏低"
    return Raised(
        f"{values['year']}年{values['kind'].removeprefix('年')}{written(values['score'])}分：{why}", "score", "责任落实"
    )


LEDGER = Ledger(
    id="assessments", title="考核评分", table=Assessment, keys=(("year", "unit", "kind"),), unit_word="家次", order=120,
    scope="year",
    purpose="各类考核谁先进、谁后进，比上年升了还是降了",
    work="考核",
    awaited=True,
    titled=_titled,
    raises=_raised,
    rules=(
        Rule("rule_broken", "error", "得分不超过满分", _above,
             "得分{score}高于满分{max_score}", "请核对得分和满分；满分空着按100分"),
        Rule("rule_broken", "warning", "列为后进的要写明督促整改事项或关联问题", _unraised,
             "共{count}家次考核列为后进，没有写督促整改事项", "请填写督促整改事项，或登记督查问题后填写关联问题",
             counted=True),
        Rule("status_unknown", "warning", "不认识的等次照原样保留", _unlisted,
             "不认识的等次“{grade}”，照原样保留", "请核对；常用的有：好、较好、一般、差，优秀、良好、合格、不合格"),
    ),
    indicators=INDICATORS,
    charts=(
        Chart("各类考核的等次", "K24", "grade", "states", across="kind"),
        Chart("先进、中间、后进比上年升了还是降了", "K24", "band", "states", across="move"),
        Chart("各领域后进单位督促整改", "K24a", "domain", "shares"),
    ),
)  # fmt: skip
