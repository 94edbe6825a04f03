"""How the benchmarks measure: wall or processor time of a call, the median of several."""

import os
import statistics
import time
from collections.abc import Callable
from typing import NamedTuple


class Spent(NamedTuple):
    """What work took: seconds by the clock on the wall, and processor seconds of this process and those it started.

    On a machine that does other work too only the latter can be compared.
    """

    wall: float
    cpu: float


def spent(work: Callable[[], object]) -> Spent:
    """Give what one call took; of the processes it started, those that have ended."""
    before, start = os.times(), time.perf_counter()
    work()
    wall, after = time.perf_counter() - start, os.times()
    return Spent(wall, sum(after[:4]) - sum(before[:4]))


def wall(work: Callable[[], object]) -> float:
    """Give the wall seconds of one call."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def cpu(work: Callable[[], object]) -> float:
    """Give the processor seconds of one call, over all threads of this process."""
    start = time.process_time()
    work()
    return time.process_time() - start


def median(measure: Callable[[Callable[[], object]], float], work: Callable[[], object], times: int = 5) -> float:
    """Give the median of several measurements."""
    return statistics.median(measure(work) for _ in range(times))
