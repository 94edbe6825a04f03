"""目标与口径 of the demonstration: what was set for 2022, and what the 2023 meeting changed."""

from datetime import date
from typing import Any

PLAN = "市直机关工委2023年工作会议"
YEARLY = "市直机关工委2022年工作要点"
SETTINGS = (
    ("城市名称", "某市", date(2022, 1, 1), YEARLY, "单位名称中写作“市”"),
    ("年度学时(书记和班子成员)", "56", date(2022, 1, 1), "2019—2023年全国党员教育培训工作规划", None),
    ("年度学时(党员)", "32", date(2022, 1, 1), "中国共产党党员教育管理工作条例", None),
    ("计入学时的培训方式", "集中培训、集体学习、现场教学", date(2022, 1, 1), YEARLY, "网络学习暂不计入"),
    ("脱产一天折合学时", "8", date(2022, 1, 1), YEARLY, None),
    ("新任书记任职培训期限(月)", "6", date(2022, 1, 1), YEARLY, None),
    ("临期天数", "10", date(2022, 1, 1), YEARLY, None),
    ("临期天数", "15", date(2023, 1, 1), PLAN, "提前提醒由10天改为15天"),
    ("涉改任务基数", "87", date(2023, 1, 1), PLAN, "三项改革涉及的单位党组织"),
    ("新组建任务基数", "28", date(2023, 1, 1), PLAN, None),
    ("同步天数", "90", date(2023, 1, 1), PLAN, "党组织设置批复不晚于机构落地90天"),
)


def rows(day: date) -> list[dict[str, Any]]:
    """Give the settings as entered by `day`."""
    return [
        {"item": item, "value": value, "effective_on": since, "basis": basis, "note": note}
        for item, value, since, basis, note in SETTINGS
        if since.year <= day.year
    ]
