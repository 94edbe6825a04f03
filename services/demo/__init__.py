"""The demonstration: a city that does not exist, told by the spreadsheets its office would have sent."""

from services.demo.days import AS_OF
from services.demo.file import DemoFile
from services.demo.schedule import demonstration

__all__ = ["AS_OF", "DemoFile", "demonstration"]
