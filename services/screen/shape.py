"""The JSON of the wall: what the server sends and the static page draws. Persons' names have no place in it."""

from typing import Literal, TypedDict

State = Literal["done", "doing", "todo", "soon", "late", "na", "unknown"]


class Figure(TypedDict):
    """A number in words, so that 0, 未报, 未到期 and 不适用 differ; `plan` and `before` are shares of 1."""

    label: str
    n: str
    of: str | None
    unit: str
    percent: str | None
    note: str | None
    state: State | None
    plan: float | None
    before: float | None


class Tile(TypedDict):
    """One unit, by its short name."""

    id: str
    label: str
    state: State


class Sign(TypedDict):
    """What a state means among the tiles, and how many there are of it."""

    state: State
    word: str
    count: int


class Tiles(TypedDict):
    """Every unit with its state, in official order."""

    kind: Literal["tiles"]
    items: list[Tile]
    legend: list[Sign]


class Cell(TypedDict):
    """One step of one unit, with the day it was taken."""

    state: State
    text: str


class Walk(TypedDict):
    """One unit's way through the steps."""

    id: str
    label: str
    cells: list[Cell]


class Steps(TypedDict):
    """The step matrix."""

    kind: Literal["steps"]
    steps: list[str]
    rows: list[Walk]


class Line(TypedDict):
    """One row of a list."""

    id: str
    cells: list[str]
    state: State | None


class Listing(TypedDict):
    """A list under its headings; `empty` is said where it has no rows."""

    kind: Literal["list"]
    columns: list[str]
    rows: list[Line]
    empty: str


class Bar(TypedDict):
    """A share of one part."""

    id: str
    label: str
    n: int
    of: int
    percent: str
    plan: float | None


class Bars(TypedDict):
    """Shares side by side, in official order."""

    kind: Literal["bars"]
    rows: list[Bar]


class Nothing(TypedDict):
    """No body: the figures stand alone."""

    kind: Literal["none"]


Body = Tiles | Steps | Listing | Bars | Nothing


class Footer(TypedDict):
    """Where the page's numbers come from, what they count, and as of when."""

    source: str
    meaning: str
    as_of: str


class Shown(TypedDict):
    """What a page shows; one without figures and body has nothing but its sentence to say."""

    title: str
    figures: list[Figure]
    body: Body
    footer: Footer


class Page(Shown):
    """A page with its kind and how long it stands."""

    kind: str
    seconds: int


class Content(TypedDict):
    """Everything a screen shows. `version` is the digest of all the rest."""

    version: str
    as_of: str
    as_of_words: str
    snapshot: str | None
    batch: int
    data_at: str | None
    theme: str
    inches: int
    metres: float
    pages: list[Page]
