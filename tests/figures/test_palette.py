"""The colours can be read and told apart, in both themes and by every eye; and the measure itself is right."""

import re
import tomllib
from itertools import combinations
from pathlib import Path

import pytest

from services.figures.html import look
from services.figures.palette import DARK, LIGHT, Palette
from services.figures.svg import draw
from tests.figures.colour import SIGHTS, ciede2000, contrast, distance

ROOT = Path(__file__).parents[2]
FIGURES, PARTS = ROOT / "services" / "figures", ROOT / "pages" / "parts"
CONFIG = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text("utf-8"))
HOUSE = {"#B8141C", "#C9252C", "#8F0F16", "#F2C14E"}  # red and gold of the frame
NAMED = re.compile(r"#[0-9A-Fa-f]{6}\b|[\"'](?:red|crimson|gold|orange|green|blue)[\"']")
ROLES = ("done", "far", "doing", "todo", "soon", "late", "off", "unknown")
STATES = ("done", "far", "todo", "soon", "late")  # doing is a step of far; off is hatched, unknown dotted
THEMES = pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ((50.0, 2.6772, -79.7751), (50.0, 0.0, -82.7485), 2.0425),
        ((50.0, 2.5, 0.0), (56.0, -27.0, -3.0), 31.9030),
        ((50.0, -0.001, 2.49), (50.0, 0.0011, -2.49), 4.7461),
        ((2.0776, 0.0795, -1.1350), (0.9033, -0.0636, -0.5514), 0.9082),
        ((90.8027, -2.0831, 1.4410), (91.1528, -1.6435, 0.0447), 1.4441),
    ],
)
def test_the_distance_is_that_of_its_published_examples(
    one: tuple[float, float, float], other: tuple[float, float, float], expected: float
) -> None:
    assert ciede2000(one, other) == pytest.approx(expected, abs=1e-4)
    assert ciede2000(other, one) == pytest.approx(expected, abs=1e-4)


def test_contrast_runs_from_1_to_21() -> None:
    assert contrast("#FFFFFF", "#000000") == pytest.approx(21)
    assert contrast("#777777", "#777777") == 1


@THEMES
def test_every_text_can_be_read(palette: Palette) -> None:
    pairs = [(palette.text, palette.background), (palette.muted, palette.background)]
    pairs += [(palette.ink(role).text, palette.ink(role).fill) for role in ROLES]
    pairs += [(palette.on_ramp(level), colour) for level, colour in enumerate(palette.ramp)]
    assert [pair for pair in pairs if contrast(*pair) < 4.5] == []


@THEMES
def test_every_state_stands_out_from_the_page(palette: Palette) -> None:
    assert [role for role in ROLES if contrast(palette.ink(role).edge, palette.background) < 3] == []


@THEMES
@pytest.mark.parametrize("sight", SIGHTS)
def test_no_eye_takes_one_state_for_another(palette: Palette, sight: str) -> None:
    fills = [palette.ink(role).fill for role in STATES]
    assert min(distance(one, other, sight) for one, other in combinations(fills, 2)) >= 20


@THEMES
@pytest.mark.parametrize("sight", SIGHTS)
def test_the_ramp_goes_one_way_for_every_eye(palette: Palette, sight: str) -> None:
    from_the_page = [distance(colour, palette.background, sight) for colour in palette.ramp]
    assert from_the_page == sorted(from_the_page)
    assert min(distance(*pair, sight) for pair in zip(palette.ramp, palette.ramp[1:], strict=False)) >= 5


@pytest.mark.parametrize(("theme", "palette"), [("light", LIGHT), ("dark", DARK)])
def test_streamlit_wears_the_same_colours(theme: str, palette: Palette) -> None:
    given = CONFIG["theme"][theme]
    assert (given["backgroundColor"], given["textColor"], given["borderColor"]) == (
        palette.background, palette.text, palette.line,
    )  # fmt: skip
    assert given["greenColor"] == palette.done.fill
    assert given["redColor"] == palette.late.fill
    assert given["grayColor"] == palette.muted
    assert [key for key, each in given.items() if given["primaryColor"] in each] == ["primaryColor"]


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_words_in_streamlits_own_boxes_can_be_read(theme: str) -> None:
    given = CONFIG["theme"][theme]
    names = ("red", "orange", "yellow", "blue", "green", "violet", "gray")
    pairs = [(given[f"{name}TextColor"], given[f"{name}BackgroundColor"]) for name in names]
    pairs += [(given["linkColor"], given["backgroundColor"]), ("#FFFFFF", given["primaryColor"])]
    assert [pair for pair in pairs if contrast(*pair) < 4.5] == []


def test_only_the_palette_names_colours() -> None:
    files = [path for path in FIGURES.rglob("*.py") if path.name != "palette.py"]
    assert len(files) > 10
    named = {path.name: NAMED.findall(path.read_text("utf-8")) for path in files}
    assert {name: found for name, found in named.items() if found} == {}


def test_no_picture_wears_the_colours_of_the_frame() -> None:
    for css in (draw.stylesheet(), look.stylesheet()):
        used = set(re.findall(r"#[0-9A-Fa-f]{6}", css))
        assert used <= set(re.findall(r"#[0-9A-F]{6}", f"{LIGHT} {DARK}"))
        assert not used & HOUSE
    assert set(re.findall(r"#[0-9A-F]{6}", (PARTS / "look.css").read_text("utf-8") + str(CONFIG["theme"]))) >= HOUSE
