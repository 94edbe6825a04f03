"""责任清单 of the demonstration: six things a unit answers for; what is known is done early, 督责考责 comes last."""

from collections.abc import Iterator, Sequence
from datetime import date
from random import Random
from typing import Any

from services.demo.days import AS_OF, after, between
from services.demo.page import Page, odd
from services.demo.units import units
from services.ledger import Values

LISTED = date(2023, 2, 24)
# 责任环节 | 责任主体 | 责任事项 | deadline | how many of a hundred had done it by the default day.
DUTIES = (
    ("知责明责", "党组（党委）", "制定年度机关党建责任清单", date(2023, 4, 30), 95),
    ("知责明责", "党组织书记", "签订党建责任书并公开承诺", date(2023, 5, 31), 91),
    ("履责尽责", "党组织书记", "上专题党课、联系一个支部", date(2023, 9, 30), 72),
    ("履责尽责", "机关党委", "每半年向党组（党委）报告机关党建工作", date(2023, 12, 31), 52),
    ("督责考责", "机关党委", "对所属支部开展一次督促检查", date(2023, 10, 31), 41),
    ("督责考责", "党组（党委）", "组织支部书记述职评议", date(2023, 12, 31), 6),
)
STANDING = ("履责尽责", "党组（党委）", "落实第一议题制度", 100)


def _rows() -> Iterator[dict[str, Any]]:
    random = Random("duties")
    for unit in units():
        if unit.is_new or unit.domain in ("非公经济组织", "社会组织"):
            continue
        head = {"unit": unit.name, "assigned_on": LISTED}
        for place, (link, holder, text, due, likely) in enumerate(DUTIES):
            done = random.random() * 100 < likely
            latest = min(AS_OF, after(due, 20))
            closed = between(random, max(LISTED, date(2023, 1 + place, 27)), latest) if done else None
            yield {
                **head, "link": link, "holder": holder, "text": text, "due_on": due, "closed_on": closed,
                "status": "已办结" if done else "办理中" if random.random() < 0.7 else None,
                "progress": None if done else "已列入年度计划" if random.random() < 0.4 else None,
                "evidence": "会议纪要、责任清单" if done else None,
            }  # fmt: skip
        if unit.number % 4 == 0:
            link, holder, text, _ = STANDING
            yield {**head, "link": link, "holder": holder, "text": text, "due_on": "长期坚持", "status": "长期坚持"}


def rows() -> list[dict[str, Any]]:
    """Give every item in official order of the units."""
    return list(_rows())


def messy(rows: Sequence[Values]) -> bytes:
    """单位 and 环节 merged downwards, a header of two levels, deadlines as 9月底 and 年底前."""
    page = Page("责任清单", 9)
    page.label("附件5")
    page.banner("市直机关党建责任清单落实情况统计表", big=True)
    page.two_levels(
        [
            "序号",
            "责任单位",
            "环节",
            "责任主体",
            "责任内容",
            ("落实情况", ["完成期限", "是否完成", "完成时间"]),
            "工作进展",
        ]
    )
    page.table(
        [
            [number, row["unit"], row["link"], row["holder"], row["text"], _due(row["due_on"]),
             "是" if row.get("closed_on") else None, odd(row.get("closed_on"), number), row.get("progress")]
            for number, row in enumerate(rows, 1)
        ],
        merged=(1,),
    )  # fmt: skip
    page.label("填表人：业务员戊　　审核人：工委委员甲")
    return page.content()


def _due(due: Any) -> Any:
    if not isinstance(due, date):
        return due
    return f"{due.year}年底前" if due.month == 12 else f"{due.year}年{due.month}月底"
