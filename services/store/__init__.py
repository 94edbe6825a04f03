"""The store: typed tables of row versions, opened in one place."""

from services.store.engine import Store

__all__ = ["Store"]
