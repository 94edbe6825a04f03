"""`make bench`: how long import, pages and indicators take on this machine. Prints; judges nothing."""

import os
import tempfile
from pathlib import Path


def main() -> None:
    with tempfile.TemporaryDirectory(prefix="bench-") as scratch:
        # Set before the program is imported, so that nothing here can reach the real store.
        os.environ["DATABASE_URL"] = f"sqlite:///{Path(scratch) / 'demo.db'}"
        from tests.bench import demonstration, figures, imports, pages, screen, walls

        demonstration.bench()
        figures.bench()
        pages.bench()
        imports.bench(Path(scratch))
        walls.bench()
        screen.bench()


main()
