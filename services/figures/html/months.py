"""Columns side by side, one per month: how many, and of them how many are done where that is asked."""

from collections.abc import Mapping, Sequence
from html import escape

from services.figures.html.look import leading
from services.share import written

HIGH = 120  # px


def months(
    rows: Sequence[tuple[str, float, float | None]],
    unit_word: str,
    alt: str,
    targets: Mapping[str, str] | None = None,
) -> str:
    """Give one column per month ("2023-05", how many, how many of them done or None), the year under its first one.

    `targets`: what the column of a month leads to.
    """
    most = max((count for _, count, _ in rows), default=0) or 1
    drawn, year = [], ""
    for month, count, done in rows:
        named = f"{month[:4]}年" if month[:4] != year else ""
        year = month[:4]
        whole = round(HIGH * count / most)
        part = whole if done is None else round(HIGH * done / most)
        said = f"{month}：{written(count)}{unit_word}" + ("" if done is None else f"，其中完成{written(done)}")
        bars = f'<u class="far" style="height:{whole - part}px"></u>' if whole > part else ""
        bars += f'<u class="done" style="height:{part}px"></u>' if part else ""
        label = f"<small>{month[5:].lstrip('0')}月<br>{named}</small>"
        column = (f"<em>{written(count) if count else ''}</em>", bars, label)
        drawn.append(leading((targets or {}).get(month) if count else None, said, "", column, "li"))
    return f'<div class="words"><ol class="months" aria-label="{escape(alt, quote=True)}">{"".join(drawn)}</ol></div>'
