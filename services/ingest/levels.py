"""The titles over each column, from however many header rows there are."""

from services.ingest.view import View
from services.text import normal


def paths(view: View, first: int, last: int, width: int) -> list[tuple[str, ...]]:
    """Give for every column its titles from the top level down, () where it has none."""
    levels = [_level(view, r, last, width) for r in range(first, last + 1)]
    found = []
    for c in range(width):
        path: list[str] = []
        for level in levels:
            text = level[c]
            if text and (not path or path[-1] != text):
                path.append(text)
        found.append(tuple(path))
    return found


def _level(view: View, r: int, last: int, width: int) -> list[str]:
    """Give the text over each column in one header row; a group reaches right over the blanks beside it."""
    level = [""] * width
    for c in range(width):
        merge = view.covered.get(r, {}).get(c)
        row, column = (merge[0], merge[1]) if merge else (r, c)
        cell = view.rows[row][column]
        level[c] = "" if cell is None else "".join(line.strip() for line in str(cell).splitlines())
    if r < last:
        for c in range(1, width):
            alone = not level[c] and level[c - 1] and c not in view.covered.get(r, {})
            if (
                alone
                and c in view.anchors[r + 1]
                and (c - 1 in view.anchors[r + 1] or c - 1 in view.covered.get(r, {}))
            ):
                level[c] = level[c - 1]
    return level


def same_row(view: View, r: int, other: int) -> bool:
    """Say whether two rows hold the same texts in the same columns."""
    if view.anchors[r] != view.anchors[other]:
        return False
    return all(normal(view.text(r, c)) == normal(view.text(other, c)) != "" for c in view.anchors[r])
