"""Keeps the figures of the newest state of the store measured, so that the first visit after a commit is quick."""

import asyncio
import logging

from pages.parts import data
from pages.parts.ahead import State, again
from pages.parts.measured import measures
from pages.parts.view import View
from services.ledgers import indicators

EVERY = 2.0  # seconds between two looks at the store
log = logging.getLogger(__name__)


async def keep_warm() -> None:
    """Look for a new state of the store and measure it beside the visits; a figure both need is measured once."""
    last: State | None = None
    while True:
        try:
            last = await asyncio.to_thread(catch_up, last)
        except Exception:  # a figure that cannot be measured must not end the watch; the page that shows it says so
            log.exception("figures were not measured ahead")
        await asyncio.sleep(EVERY)


def catch_up(last: State | None) -> State:
    """Measure what is asked for at the state the store is in, where it is not the last one; give this state."""
    now = data.now()
    state = State(now.stamp, now.day, now.batch)
    if last is None:
        first(now)
    elif state != last:
        again(last, state)
    return state


def first(now: data.Now) -> None:
    """Ask what most pages ask, for nobody has yet: each figure, today and at the newest snapshot."""
    newest = next(iter(now.snapshots.values()), None)
    for as_of, batch in dict.fromkeys(filter(None, [(now.day, now.batch), newest])):
        measures(now.stamp, View(as_of, batch), *indicators())
        data.targets(now.stamp, as_of, batch)
        data.filled(now.stamp, batch)
