"""党员服务岗、先锋岗、突击队 of the demonstration: what four units in five set up, and who stands in them."""

from collections.abc import Sequence
from datetime import date
from functools import cache
from random import Random
from typing import Any

from services.demo.days import after, between
from services.demo.page import Page, odd
from services.demo.people import TAILS
from services.demo.units import units
from services.ledger import Values

POSTS: dict[str, tuple[tuple[str, str], ...]] = {
    "党员服务岗": (
        ("综合窗口党员服务岗", "公开承诺，一次告知，限时办结"),
        ("信访接待党员服务岗", "首问负责，跟踪回访"),
        ("社区报到党员服务岗", "每月到社区服务一次"),
    ),
    "党员先锋岗": (
        ("政策研究党员先锋岗", "牵头重点课题调研"),
        ("安全生产党员先锋岗", "带头排查隐患，落实整改"),
        ("项目服务党员先锋岗", "包联重点项目，协调解决问题"),
    ),
    "党员突击队": (
        ("防汛抢险党员突击队", "汛期值守，险情处置"),
        ("项目攻坚党员突击队", "承担重点项目攻坚任务"),
        ("供暖保障党员突击队", "供暖季抢修值守"),
    ),
}  # fmt: skip
SIZES = {"党员服务岗": (2, 8), "党员先锋岗": (1, 5), "党员突击队": (8, 30)}
SPELLED = {"党员服务岗": "服务岗", "党员先锋岗": "先锋岗", "党员突击队": "突击队"}


@cache
def _every() -> tuple[dict[str, Any], ...]:
    random, found = Random("pioneers"), []
    for unit in units():
        if random.random() < 0.2:
            continue
        for type, posts in POSTS.items():
            for name, duties in random.sample(posts, random.choice((0, 1, 1, 2))):
                founded = between(random, date(2023 if unit.is_new else 2022, 3, 1), date(2023, 9, 28))
                ended = after(founded, 150) if founded.year == 2022 and random.random() < 0.1 else None
                low, high = SIZES[type]
                uncounted = type == "党员突击队" and random.random() < 0.06
                found.append(
                    {
                        "unit": unit.name, "org": None, "type": type, "name": name,
                        "leader": f"党员{random.choice(TAILS)}",
                        "members": None if uncounted else random.randint(low, min(high, max(low, unit.members))),
                        "founded_on": founded, "duties": duties, "ended_on": ended,
                        "status": "已撤销" if ended else "正常", "remark": "任务完成后撤销" if ended else None,
                    }
                )  # fmt: skip
    return tuple(found)


def rows() -> list[dict[str, Any]]:
    """Give the posts and teams in official order of the units."""
    return [dict(row) for row in _every()]


def messy(rows: Sequence[Values]) -> bytes:
    """A block per 类型 under the same header, 人 after numbers in full width, a subtotal of each block."""
    page = Page("岗队", 11)
    page.label("附件5")
    page.banner("市直机关党员服务岗、先锋岗、突击队统计台账", big=True)
    titles = "序号 单位 岗队类型 岗队名称 负责人 成员人数 设立时间 岗位职责 撤销时间 状态 备注"
    full_width = str.maketrans("0123456789", "０１２３４５６７８９")
    for place, type in enumerate(POSTS):
        mine = [row for row in rows if row["type"] == type]
        if place:
            page.label("")
        page.headings(titles)
        page.table(
            [
                [number, row["unit"], SPELLED[type], row["name"], row["leader"],
                 f"{row['members']}人".translate(full_width) if row["members"] else None,
                 odd(row["founded_on"], number), row["duties"], odd(row["ended_on"], number + 1),
                 {"正常": "在岗", "已撤销": "撤销"}[row["status"]], row["remark"]]
                for number, row in enumerate(mine, 1)
            ],
            merged=(2,),
        )  # fmt: skip
        people = sum(row["members"] or 0 for row in mine)
        page.table([["小计", f"{len(mine)}个", None, None, None, people, *[None] * 5]])
    page.label("填表人：业务员戊　　审核人：工委委员丁")
    return page.content()
