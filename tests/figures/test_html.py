"""The pictures made of words: escaped, named for a screen reader, and every unit leads on."""

from html.parser import HTMLParser

from services.figures.html.calls import calls
from services.figures.html.look import stylesheet
from services.figures.html.tiles import Tile, tiles
from services.figures.palette import REFORM

DONE, GAP = REFORM[0], REFORM[-1]
EVIL = '<script>"&'


class Seen(HTMLParser):
    """What a browser would see: the tags, what can be clicked, the labels, the words."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.targets: list[str] = []
        self.labels: list[str] = []
        self.said = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        known = dict(attrs)
        self.tags.append(tag)
        self.targets += [known["data-go"] or ""] if "data-go" in known else []
        self.labels += [known["aria-label"] or ""] if "aria-label" in known else []

    def handle_data(self, data: str) -> None:
        self.said += data


def test_a_tile_leads_to_its_unit_and_a_gap_nowhere() -> None:
    seen = Seen(tiles([Tile(EVIL, EVIL, DONE), Tile("未登记", None, GAP)], EVIL))
    assert seen.targets == [EVIL]
    assert seen.labels[0] == EVIL
    assert "script" not in seen.tags
    assert EVIL in seen.said


def test_tiles_are_counted_in_the_legend() -> None:
    seen = Seen(tiles([Tile(f"第{n}局", f"市第{n}局", DONE) for n in range(87)], "方格图"))
    assert len(seen.targets) == 87
    assert "已完成 87" in seen.said
    assert Seen(tiles([], "无")).targets == []


def test_a_call_says_who_why_and_how_long_and_leads_to_the_unit() -> None:
    seen = Seen(calls([(EVIL, EVIL, "超过时限", 31)], "7件事"))
    assert seen.targets == [EVIL]
    assert "31天" in seen.said
    assert seen.labels == ["7件事", f"{EVIL}：超过时限，31天"]
    assert "script" not in seen.tags


def test_every_state_has_ink_in_both_themes() -> None:
    css = stylesheet()
    for state in REFORM:
        assert f"\n.words .{state.role} {{" in css
        assert f".dark .words .{state.role} {{" in css
