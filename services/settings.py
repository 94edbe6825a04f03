"""Where things are: read from the environment once, never from a page."""

import os
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
DATA = ROOT / "data"


def database_url() -> str:
    """Give the store's SQLAlchemy URL: DATABASE_URL, else a SQLite file under data/."""
    return os.environ.get("DATABASE_URL") or f"sqlite:///{DATA / 'dashboard.db'}"
