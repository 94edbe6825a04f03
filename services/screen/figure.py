"""One figure of the wall. 0, 未报, 未到期 and 不适用 are four different things and look different."""

from services.indicators import Measure
from services.ledgers import indicators
from services.screen.facts import Facts
from services.screen.shape import Figure, State
from services.screen.words import since
from services.share import written

UNREPORTED, NOT_APPLICABLE = "未报", "不适用"


def figure(facts: Facts, id: str, note: str | None = None, plan: int | None = None, not_due: str = "") -> Figure:
    """Give the figure of an indicator; `note` in place of its change, `plan`: how many were to be done by 截至.

    `not_due`: says that nothing of it is due yet, where that is so.
    """
    declared, measured = indicators()[id], facts.measure(id)
    if missing := facts.missing(id):
        return _word(declared.name, UNREPORTED, "unknown", f"还没有上传{missing}")
    if measured is None:
        return _word(declared.name, NOT_APPLICABLE, "na", "不能按领域统计")
    if measured.of == 0:
        return _word(declared.name, NOT_APPLICABLE, "na", "目前没有计入分母的")
    before = facts.before(id)
    return {
        "label": declared.name,
        "n": written(measured.n),
        "of": None if measured.of is None else written(measured.of),
        "unit": declared.unit_word,
        "percent": None if measured.of is None else measured.percent,
        "note": not_due or (since(facts, id) if note is None else note) or None,
        "state": "todo" if not_due else _state(measured, declared.adverse),
        "plan": _part(plan, measured.of),
        "before": _part(before.n, before.of) if before else None,
    }


def count(label: str, n: int, unit: str, note: str | None, state: State | None) -> Figure:
    """Give a plain count."""
    return {**_word(label, str(n), state, note), "unit": unit}


def _word(label: str, said: str, state: State | None, note: str | None) -> Figure:
    return {
        "label": label, "n": said, "of": None, "unit": "", "percent": None, "note": note, "state": state,
        "plan": None, "before": None,
    }  # fmt: skip


def _state(measured: Measure, adverse: bool) -> State | None:
    if measured.of is None:
        return "late" if adverse and measured.n else None
    return "done" if measured.n == measured.of else None


def _part(n: float | None, of: int | None) -> float | None:
    return None if n is None or not of else round(n / of, 4)
