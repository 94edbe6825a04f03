"""培训班次 of the demonstration: thirty courses over two years."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

KINDS = {
    # group: (培养类别, 培训方式)
    "书记班": ("教育培训", "集中培训"),
    "委员班": ("教育培训", "集中培训"),
    "任职班": ("教育培训", "集中培训"),
    "集体学习": ("教育培训", "集体学习"),
    "网络": ("教育培训", "网络学习"),
    "实践": ("实践锻炼", "现场教学"),
    "专训": ("专业训练", "集中培训"),
}


@dataclass(frozen=True)
class Session:
    """One course: `group` says whom it is for and of what kind it is."""

    name: str
    group: str
    level: str
    started_on: date
    days: int
    hours: int

    @property
    def ended_on(self) -> date:
        """The last day of the course."""
        return self.started_on + timedelta(days=self.days - 1)


def _session(name: str, group: str, level: str, month: int, day: int, days: int, hours: int, year: int) -> Session:
    return Session(f"{year}年{name}", group, level, date(year, month, day), days, hours)


SESSIONS = (
    *(
        _session(*course, year=2022)
        for course in (
            ("市直机关党支部书记履职培训班第一期", "书记班", "工委", 3, 14, 5, 40),
            ("市直机关党支部书记履职培训班第二期", "书记班", "工委", 4, 18, 5, 40),
            ("市直机关支部委员履职培训班第一期", "委员班", "工委", 5, 9, 4, 32),
            ("党的创新理论集体学习", "集体学习", "单位", 5, 27, 1, 8),
            ("市直机关支部委员履职培训班第二期", "委员班", "工委", 6, 13, 4, 32),
            ("发展党员工作实务培训班", "专训", "工委", 6, 27, 3, 24),
            ("重点项目一线实践锻炼", "实践", "市", 7, 4, 3, 24),
            ("机关党建网络专题班", "网络", "省", 8, 1, 31, 20),
            ("新任党支部书记任职培训班", "任职班", "工委", 9, 5, 3, 24),
            ("市直机关支部委员履职培训班第三期", "委员班", "工委", 9, 19, 4, 32),
            ("党费收缴与党务公开业务培训班", "专训", "工委", 10, 10, 3, 24),
            ("学习党的重要会议精神集体学习", "集体学习", "单位", 11, 4, 1, 8),
            ("驻企服务实践锻炼", "实践", "市", 11, 14, 3, 24),
            ("纪检委员业务培训班", "专训", "工委", 12, 5, 3, 24),
        )
    ),
    *(
        _session(*course, year=2023)
        for course in (
            ("市直机关党支部书记履职培训班第一期", "书记班", "工委", 3, 13, 5, 40),
            ("市直机关党支部书记履职培训班第二期", "书记班", "工委", 4, 10, 5, 40),
            ("市直机关支部委员履职培训班第一期", "委员班", "工委", 4, 24, 4, 32),
            ("市直机关支部委员履职培训班第二期", "委员班", "工委", 5, 15, 4, 32),
            ("新任党支部书记任职培训班第一期", "任职班", "工委", 5, 22, 3, 24),
            ("市直机关支部委员履职培训班第三期", "委员班", "工委", 6, 5, 4, 32),
            ("主题教育专题辅导集体学习", "集体学习", "单位", 6, 16, 1, 8),
            ("组织生活实务培训班", "专训", "工委", 6, 26, 3, 24),
            ("项目建设一线实践锻炼", "实践", "市", 7, 10, 3, 24),
            ("机关党建网络专题班", "网络", "省", 8, 1, 31, 20),
            ("换届选举与组织设置业务培训班", "专训", "工委", 8, 21, 3, 24),
            ("市直机关支部委员履职培训班第四期", "委员班", "工委", 9, 4, 4, 32),
            ("新任党支部书记任职培训班第二期", "任职班", "工委", 9, 18, 3, 24),
            ("服务企业实践锻炼", "实践", "市", 9, 25, 3, 24),
            ("纪检委员业务培训班", "专训", "工委", 10, 16, 3, 24),
            ("调查研究成果集体学习", "集体学习", "单位", 10, 20, 1, 8),
        )
    ),
)


def rows(day: date) -> list[dict[str, Any]]:
    """Give the courses of the year of `day` that had ended by then."""
    found = []
    for session in SESSIONS:
        if session.started_on.year != day.year or session.ended_on > day:
            continue
        category, mode = KINDS[session.group]
        found.append(
            {
                "name": session.name,
                "year": session.started_on.year,
                "host": "各单位党组织" if session.level == "单位" else "市直机关工委",
                "level": session.level,
                "category": category,
                "mode": mode,
                "is_induction": session.group == "任职班",
                "started_on": session.started_on,
                "ended_on": session.ended_on,
                "hours": session.hours,
                "planned_n": 400 if session.group in ("集体学习", "网络") else 60 if session.group == "任职班" else 150,
                "remark": "分散组织" if session.level == "单位" else None,
            }
        )
    return found
