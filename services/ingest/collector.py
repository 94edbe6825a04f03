"""Leave the garbage collector out while many long-lived objects are made."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def paused() -> Iterator[None]:
    """Pause collection: walking millions of cells over and over costs more than reading them."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            # What was made meanwhile is old from now on; as young as it is, the next collection would walk it all.
            gc.freeze()
            gc.unfreeze()
            gc.enable()
