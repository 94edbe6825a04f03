"""The three pieces of work as the headline tells them: where each stands and stood, and when it will be done."""

from services.forecast import Forecast, Task, forecast, required
from services.narrative import Work, likely, lying, pace
from services.screen.facts import Facts
from services.tasks import YEARLY, target, tasks

WORKS = {"K01": ("涉改处置", "家"), "K08": ("履职培训", "人"), "K17": ("督查整改", "项")}


def tasks_of(facts: Facts, id: str) -> list[Task]:
    """Give what one of the works counts, as tasks with their dates; nothing where its ledger holds nothing."""
    measured = facts.reported(id)
    if measured is None:
        return []
    return tasks(id, facts.things(id), facts.rows("reform") if id == "K01" else (), measured.of or 0)


def work(facts: Facts, id: str) -> Work:
    """Give one of the works."""
    measured = facts.reported(id)
    if measured is None:
        return Work(None)
    found, as_of = tasks_of(facts, id), facts.at.as_of
    return Work(measured, facts.before(id), forecast(found, as_of), target(id, found, as_of), id in YEARLY)


def ahead(facts: Facts, id: str) -> str:
    """Give when a work will be done and at which pace, in words; nothing where that cannot be said."""
    found, (name, word), as_of = work(facts, id), WORKS[id], facts.at.as_of
    if not isinstance(found.ahead, Forecast):
        return f"{name}：{found.ahead}。" if found.ahead else ""
    until = found.target
    need = required(found.ahead.left, as_of, until) if until else None
    said = [likely(found.ahead, as_of, until if found.yearly else None), pace(found.ahead, need, word)]
    said += [] if found.yearly else [lying(found.ahead, until)]
    return f"{name}：{'，'.join(part for part in said if part)}。"
