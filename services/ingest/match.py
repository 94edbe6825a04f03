"""Which column of a sheet holds which field of a ledger: by exact header only (ledgers.md §3)."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace

from services.ingest.cells import Unreadable
from services.ingest.choices import chooser
from services.ingest.correction import SECTION, section_word
from services.ingest.grid import letter
from services.ingest.shape import Shape
from services.ledger import Column, Ledger
from services.text import header

# Columns whose cells are never read, by the form in which headers are compared (ledgers.md §3).
NEVER_STORED = frozenset({
    "身份证", "身份证号", "身份证号码", "身份证件号", "身份证件号码", "居民身份证", "居民身份证号", "居民身份证号码",
    "公民身份号码", "公民身份证号码", "身份号码", "证件号", "证件号码", "住址", "家庭住址", "现住址", "居住地址",
    "家庭地址", "户籍地址", "户籍所在地", "常住地址", "民族", "处分", "处分情况", "受处分情况", "党纪处分",
    "政务处分", "党纪政务处分", "照片", "相片", "证件照", "健康", "健康状况", "身体状况", "健康情况",
})  # fmt: skip


@dataclass(frozen=True)
class Match:
    """`columns`: field → 0-based column. `unknown` and `dropped` are titles as written, the latter with its column.

    `missing`: required columns that are not there and that nothing stands in for: no title, no value for the sheet.
    `titles`: 0-based column → title, of every column that can be given a meaning. `section`: the field that the
    section rows stand for.
    """

    ledger: Ledger
    columns: dict[str, int]
    unknown: list[str]
    dropped: list[tuple[str, int]]
    missing: list[Column]
    titles: dict[int, str] = field(default_factory=dict)
    section: str | None = None


def match(
    shape: Shape,
    ledger: Ledger,
    chosen: Mapping[str, str] = {},
    barred: Collection[int] = (),
    given: Collection[str] = (),
) -> Match:
    """Give the columns of a sheet by field: the first that matches wins, the last header row's text counts.

    Where that text says nothing, or stands over several columns, the path 上/下 decides. `chosen` goes
    before both: a person's word on what a column holds (Correction.columns). `barred` columns are not read whatever
    anybody says. `given`: the fields for which one value was given for the whole sheet.
    """
    chosen = {source: name for source, name in chosen.items() if not name or name in ledger.by_id}
    claimed = {name for source, name in chosen.items() if name and source != SECTION}
    fields = {header(text): column.id for column in reversed(ledger.columns) for text in column.aliases}
    fields |= {header(column.title): column.id for column in ledger.columns}
    leaves = Counter(header(path[-1]) for path in shape.headers if path)
    columns: dict[str, int] = {}
    unknown: list[str] = []
    dropped: list[tuple[str, int]] = []
    titles: dict[int, str] = {}
    for c, path in enumerate(shape.headers):
        if c == shape.position or not (path or c in shape.untitled):
            continue
        leaf = header(path[-1]) if path else ""
        name = fields.get(leaf)
        forms = [join(map(header, path[level:])) for level in range(len(path) - 1) for join in ("/".join, "".join)]
        if forms and (name is None or leaves[leaf] > 1):
            name = next((fields[form] for form in forms if form in fields), None)
        title = f"{letter(c)}列（没有标题）" if not path else "/".join(path) if leaves[leaf] > 1 else path[-1]
        if not NEVER_STORED.isdisjoint([leaf, *forms]) or c in barred:
            dropped.append((path[-1] if path else title, c))
            continue
        titles[c] = title
        if letter(c) in chosen:
            name = chosen[letter(c)]
        elif name in claimed:
            name = None
        if not name or name in columns:
            unknown.append(title)
        else:
            columns[name] = c
    section = chosen[SECTION] or None if SECTION in chosen else _sections(shape, ledger, columns)
    missing = _missing(shape, ledger, {*columns, *given, *([section] if section else [])})
    return Match(ledger, columns, unknown, dropped, missing, titles, section)


def _sections(shape: Shape, ledger: Ledger, found: Collection[str]) -> str | None:
    """Give the column that is not there and whose choices the section rows name, every one of them."""
    name, titles = ledger.sections, set(shape.sections.values())
    if name is None or name in found or not titles:
        return None
    read = chooser(replace(ledger.by_id[name], open_choice=False))
    try:
        for title in titles:
            read(section_word(title))
    except Unreadable:
        return None
    return name


def _missing(shape: Shape, ledger: Ledger, found: Collection[str]) -> list[Column]:
    titled = ledger.titled(shape.facts) if ledger.titled else {}
    there = {*found, *titled}
    missing = [column for column in ledger.required if column.id not in there]
    for group in ledger.requires_one_of:
        if not there.intersection(group):
            missing.append(ledger.by_id[group[0]])
    return missing


def recognise(shape: Shape, ledgers: Sequence[Ledger]) -> Ledger | None:
    """Give the ledger whose required columns are all there and to which most headers belong; None when unclear."""
    found = []
    for ledger in ledgers:
        matched = match(shape, ledger)
        if matched.columns and not matched.missing:
            titled = any(ledger.title in title for title in shape.facts.titles)
            found.append((len(matched.columns) / (len(matched.columns) + len(matched.unknown)), titled, ledger))
    found.sort(key=lambda each: each[:2], reverse=True)
    if not found or found[0][0] < 0.5 or (len(found) > 1 and found[0][:2] == found[1][:2]):
        return None
    return found[0][2]
