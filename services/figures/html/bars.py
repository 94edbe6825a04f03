"""What the pictures of bars one under another share: rows whose labels, bars and numbers stand in columns."""

from collections.abc import Iterable, Mapping, Sequence
from html import escape

from services.figures.html.look import leading
from services.figures.svg.draw import width_of

LONGEST = 11.0  # em: a longer label goes on in a second line


def bars(kind: str, labels: Sequence[str], rows: Iterable[str], alt: str) -> str:
    """Give the rows as a picture; the labels get as much room as the longest needs."""
    room = min(LONGEST, max(map(width_of, labels), default=0)) + 1
    style = f'class="bars {kind}" style="--label:{room:g}em"'
    return f'<div class="words"><ul {style} aria-label="{escape(alt, quote=True)}">{"".join(rows)}</ul></div>'


def row(
    label: str, hint: str, parts: Iterable[str], targets: Mapping[str, str] | None = None, chosen: str | None = None
) -> str:
    """Give one row; the `chosen` label stands out, the others recede."""
    style = "" if chosen is None else "chosen" if label == chosen else "aside"
    return leading((targets or {}).get(label), hint, style, (f"<b>{escape(label)}</b>", *parts), "li")
