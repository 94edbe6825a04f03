"""From figures to Chinese sentences: the headline of each leaders' page. Says how far things are, blames nobody.

A figure that is None has no ledger behind it yet.
"""

from services.indicators import Measure
from services.share import written

Measured = Measure | None
NOTHING = "还没有数据。上传台账后，这里会用一句话说明进度。"


def share(measured: Measure, word: str) -> str:
    """Give "已完成71/87家（81.6%）"-like words for a share; 全部 only where n is all of N."""
    whole = "全部" if measured.of and measured.n == measured.of else ""
    return f"{whole}{word}{written(measured.n)}/{measured.of}（{measured.percent}）"


def overview(coverage: Measured, training: Measured, rectification: Measured, calls: int) -> str:
    """Give the headline of 总览 from K01, K08, K17 and the number of things that need a leader."""
    parts = [
        f"{name}{share(measured, verb)}"
        for name, verb, measured in (
            ("涉改", "完成", coverage),
            ("培训", "覆盖", training),
            ("整改", "完成", rectification),
        )
        if measured and measured.of
    ]
    if not parts:
        return NOTHING
    last = f"{calls}件事需要领导出面" if calls else "目前没有需要领导出面的事"
    return f"{'，'.join(parts)}；{last}。"


def coverage(disposed: Measured, elected: Measured) -> str:
    """Give the headline of 涉改覆盖 from K01 and K05."""
    if not disposed or not disposed.of:
        return "还没有涉改单位的数据。请先上传单位名册和涉改单位党组织处置台账。"
    left = int(disposed.of - disposed.n)
    first = f"涉改单位党组织处置{share(disposed, '完成')}" + (f"，还有{left}家在办" if left else "")
    if not elected or not elected.of:
        return f"{first}。"
    return f"{first}；新组建单位选举{share(elected, '完成')}。"


def training(covered: Measured, hours: Measured, threshold: str) -> str:
    """Give the headline of 教育培训 from K08 and K10; `threshold` is the hours asked for in a year."""
    if not covered or not covered.of:
        return "还没有任职数据。请先上传任职台账，再上传培训班次和参训台账。"
    left = int(covered.of - covered.n)
    first = f"在任书记、委员本年{share(covered, '参训')}" + (f"，还有{left}人没有参加" if left else "")
    if not hours or not hours.of:
        return f"{first}。"
    return f"{first}；满{threshold}学时的{written(hours.n)}人（{hours.percent}）。"


def rectification(closed: Measured, late: Measured, soon: Measured, soon_days: str) -> str:
    """Give the headline of 督查整改 from K17, K19 and K20."""
    if not closed or not closed.of:
        return "还没有督查问题。请上传督查问题整改台账。"
    first = f"督查反馈的问题已销号{written(closed.n)}/{written(closed.of)}项（{closed.percent}）"
    more = []
    if late and late.n:
        more.append(f"{written(late.n)}项超过时限，最长{late.values.get('days_max')}天")
    elif late:
        more.append("没有超过时限的问题")
    if soon and soon.n:
        more.append(f"{written(soon.n)}项将在{soon_days}天内到期")
    return f"{'；'.join([first, *more])}。"
