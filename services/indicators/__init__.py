"""The engine: an indicator is one SQL select, measured at a moment and turned back into its rows."""

from services.indicators.counted import Counted
from services.indicators.folded import Folded, fold, holds, together
from services.indicators.indicator import Indicator
from services.indicators.items import items
from services.indicators.measure import Group, Measure, figure, measure, measure_all
from services.indicators.moment import At, Moment, at, live
from services.indicators.series import Point, series
from services.indicators.targets import targets_in_force
from services.indicators.trace import Part, TracedRow, trace, trace_json

__all__ = [
    "At",
    "Counted",
    "Folded",
    "Group",
    "Indicator",
    "Measure",
    "Moment",
    "Part",
    "Point",
    "TracedRow",
    "at",
    "figure",
    "fold",
    "holds",
    "items",
    "live",
    "measure",
    "measure_all",
    "series",
    "targets_in_force",
    "together",
    "trace",
    "trace_json",
]
