"""What goes to the log of a fault: where it happened and of what kind it is, never what it says.

What an exception says may quote the value of a cell, and a log is read by people who may not see that.
"""

import logging
import traceback
from types import TracebackType

Raised = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]


class Discreet(logging.Formatter):
    """Writes a record as the formatter before it did, but for the words of exceptions."""

    def __init__(self, before: logging.Formatter | None) -> None:
        super().__init__()
        self._before = before or logging.Formatter("%(message)s")

    def format(self, record: logging.LogRecord) -> str:
        """Give a record's line and under it, for an exception, the places it went through and its kind."""
        kept = (record.exc_info, record.exc_text, record.stack_info)
        record.exc_info, record.exc_text, record.stack_info = None, None, None
        try:
            line = self._before.format(record)
        finally:
            record.exc_info, record.exc_text, record.stack_info = kept
        return f"{line}\n{self.formatException(kept[0])}" if kept[0] and kept[0][0] else line

    def formatException(self, ei: Raised) -> str:  # noqa: N802
        """Give the places an exception, and those that led to it, went through."""
        lines, error = [], ei[1]
        while error is not None:
            lines += [f"{type(error).__module__}.{type(error).__qualname__}"]
            lines += [
                f"  {each.filename}:{each.lineno} {each.name}" for each in traceback.extract_tb(error.__traceback__)
            ]
            error = error.__cause__ or error.__context__
        return "\n".join(lines)


def log_discreetly() -> None:
    """Let every handler there is write discreetly."""
    known = [logging.getLogger(), *map(logging.getLogger, list(logging.root.manager.loggerDict))]
    handlers = {handler for logger in known for handler in logger.handlers}
    for handler in [*handlers, *filter(None, [logging.lastResort])]:
        if not isinstance(handler.formatter, Discreet):
            handler.setFormatter(Discreet(handler.formatter))
