"""The few pieces every SVG picture here is made of."""

from collections.abc import Iterable
from html import escape

from services.figures.palette import DARK, FONT, LIGHT, Palette

Length = float | str  # in the picture's own units, or a share of a strip's width
ROLES = ("done", "far", "doing", "todo", "soon", "late", "off", "unknown")


def picture(
    width: float, height: float, alt: str, parts: Iterable[str], grow: float = 1.25, least: int | None = None
) -> str:
    """Give an <svg> that scales with its place; `alt` says in words what it shows.

    `grow`: how far it may grow past the size its type was chosen for. `least`: the width in px below which it is
    scrolled sideways instead of becoming unreadable.
    """
    label = escape(alt, quote=True)
    body = "".join(parts)
    narrow = f";min-width:{least}px" if least else ""
    size = f'viewBox="0 0 {width:g} {height:g}" style="max-width:{width * grow:.0f}px{narrow}"'
    return f'<svg {size} role="img" aria-label="{label}">{body}</svg>'


def strip(height: float, alt: str, parts: Iterable[str]) -> str:
    """Give an <svg> as wide as its place and `height` px high: type keeps its size, x are shares of the width."""
    label = escape(alt, quote=True)
    return f'<svg style="height:{height:g}px" role="img" aria-label="{label}">{"".join(parts)}</svg>'


def stretched(height: float, parts: Iterable[str]) -> str:
    """Give the curves of a strip; their x run from 0 to 1000 over its width, and their lines keep their thickness."""
    return (
        f'<svg width="100%" height="{height:g}" viewBox="0 0 1000 {height:g}" preserveAspectRatio="none" '
        f'style="height:{height:g}px">{"".join(parts)}</svg>'
    )


def share(part: float) -> str:
    """Give a place or a width in a strip: 0 is its left, 1 its right edge."""
    return f"{100 * part:.2f}%"


def box(x: Length, y: float, width: Length, height: float, role: str, radius: float = 2) -> str:
    """Give a filled rectangle in the ink of a role."""
    return f'<rect x="{_at(x)}" y="{y:g}" width="{_at(width)}" height="{height:g}" rx="{radius:g}" class="{role}"/>'


def words(x: Length, y: float, text: str, style: str = "", anchor: str = "start") -> str:
    """Give one line of text; `style` names classes (muted, small, strong, on-<role>)."""
    return f'<text x="{_at(x)}" y="{y:g}" text-anchor="{anchor}" class="{style}">{escape(text)}</text>'


def rule(x1: Length, y1: float, x2: Length, y2: float, style: str = "line") -> str:
    """Give a thin line."""
    return f'<line x1="{_at(x1)}" y1="{y1:g}" x2="{_at(x2)}" y2="{y2:g}" class="{style}"/>'


def _at(length: Length) -> str:
    return length if isinstance(length, str) else f"{length:g}"


def width_of(text: str) -> float:
    """Give the width of a text in em: a Chinese character is 1, a Latin letter or digit about 0.56."""
    return sum(1.0 if ord(character) > 0x2E7F else 0.56 for character in text)


def clip(text: str, ems: float) -> str:
    """Give the text cut to a width with an ellipsis where it is longer."""
    if width_of(text) <= ems:
        return text
    kept = ""
    for character in text:
        if width_of(kept + character) > ems - 1:
            break
        kept += character
    return kept + "…"


def stylesheet() -> str:
    """Give the CSS for all pictures: light by default, dark under a root element of class "dark"."""
    # Paper is white, whatever the screen.
    return "\n".join([BASE, *_inks("", LIGHT), "@media screen {", *_inks(".dark ", DARK), "}"])


def _inks(scope: str, colours: Palette) -> list[str]:
    lines = [
        f"{scope}text {{ fill: {colours.text}; }}",
        f"{scope}text.muted {{ fill: {colours.muted}; }}",
        f"{scope}text.halo {{ stroke: {colours.background}; }}",
        f"{scope}.line {{ stroke: {colours.line}; }}",
        f"{scope}.mark {{ stroke: {colours.text}; }}",
        f"{scope}.track {{ fill: {colours.line}; }}",
        f"{scope}.trace {{ stroke: {colours.done.fill}; }}",
        f"{scope}.wash {{ fill: {colours.ramp[0]}; }}",
        f"{scope}.fan {{ fill: {colours.ramp[1]}; }}",
        f"{scope}.plan, {scope}.scope {{ stroke: {colours.muted}; }}",
    ]
    for role in ROLES:
        ink = colours.ink(role)
        lines.append(f"{scope}.{role} {{ fill: {ink.fill}; stroke: {ink.edge}; }}")
        lines.append(f"{scope}text.on-{role} {{ fill: {ink.text}; }}")
    for level, colour in enumerate(colours.ramp):
        lines.append(f"{scope}.ramp{level} {{ fill: {colour}; }}")
        lines.append(f"{scope}text.on-ramp{level} {{ fill: {colours.on_ramp(level)}; }}")
    return lines


BASE = f"""
:host, div {{ display: block; }}
.root {{ overflow-x: auto; }}
svg {{ display: block; width: 100%; height: auto; font-family: {FONT}; }}
text {{ font-size: 12px; font-variant-numeric: tabular-nums; }}
text.small {{ font-size: 11px; }}
text.strong {{ font-weight: 700; }}
text.halo {{ paint-order: stroke; stroke-width: 3px; stroke-linejoin: round; }}
line {{ stroke-width: 1; }}
.mark {{ stroke-width: 2; }}
.trace {{ stroke-width: 1.6; fill: none; stroke-linejoin: round; }}
.thick {{ stroke-width: 2.6; }}
.ahead {{ stroke-dasharray: 4 3; }}
.scope {{ fill: none; stroke-width: 1; }}
.plan {{ fill: none; stroke-dasharray: 6 4; }}
.trace, .plan, .scope {{ vector-effect: non-scaling-stroke; }}
.unknown {{ stroke-dasharray: 2 2; }}
[data-go] {{ cursor: pointer; outline: none; }}
.hit {{ fill: transparent; stroke: none; }}
"""
