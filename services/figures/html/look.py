"""The CSS of the pictures made of words, in both themes, and the pieces they share."""

from collections.abc import Iterable
from html import escape
from pathlib import Path

from services.figures.palette import DARK, LIGHT, Palette
from services.figures.svg.draw import ROLES

SHEETS = tuple(Path(__file__).parent / name for name in ("look.css", "grids.css"))


def stylesheet() -> str:
    """Give the CSS: light by default, dark under a root element of class "dark"."""
    sheets = (sheet.read_text(encoding="utf-8") for sheet in SHEETS)
    return "\n".join([*sheets, *_inks("", LIGHT), *_inks(".dark ", DARK)])


def leading(target: str | None, hint: str, style: str, parts: Iterable[str], tag: str = "div") -> str:
    """Give an element that leads to `target` when clicked (None: nowhere); `hint` shows under the pointer."""
    said, inner = escape(hint, quote=True), "".join(parts)
    if not target:
        return f'<{tag} class="{style}" title="{said}">{inner}</{tag}>'
    go = f'data-go="{escape(target, quote=True)}" tabindex="0" role="link"'
    return f'<{tag} class="{style}" {go} title="{said}" aria-label="{said}">{inner}</{tag}>'


def _inks(scope: str, colours: Palette) -> list[str]:
    lines = [
        f"{scope}.words {{ color: {colours.text}; --muted: {colours.muted}; --line: {colours.line}; "
        f"--ground: {colours.background}; }}",
        f"{scope}.words [data-go]:focus-visible {{ outline: 2px solid {colours.text}; outline-offset: 1px; }}",
    ]
    for role in ROLES:
        ink = colours.ink(role)
        edge = "dotted" if role == "unknown" else "solid"
        striped = f"repeating-linear-gradient(135deg, {ink.fill} 0 6px, {colours.line} 6px 7px)"
        fill = striped if role == "off" else ink.fill
        paint = f"background: {fill}; border: 1px {edge} {ink.edge}; color: {ink.text};"
        lines.append(f"{scope}.words .{role} {{ {paint} }}")
    for level, colour in enumerate(colours.ramp):
        lines.append(f"{scope}.words .ramp{level} {{ background: {colour}; color: {colours.on_ramp(level)}; }}")
    return lines
