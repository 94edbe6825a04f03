"""The registers of the indicators' tests, for what stands beside the figures."""

from tests.indicators.conftest import register, stored

__all__ = ["register", "stored"]
