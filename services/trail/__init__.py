"""The audit as people read it."""

from services.trail.rows import PAGE, Entry, Wanted, actors, exported, listed

__all__ = ["PAGE", "Entry", "Wanted", "actors", "exported", "listed"]
