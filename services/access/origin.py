"""Where a request comes from: the network address of whoever asks, None on the server itself."""

from contextvars import ContextVar

address: ContextVar[str | None] = ContextVar("address", default=None)
