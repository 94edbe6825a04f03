"""An analyst before the pages: a session of the whole app, opened at one of its pages."""

import os
from pathlib import Path

from streamlit.testing.v1 import AppTest

from services.store import Store

FRAME = Path(__file__).parents[2] / "pages" / "frame.py"


def store() -> Store:
    """Give the store the pages will open."""
    return Store.open(os.environ["DATABASE_URL"])


def opened(page: str, **query: str) -> AppTest:
    """Give a session that has opened a page by its address."""
    app = AppTest.from_file(str(FRAME), default_timeout=30)
    app.run()
    for name, value in query.items():
        app.query_params[name] = value
    app.switch_page(f"{page}.py").run()
    assert not app.exception
    return app


def seen(app: AppTest) -> str:
    """Give every word of the page that is not inside a table."""
    return "\n".join(str(part.value) for kind in ("html", "text", "error", "warning") for part in app.get(kind))
