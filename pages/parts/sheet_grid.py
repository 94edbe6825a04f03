"""A piece of the sheet as Excel shows it: column letters, line numbers, each row in the tint of what it was taken for.

Pure text in, HTML out; words of the file are escaped. The bucket stands before each row as a word too.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import partial
from html import escape
from itertools import groupby

from pages.parts.sheet_view import BUCKETS
from services.batches.excerpt import Excerpt
from services.errors import Level
from services.figures.svg.draw import width_of
from services.ingest.grid import Merge, letter, place

ROWS, COLUMNS = 3, 3
# Around a cell of the original sheet: the rows to either side, and how wide (in characters) the piece may grow; a
# column is as wide as its longest text, up to a limit.
FURTHER, WIDTH, WIDEST, EDGE = 4, 46, 16, 1.5
ORIGIN = "origin"
Place = tuple[int, int]


def layout(excerpt: Excerpt) -> str:
    """Give the top of the sheet and its last rows, "" for a sheet of which nothing is kept."""
    rows = [*excerpt.top, *excerpt.end]
    filled = [c + 1 for r in rows for c, text in enumerate(excerpt.rows[r]) if text]
    return _table(excerpt, rows, range(max(filled, default=0))) if filled else ""


def around(excerpt: Excerpt, cell: str, level: Level) -> str:
    """Give the rows and columns around a cell with the cell outlined, under the header; "" where they are not kept."""
    row, column = place(cell)
    if row not in excerpt.rows:
        return ""
    rows = [r for r in sorted(excerpt.rows) if r == row or _shows(excerpt.buckets.get(r, ""), r - row)]
    width = max(len(excerpt.rows[row]), column + 1)
    columns = range(max(0, column - COLUMNS), min(width, column + COLUMNS + 1))
    return _table(excerpt, rows, columns, (row, column), level)


def _shows(bucket: str, away: int) -> bool:
    """Say whether a row is drawn with one so many rows away: the header always, titles never."""
    return bucket == "header" or (bucket != "title" and abs(away) <= ROWS)


def amid(excerpt: Excerpt, cell: str, always: Iterable[int] = ()) -> str:
    """Give a cell of the original sheet outlined amid its neighbours, under the header; "" where it is not kept.

    `always`: 0-based columns that are drawn however far they are from it.
    """
    row, column = place(cell)
    if row not in excerpt.rows:
        return ""
    near = range(row - FURTHER, row + FURTHER + 1)
    rows = sorted({r for r in (*excerpt.top, *near) if r in excerpt.rows})
    return _table(excerpt, rows, _fitting(excerpt, rows, column, always), (row, column), ORIGIN)


def _fitting(excerpt: Excerpt, rows: Sequence[int], column: int, always: Iterable[int]) -> list[int]:
    """Give the columns there is room for: the cell's own, those drawn always, and its neighbours in turn."""
    width = max(column + 1, *(len(excerpt.rows[r]) for r in rows))
    neighbours = sorted(range(width), key=lambda c: (abs(c - column), -c))
    taken = dict.fromkeys((column, *(c for c in always if c < width)))
    used = sum(_wide(excerpt, rows, c) for c in taken)
    for c in neighbours:
        if c not in taken:
            used += _wide(excerpt, rows, c)
            if used > WIDTH:
                break
            taken[c] = None
    return sorted(taken)


def _wide(excerpt: Excerpt, rows: Sequence[int], c: int) -> float:
    texts = (_text(excerpt, r, c) for r in rows if not _across(excerpt, r, c))
    return min(max(map(width_of, texts), default=0), WIDEST) + EDGE


def _across(excerpt: Excerpt, r: int, c: int) -> bool:
    """Say whether a merge over several columns lies here, whose text widens none of them."""
    return any(_within(merge, r, c) and merge[3] > merge[1] for merge in excerpt.merges)


def _table(
    excerpt: Excerpt, rows: Sequence[int], columns: Iterable[int], marked: Place | None = None, level: str = ""
) -> str:
    across = _stretches(columns)
    count = sum(map(len, across)) + len(across) - 1
    far = {c for stretch in across for c in stretch if marked and level == ORIGIN and abs(c - marked[1]) > 1}
    heads = '<th class="gap">⋯</th>'.join("".join(map(partial(_head, far), stretch)) for stretch in across)
    lines = [f'<tr><td class="word"></td><th></th>{heads}</tr>']
    before = rows[0] - 1
    for down in _stretches(rows):
        if down[0] != before + 1:
            lines.append(f'<tr class="gap"><td class="word"></td><th>⋮</th><td colspan="{count}"></td></tr>')
        before = down[-1]
        for r in down:
            bucket = excerpt.buckets.get(r, "blank")
            gap = '<td class="gap"></td>'
            cells = gap.join("".join(_cells(excerpt, r, down, stretch, marked, level, far)) for stretch in across)
            word = escape(BUCKETS.get(bucket, bucket))
            lines.append(f'<tr class="is-{escape(bucket)}"><td class="word">{word}</td><th>{r + 1}</th>{cells}</tr>')
    return f'<div class="grid"><table>{"".join(lines)}</table></div>'


def _head(far: Collection[int], c: int) -> str:
    return f'<th class="far">{letter(c)}</th>' if c in far else f"<th>{letter(c)}</th>"


def _stretches(numbers: Iterable[int]) -> list[list[int]]:
    """Give runs of numbers that follow one another."""
    runs = groupby(enumerate(numbers), key=lambda item: item[1] - item[0])
    return [[number for _, number in run] for _, run in runs]


def _cells(
    excerpt: Excerpt,
    r: int,
    down: Sequence[int],
    across: Sequence[int],
    marked: Place | None,
    level: str,
    far: Collection[int],
) -> Iterator[str]:
    """Give the cells of a row, merged ones as one as far as they are drawn; `far` ones give way on a narrow screen."""
    for c in across:
        merge = next((m for m in excerpt.merges if _within(m, r, c) and not _hides(excerpt, m, marked)), None)
        if merge is None:
            style = f' class="mark {level}"' if (r, c) == marked else ' class="far"' if c in far else ""
            yield f"<td{style}>{escape(_text(excerpt, r, c))}</td>"
        elif (r, c) == (max(merge[0], down[0]), max(merge[1], across[0])):
            high, wide = min(merge[2], down[-1]) - r + 1, min(merge[3], across[-1]) - c + 1
            style = f' class="mark {level}"' if marked is not None and _within(merge, *marked) else ""
            style += f' rowspan="{high}"' if high > 1 else ""
            style += f' colspan="{wide}"' if wide > 1 else ""
            yield f"<td{style}>{escape(_text(excerpt, merge[0], merge[1]))}</td>"


def _within(merge: Merge, r: int, c: int) -> bool:
    return merge[0] <= r <= merge[2] and merge[1] <= c <= merge[3]


def _hides(excerpt: Excerpt, merge: Merge, marked: Place | None) -> bool:
    """Say whether a value of its own stands in the marked cell under the merge: it is drawn apart then."""
    if marked is None or not _within(merge, *marked) or marked == merge[:2]:
        return False
    return bool(_text(excerpt, *marked))


def _text(excerpt: Excerpt, r: int, c: int) -> str:
    row = excerpt.rows.get(r, ())
    return row[c] if c < len(row) else ""
