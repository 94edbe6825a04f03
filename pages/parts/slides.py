"""What a playlist will show, page by page in small: titles and numbers in full, everything below them as a sketch."""

from collections.abc import Iterable
from html import escape

import streamlit as st

from services.screen.shape import Body, Content, Figure, Page

LINES, WALKS = 5, 7  # what fits in a picture this small


def slides(content: Content) -> None:
    """Show every page of what a screen will be sent."""
    pages = content["pages"]
    drawn = (_slide(content, page, place) for place, page in enumerate(pages, start=1))
    st.html(f'<div class="slides">{"".join(drawn)}</div>')


def _slide(content: Content, page: Page, place: int) -> str:
    footer = page["footer"]
    return (
        f'<div class="slide {content["theme"]}"><h4>{escape(page["title"])}</h4>'
        f'<div class="numbers-of">{"".join(map(_figure, page["figures"]))}</div>'
        f'<div class="sketch">{_sketch(page["body"])}</div>'
        f'<div class="foot"><span title="{escape(footer["meaning"], quote=True)}">{escape(footer["source"])}</span>'
        f"<span>{escape(footer['as_of'])} · {page['seconds']}秒 · {place}/{len(content['pages'])}</span></div></div>"
    )


def _figure(figure: Figure) -> str:
    of = f"/{escape(figure['of'])}" if figure["of"] else ""
    number = f"<b>{escape(figure['n'])}{of}</b>{escape(figure['percent'] or figure['unit'])}"
    return f"<p><span>{escape(figure['label'])}</span><span>{number}</span></p>"


def _sketch(body: Body) -> str:
    match body["kind"]:
        case "none":
            return ""
        case "tiles":
            return _squares(item["state"] for item in body["items"])
        case "steps":
            return "".join(_squares(cell["state"] for cell in walk["cells"]) for walk in body["rows"][:WALKS])
        case "list":
            rows = [_line("head", body["columns"]), *(_line("", row["cells"]) for row in body["rows"][:LINES])]
            return "".join(rows) if body["rows"] else escape(body["empty"])
        case "bars":
            return "".join(
                _line("", (bar["label"], f"{bar['n']}/{bar['of']}", bar["percent"])) for bar in body["rows"][:LINES]
            )


def _squares(states: Iterable[str]) -> str:
    return f'<div class="squares">{"".join(f"""<i class="{state}"></i>""" for state in states)}</div>'


def _line(look: str, cells: Iterable[str]) -> str:
    return f'<div class="line {look}">{"".join(f"<span>{escape(cell)}</span>" for cell in cells)}</div>'
