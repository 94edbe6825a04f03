"""The gate in front of everything: names and origins, sessions, limits, headers."""

from services.access.gate.gate import Gate
from services.access.gate.headers import SAFE
from services.access.gate.standing import HEADER
from services.access.gate.start import objection

__all__ = ["HEADER", "SAFE", "Gate", "objection"]
