"""What pages ask at one state of the store is asked again at the next before anybody waits for it.

The questions are those people really asked, so no list of what each page shows has to be kept here.
"""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import wraps
from inspect import signature
from threading import Lock
from typing import Any, ParamSpec, TypeVar

from services.errors import DashboardError

P = ParamSpec("P")
R = TypeVar("R")
Question = tuple[Callable[..., Any], tuple[Any, ...]]
KEPT = 600  # questions; those not asked for longest are forgotten first
log = logging.getLogger(__name__)

_asked: dict[Question, None] = {}
_lock = Lock()


@dataclass(frozen=True)
class State:
    """One state of a store as pages see it: its name, the day they stand at, its newest batch."""

    stamp: str
    day: date
    batch: int


def ahead(function: Callable[P, R]) -> Callable[P, R]:
    """Note what a cached function (stamp, …) is asked, unless a slice is asked for (`where`): there are too many."""
    names = list(signature(function).parameters)
    sliced = names.index("where") if "where" in names else len(names)

    @wraps(function)
    def ask(*args: P.args, **named: P.kwargs) -> R:
        if not named and not any(args[sliced : sliced + 1]):
            with _lock:
                _asked.pop((function, args), None)  # so that it stands last
                _asked[function, args] = None
                while len(_asked) > KEPT:
                    del _asked[next(iter(_asked))]
        return function(*args, **named)

    return ask


def again(old: State, new: State) -> int:
    """Ask at `new` what was asked at `old`; give how many questions that were. A question that fails is logged."""
    questions = _moved(old, new)
    for function, args in questions:
        try:
            function(*args)
        except DashboardError:
            log.exception("could not be asked ahead: %s %s", function, args)
    return len(questions)


def _moved(old: State, new: State) -> list[Question]:
    """Take the questions along from one state to the next; those about any other are forgotten."""
    with _lock:
        since = [question for question in _asked if question[1][0] == new.stamp]
        moved = [
            (function, (new.stamp, *(_value(name, each, old, new) for name, each in _named(function, args))))
            for function, args in _asked
            if args[0] == old.stamp
        ]
        _asked.clear()
        _asked.update(dict.fromkeys([*moved, *since]))
        return list(_asked)


def _named(function: Callable[..., Any], args: tuple[Any, ...]) -> list[tuple[str, Any]]:
    return list(zip(signature(function).parameters, args, strict=False))[1:]


def _value(name: str, value: Any, old: State, new: State) -> Any:
    """Give the newest batch for what was the newest batch, and the day pages stand at for what was that day."""
    if name == "batch" and value == old.batch:
        return new.batch
    if value == (old.day, old.batch):
        return (new.day, new.batch)
    if isinstance(value, tuple):
        return tuple(_value("", each, old, new) for each in value)
    return new.day if value == old.day else value
