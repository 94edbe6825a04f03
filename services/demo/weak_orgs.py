"""软弱涣散党组织整顿台账 of the demonstration: nine organisations listed in 2022, eleven in 2023."""

from dataclasses import dataclass
from datetime import date
from functools import cache
from random import Random
from typing import Any

from services.demo.days import after, between, known
from services.demo.organisations import Org, orgs
from services.demo.reform import handed_over

PROBLEMS = {
    "书记长期空缺": "书记岗位空缺四个月，支部工作无人牵头",
    "班子不团结": "班子成员之间沟通不够，议事决策久拖不决",
    "组织生活不经常": "连续两个季度没有召开支部党员大会",
    "党员管理松散": "流动党员底数不清，党费收缴不及时",
    "制度形同虚设": "三会一课制度没有执行，记录事后补写",
    "无固定活动场所": "没有固定的党员活动场所，组织生活难以开展",
    "服务群众意识弱": "群众反映的事项久拖不办，满意度低",
}
# How far each came: closed after days, accepted only, not accepted, still being put right.
FATES = {2022: ("closed",) * 8 + ("failed",), 2023: ("closed",) * 6 + ("accepted", "failed", "open", "open", "open")}
LISTED = {2022: (date(2022, 3, 21), date(2022, 4, 8)), 2023: (date(2023, 3, 6), date(2023, 3, 20))}


@dataclass(frozen=True)
class Weak:
    """One organisation on the list of one year."""

    org: Org
    kinds: tuple[str, ...]
    leader: str
    listed_on: date
    due_on: date
    applied_on: date | None
    accepted_on: date | None
    verdict: str
    closed_on: date | None
    revisited_on: date | None


@cache
def weak_orgs() -> tuple[Weak, ...]:
    """Give the twenty, by year and in official order."""
    random, found = Random("weak"), []
    branches = [
        org for org in orgs()
        if org.kind == "党支部" and org.terms and not org.unit.is_new and not org.dissolved_on
        and org.unit.name not in handed_over(date.max)
    ]  # fmt: skip
    chosen = random.sample(branches, 20)
    for year, mine in ((2022, chosen[:9]), (2023, chosen[9:])):
        fates = random.sample(FATES[year], len(FATES[year]))
        for org, fate in zip(sorted(mine, key=lambda org: org.code), fates, strict=True):
            listed = between(random, *LISTED[year])
            accepted = after(listed, random.randint(125, 205))
            done = fate != "open"
            closed = after(accepted, random.randint(5, 14)) if fate == "closed" else None
            weak = Weak(
                org=org,
                kinds=tuple(random.sample(list(PROBLEMS), random.choice((1, 1, 2)))),
                leader=f"工委委员{random.choice('甲乙丙丁')}",
                listed_on=listed,
                due_on=date(year, random.choice((9, 12)), 30),
                applied_on=after(accepted, -random.randint(10, 20)) if done else None,
                accepted_on=accepted if done else None,
                verdict="不合格" if fate == "failed" else "合格",
                closed_on=closed,
                revisited_on=after(closed, 170) if closed and year == 2022 else None,
            )
            found.append(weak)
    return tuple(found)


def row(weak: Weak, day: date) -> dict[str, Any]:
    """Give the organisation's line as sent on `day`."""
    accepted, revisited = known(weak.accepted_on, day), known(weak.revisited_on, day)
    failed = bool(accepted) and weak.verdict == "不合格"
    return {
        "year": weak.listed_on.year,
        "org": weak.org.name,
        "unit": weak.org.unit.name,
        "domain": weak.org.unit.domain,
        "kinds": weak.kinds,
        "text": "；".join(PROBLEMS[kind] for kind in weak.kinds),
        "listed_on": weak.listed_on,
        "planned_on": known(after(weak.listed_on, 18), day),
        "measures": "一支部一方案：工委领导联系，选派党建指导员，每月调度一次",
        "leader": weak.leader,
        "owner": f"经办人{weak.leader[-1]}",
        "due_on": weak.due_on,
        "applied_on": known(weak.applied_on, day),
        "accepted_on": accepted,
        "verdict": weak.verdict if accepted else None,
        "closed_on": known(weak.closed_on, day),
        "revisited_on": revisited,
        "revisit_verdict": "整顿成果保持较好" if revisited else None,
        "remark": "继续整顿" if failed else None,
    }


def rows(day: date) -> list[dict[str, Any]]:
    """Give the 台账 as sent on `day`: everything listed by then."""
    return [row(weak, day) for weak in weak_orgs() if weak.listed_on <= day]
