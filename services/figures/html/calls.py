"""需要领导出面: who, why, and for how many days, one under another."""

from collections.abc import Sequence
from html import escape

from services.figures.html.look import leading


def calls(rows: Sequence[tuple[str, str, str, int]], alt: str) -> str:
    """Give the list of (name as shown, full name it leads to, why, days)."""
    drawn = (
        leading(
            target, f"{target}：{why}，{days}天", "call",
            (f"<b>{escape(name)}</b>", f"<em>{days}<small>天</small></em>", f"<span>{escape(why)}</span>"), "li",
        )
        for name, target, why, days in rows
    )  # fmt: skip
    return f'<div class="words"><ol class="calls" aria-label="{escape(alt, quote=True)}">{"".join(drawn)}</ol></div>'
