"""From an empty database to the demonstration data (goal: under 30 s on two cores)."""

from services.demo.fill import fill
from services.store import Store
from tests.bench.clock import wall


def bench() -> None:
    store = Store.open()
    seconds = wall(lambda: fill(store))
    print(f"Demonstration data: {seconds:.1f} s for {store.version()} batches\n")
