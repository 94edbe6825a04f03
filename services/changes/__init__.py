"""Why a figure moved between two moments: every thing that came or went, in one of four classes, with its reason."""

from services.changes.change import KINDS, Amount, Change, Kind, Place, Split
from services.changes.comparison import Comparison
from services.changes.sentence import amounts, classes, figure, names, sentence

__all__ = [
    "KINDS",
    "Amount",
    "Change",
    "Comparison",
    "Kind",
    "Place",
    "Split",
    "amounts",
    "classes",
    "figure",
    "names",
    "sentence",
]
