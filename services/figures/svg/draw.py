"""The few pieces every SVG picture here is made of."""

from collections.abc import Iterable
from html import escape

from services.figures.palette import DARK, FONT, LIGHT, Palette

ROLES = ("done", "far", "doing", "todo", "soon", "late", "off", "unknown")


def picture(width: float, height: float, alt: str, parts: Iterable[str], grow: float = 1.25) -> str:
    """Give an <svg> that scales with its place; `alt` says in words what it shows.

    `grow`: how far it may grow past the size its type was chosen for.
    """
    label = escape(alt, quote=True)
    body = "".join(parts)
    size = f'viewBox="0 0 {width:g} {height:g}" style="max-width:{width * grow:.0f}px"'
    return f'<svg {size} role="img" aria-label="{label}">{body}</svg>'


def box(x: float, y: float, width: float, height: float, role: str, radius: float = 2) -> str:
    """Give a filled rectangle in the ink of a role."""
    return f'<rect x="{x:g}" y="{y:g}" width="{width:g}" height="{height:g}" rx="{radius:g}" class="{role}"/>'


def words(x: float, y: float, text: str, style: str = "", anchor: str = "start") -> str:
    """Give one line of text; `style` names classes (muted, small, strong, on-<role>)."""
    return f'<text x="{x:g}" y="{y:g}" text-anchor="{anchor}" class="{style}">{escape(text)}</text>'


def rule(x1: float, y1: float, x2: float, y2: float, style: str = "line") -> str:
    """Give a thin line."""
    return f'<line x1="{x1:g}" y1="{y1:g}" x2="{x2:g}" y2="{y2:g}" class="{style}"/>'


def button(target: str, hint: str, parts: Iterable[str]) -> str:
    """Give a group that leads to `target` when clicked; `hint` is shown under the pointer and read aloud."""
    said, value = escape(hint), escape(target, quote=True)
    return (
        f'<g data-go="{value}" tabindex="0" role="link" aria-label="{escape(hint, quote=True)}">'
        f"<title>{said}</title>{''.join(parts)}</g>"
    )


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
    return "\n".join([BASE, *_inks("", LIGHT), *_inks(".dark ", DARK)])


def _inks(scope: str, colours: Palette) -> list[str]:
    lines = [
        f"{scope}text {{ fill: {colours.text}; }}",
        f"{scope}text.muted {{ fill: {colours.muted}; }}",
        f"{scope}.line {{ stroke: {colours.line}; }}",
        f"{scope}.mark {{ stroke: {colours.text}; }}",
        f"{scope}.track {{ fill: {colours.line}; }}",
        f"{scope}.trace {{ stroke: {colours.done.fill}; }}",
        f"{scope}.wash {{ fill: {colours.ramp[0]}; }}",
    ]
    for role in ROLES:
        ink = colours.ink(role)
        lines.append(f"{scope}.{role} {{ fill: {ink.fill}; stroke: {ink.edge}; }}")
        lines.append(f"{scope}text.on-{role} {{ fill: {ink.text}; }}")
    for level, colour in enumerate(colours.ramp):
        lines.append(f"{scope}.ramp{level} {{ fill: {colour}; }}")
        lines.append(f"{scope}text.on-ramp{level} {{ fill: {colours.background if level > 2 else colours.text}; }}")
    return lines


BASE = f"""
:host, div {{ display: block; }}
svg {{ display: block; width: 100%; height: auto; font-family: {FONT}; }}
text {{ font-size: 12px; font-variant-numeric: tabular-nums; }}
text.small {{ font-size: 11px; }}
text.strong {{ font-weight: 700; }}
line {{ stroke-width: 1; }}
.mark {{ stroke-width: 2; }}
.trace {{ stroke-width: 1.6; fill: none; stroke-linejoin: round; }}
.unknown {{ stroke-dasharray: 2 2; }}
[data-go] {{ cursor: pointer; outline: none; }}
[data-go]:hover rect, [data-go]:focus rect {{ stroke-width: 2.5; }}
"""
