"""Each indicator on the demonstration data: the total, and split by 领域 (goal: about 30 ms)."""

from services.indicators import Moment, at, measure
from services.ledgers import indicators
from services.store import Store
from tests.bench.clock import median, wall


def bench() -> None:
    store = Store.open()
    print("Indicator    total ms   by domain ms")
    with store.read() as connection:
        now = at(connection, Moment(store.today(), store.version()))
        for name, indicator in indicators().items():
            total = median(wall, lambda: measure(connection, indicator, now)) * 1000
            split = median(wall, lambda: measure(connection, indicator, now, by="domain")) * 1000
            print(f"{name:10} {total:10.1f} {split:14.1f}")
    print()
