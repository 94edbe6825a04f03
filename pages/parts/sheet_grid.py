"""A piece of the sheet as Excel shows it: column letters, line numbers, each row in the tint of what it was taken for.

Pure text in, HTML out; words of the file are escaped. The bucket stands before each row as a word too.
"""

from collections.abc import Iterable, Sequence
from html import escape

from pages.parts.sheet_view import BUCKETS
from services.batches.excerpt import Excerpt
from services.errors import Level
from services.ingest.grid import letter, place

ROWS, COLUMNS = 3, 3


def layout(excerpt: Excerpt) -> str:
    """Give the top of the sheet and its last rows, "" for a sheet of which nothing is kept."""
    rows = [*excerpt.top, *excerpt.end]
    filled = [c + 1 for r in rows for c, text in enumerate(excerpt.rows[r]) if text]
    return _table(excerpt, rows, range(max(filled, default=0))) if filled else ""


def around(excerpt: Excerpt, cell: str, level: Level) -> str:
    """Give the rows and columns around a cell with the cell outlined, "" where they are not kept."""
    row, column = place(cell)
    rows = [r for r in range(row - ROWS, row + ROWS + 1) if r in excerpt.rows]
    if row not in rows:
        return ""
    width = max(len(excerpt.rows[row]), column + 1)
    columns = range(max(0, column - COLUMNS), min(width, column + COLUMNS + 1))
    return _table(excerpt, rows, columns, (row, column), level)


def _table(
    excerpt: Excerpt, rows: Sequence[int], columns: range, marked: tuple[int, int] | None = None, level: str = ""
) -> str:
    heads = "".join(f"<th>{letter(c)}</th>" for c in columns)
    lines = [f'<tr><td class="word"></td><th></th>{heads}</tr>']
    before = rows[0] - 1
    for r in rows:
        if r != before + 1:
            lines.append(f'<tr class="gap"><td class="word"></td><th>⋮</th><td colspan="{len(columns)}"></td></tr>')
        bucket = excerpt.buckets.get(r, "blank")
        cells = "".join(_cells(excerpt, r, columns, marked, level))
        word = escape(BUCKETS.get(bucket, bucket))
        lines.append(f'<tr class="is-{escape(bucket)}"><td class="word">{word}</td><th>{r + 1}</th>{cells}</tr>')
        before = r
    return f'<div class="grid"><table>{"".join(lines)}</table></div>'


def _cells(excerpt: Excerpt, r: int, columns: range, marked: tuple[int, int] | None, level: str) -> Iterable[str]:
    """Give the cells of a row; those merged side by side are one, unless the marked one hides among them."""
    c = columns.start
    while c < columns.stop:
        merge = next((m for m in excerpt.merges if m[0] <= r <= m[2] and m[1] <= c <= m[3]), None)
        if merge is None or (marked is not None and marked[0] == r and merge[1] <= marked[1] <= merge[3]):
            style = f' class="mark {level}"' if (r, c) == marked else ""
            yield f"<td{style}>{escape(_text(excerpt, r, c))}</td>"
            c += 1
            continue
        stop = min(merge[3] + 1, columns.stop)
        text = _text(excerpt, r, merge[1]) if r == merge[0] else ""
        style = ' class="under"' if r > merge[0] else ""
        span = f' colspan="{stop - c}"' if stop - c > 1 else ""
        yield f"<td{style}{span}>{escape(text)}</td>"
        c = stop


def _text(excerpt: Excerpt, r: int, c: int) -> str:
    row = excerpt.rows[r]
    return row[c] if c < len(row) else ""
