"""One bar in pieces: how a whole falls into parts, each piece labelled under it and leading to its list."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from services.figures.html.look import leading


@dataclass(frozen=True)
class Segment:
    """One part: glyph and word, how many, the role of its colour, what it leads to."""

    glyph: str
    word: str
    n: int
    role: str
    target: str = ""


def segments(parts: Sequence[Segment], unit_word: str, alt: str) -> str:
    """Give the bar and under it one line per part; an empty part has a line and no piece."""
    pieces = "".join(f'<u class="{part.role}" style="flex-grow:{part.n}">{part.n}</u>' for part in parts if part.n)
    lines = "".join(
        leading(
            part.target if part.n else None, f"{part.word}：{part.n}{unit_word}", "",
            (
                f'<i class="{part.role}">{part.glyph}</i><b>{escape(part.word)}</b>',
                f"<em>{part.n}{escape(unit_word)}</em>",
            ), "li",
        )
        for part in parts
    )  # fmt: skip
    label = escape(alt, quote=True)
    return (
        f'<div class="words segments"><div aria-hidden="true">{pieces}</div><ul aria-label="{label}">{lines}</ul></div>'
    )
