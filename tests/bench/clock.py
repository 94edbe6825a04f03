"""How the benchmarks measure: wall or processor time of a call, the median of several."""

import statistics
import time
from collections.abc import Callable


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
