"""From figures to Chinese sentences: the headline of each leaders' page. Says how far things are, blames nobody.

A figure that is None has no ledger behind it yet.
"""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from services.forecast import Forecast, weeks_late
from services.indicators import Measure
from services.share import tenths, written

Measured = Measure | None
NOTHING = "还没有三项工作的数据。上传台账后，这里会用一句话说明进度。"


@dataclass(frozen=True)
class Work:
    """One of the three pieces of work: where it stands, where it stood, when it will be done and when it should be.

    `ahead`: a forecast, or the words why there is none. `yearly`: `target` is the end of the year it counts for.
    """

    now: Measured
    before: Measured = None
    ahead: Forecast | str = ""
    target: date | None = None
    yearly: bool = False


def share(measured: Measure, word: str) -> str:
    """Give "已完成71/87家（81.6%）"-like words for a share; 全部 only where n is all of N."""
    whole = "全部" if measured.of and measured.n == measured.of else ""
    return f"{whole}{word}{written(measured.n)}/{measured.of}（{measured.percent}）"


def day(day: date, today: date | None) -> str:
    """Give a day in words, without its year where it is that of `today`."""
    year = "" if today and day.year == today.year else f"{day.year}年"
    return f"{year}{day.month}月{day.day}日"


def week(day: date, as_of: date) -> str:
    """Give the week of a day to come in words: 8月第2周. The first week of a month are its first seven days."""
    year = "" if day.year == as_of.year else "明年" if day.year == as_of.year + 1 else f"{day.year}年"
    return f"{year}{day.month}月第{(day.day - 1) // 7 + 1}周"


def overview(
    coverage: Work, training: Work, rectification: Work, as_of: date, today: date | None, against: str | None = None
) -> tuple[str, str]:
    """Give the headline of 总览 from K01, K08 and K17, and what follows it in short.

    `today` says which year needs no word (None: each is said, whenever it is read); `against` is the name of the
    snapshot the figures before are of.
    """
    parts: list[str] = []
    for work, many, verb, word in (
        (coverage, "{}个涉改单位", "完成", "个"),
        (training, "{}名在任书记、委员今年", "参训", "人"),
        (rectification, "{}项督查问题", "销号", "项"),
    ):
        if work.now and work.now.of:
            said = f"{many.format(written(work.now.of))}{_done(work.now, verb, word)}"
            parts.append(f"{said}{_moved(work, against, word)}{_ahead(work, as_of, at_length=not parts)}")
    if not parts:
        return NOTHING, ""
    rest = f"{'。'.join(parts[1:])}。" if parts[1:] else ""
    return f"截至{day(as_of, today)}，{parts[0]}。", rest


def _done(measured: Measure, verb: str, word: str) -> str:
    if measured.n == 0:
        return f"都还没有{verb}（{measured.percent}）"
    if measured.n == measured.of:
        return f"已全部{verb}（{measured.percent}）"
    return f"已{verb}{written(measured.n)}{word}（{measured.percent}）"


def _moved(work: Work, against: str | None, word: str) -> str:
    if not work.now or not work.before or not against:
        return ""
    more = work.now.n - work.before.n
    moved = f"增{written(more)}{word}" if more > 0 else f"减{written(-more)}{word}" if more else "没有增减"
    return f"，比“{against}”{moved}"


def _ahead(work: Work, as_of: date, at_length: bool) -> str:
    """Give when it will be done and how that lies to the target; why it cannot be said only where there is room."""
    if isinstance(work.ahead, str):
        return f"；{work.ahead}" if work.ahead and at_length else ""
    lies = lying(work.ahead, work.target) if not work.yearly else ""
    said = likely(work.ahead, as_of, work.target if work.yearly else None)
    return f"；按现速{'，'.join(part for part in (said, lies) if part)}"


def likely(ahead: Forecast, as_of: date, until: date | None = None) -> str:
    """Give in words the week a forecast leads to; `until` is the day the work is over, done or not."""
    if until and (ahead.likely is None or ahead.likely > until):
        return f"到{until.month}月底不能全部完成"
    return f"预计{week(ahead.likely, as_of)}完成" if ahead.likely else "还要一年以上"


def lying(ahead: Forecast, target: date | None) -> str:
    """Give in words how the day a forecast leads to lies to the target; nothing where one of them is not known."""
    if ahead.likely is None or target is None:
        return ""
    late = weeks_late(ahead.likely, target)
    return f"晚于目标{late}周" if late > 0 else f"早于目标{-late}周" if late else "赶得上目标"


def pace(ahead: Forecast, required: Fraction | None, word: str) -> str:
    """Give the present pace and the one that is needed: 现速每周2.5家，按期需4.2家."""
    need = "" if required is None else f"，按期需{_tenth(required)}{word}"
    return f"现速每周{_tenth(ahead.pace)}{word}{need}"


def _tenth(number: Fraction) -> str:
    parts = tenths(number)
    return written(parts / 10) if parts or not number else "不到0.1"


def coverage(disposed: Measured, elected: Measured) -> str:
    """Give the headline of 涉改覆盖 from K01 and K05."""
    if not disposed or not disposed.of:
        return "还没有处置进度。请上传单位名册和涉改单位党组织处置台账。"
    left = int(disposed.of - disposed.n)
    first = f"涉改单位党组织处置{share(disposed, '完成')}" + (f"，还有{left}家没有完成" if left else "")
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
    whole = "全部" if closed.n == closed.of else ""
    first = f"督查反馈的问题{whole}已销号{written(closed.n)}/{written(closed.of)}项（{closed.percent}）"
    more = []
    if late and late.n:
        more.append(f"{written(late.n)}项超过时限，最长{late.values.get('days_max')}天")
    elif late:
        more.append("没有超过时限的问题")
    if soon and soon.n:
        more.append(f"{written(soon.n)}项将在{soon_days}天内到期")
    return f"{'；'.join([first, *more])}。"
