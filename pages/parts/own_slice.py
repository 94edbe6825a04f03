"""The dimensions of one figure in the URL, "by.<dimension>": they stay on their page and in its lists."""

from collections.abc import Mapping

MARK = "by."


def marked(where: Mapping[str, str]) -> dict[str, str]:
    """Give a slice as it is written into the URL."""
    return {f"{MARK}{name}": word for name, word in where.items()}


def read(params: Mapping[str, str]) -> dict[str, str]:
    """Give the slice that a URL's query asks for."""
    return {name.removeprefix(MARK): params[name] for name in params if name.startswith(MARK) and params[name]}
