"""When something was done, as the clock on the wall had it: the store keeps universal time."""

from datetime import datetime


def local(moment: datetime) -> datetime:
    """Give the moment in the server's own time zone."""
    return moment.astimezone()


def said(moment: datetime) -> str:
    """Give the moment as text: 2023-10-28 15:14."""
    return f"{local(moment):%Y-%m-%d %H:%M}"
