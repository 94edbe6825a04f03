"""① One sentence and three figures."""

from services import narrative
from services.screen.facts import Facts
from services.screen.figure import figure
from services.screen.shape import Shown
from services.screen.words import bare, footer, sliced
from services.screen.work import WORKS, ahead, tasks_of, work
from services.tasks import due_by

LEDGERS = ("reform", "posts", "attendance", "findings")
MEANING = "处置按完成日期，培训按本年参训，整改按销号日期，都不晚于截至日期"


def page(facts: Facts) -> Shown:
    """Give the headline of 总览 and its three figures."""
    foot = footer(facts, MEANING, *LEDGERS)
    title = _said(facts)[0]
    if title == narrative.NOTHING:
        return bare(title, foot)
    figures = [figure(facts, id, plan=due_by(tasks_of(facts, id), facts.at.as_of)) for id in WORKS]
    return {"title": sliced(facts, title), "figures": figures, "body": {"kind": "none"}, "footer": foot}


def points(facts: Facts) -> list[str]:
    """Give what follows the headline, and when each work will be done."""
    return [said for said in (_said(facts)[1], *(ahead(facts, id) for id in WORKS)) if said]


def _said(facts: Facts) -> tuple[str, str]:
    coverage, training, rectification = (work(facts, id) for id in WORKS)
    against, as_of = facts.against.name if facts.against else None, facts.at.as_of
    return narrative.overview(coverage, training, rectification, as_of, as_of, against)
