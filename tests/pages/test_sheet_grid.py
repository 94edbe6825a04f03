"""The drawn piece of a sheet: addresses, tints, merges, and words of the file as words only."""

import re

from pages.parts.sheet_grid import amid, around, layout
from services.batches.excerpt import NOTHING, Excerpt

SHEET = Excerpt(
    rows={
        0: ("名册", "", "", ""),
        1: ("单位", "党员数", "正式", "备注"),
        2: ("<b>甲</b>", "约50", "3", "一"),
        3: ("", "5", "3", "藏着"),
        40: ("合计", "8", "", ""),
    },
    buckets={0: "title", 1: "header", 2: "data", 3: "data", 40: "total"},
    merges=((0, 0, 0, 3), (2, 3, 3, 3)),
    top=(0, 1, 2, 3),
    end=(40,),
)


def rows(html: str) -> list[str]:
    return re.findall(r"<tr.*?</tr>", html)


def test_the_layout_shows_top_and_end_with_their_buckets() -> None:
    drawn = rows(layout(SHEET))
    assert [re.findall("<th>(.*?)</th>", row)[0] for row in drawn[1:]] == ["1", "2", "3", "4", "⋮", "41"]
    assert 'class="is-header"' in drawn[2]
    assert '<td class="word">表头</td>' in drawn[2]
    assert '<td class="word">合计</td>' in drawn[-1]
    assert '<td colspan="4">名册</td>' in drawn[1]
    assert "&lt;b&gt;甲&lt;/b&gt;" in drawn[3]


def test_the_cell_is_outlined_amid_its_neighbours() -> None:
    drawn = around(SHEET, "B3", "error")
    assert '<td class="mark error">约50</td>' in drawn
    assert re.findall("<th>(.*?)</th>", rows(drawn)[0]) == ["", "A", "B", "C", "D"]
    assert "41" not in drawn


def test_the_header_stands_above_a_cell_however_far_and_titles_do_not() -> None:
    drawn = rows(around(SHEET, "B41", "error"))
    assert [re.findall("<th>(.*?)</th>", row)[0] for row in drawn[1:]] == ["2", "⋮", "41"]
    assert "名册" not in around(SHEET, "B3", "error")
    assert '<td class="mark warning" colspan="4">名册</td>' in around(SHEET, "A1", "warning")


def test_a_value_hidden_under_a_merge_is_shown_where_it_is_the_fault() -> None:
    assert '<td class="mark error">藏着</td>' in around(SHEET, "D4", "error")
    assert "藏着" not in around(SHEET, "B3", "error")


def test_a_blank_cell_right_of_everything_can_be_outlined() -> None:
    assert '<td class="mark warning"></td>' in around(SHEET, "G3", "warning")


def test_what_was_not_kept_is_not_drawn() -> None:
    assert around(SHEET, "B20", "error") == ""
    assert layout(NOTHING) == ""


WIDE = Excerpt(
    rows={
        r: tuple(f"{'标题' if r == 1 else '内容'}{letter}{r}" for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ")
        for r in (1, *range(30, 60))
    },
    buckets={1: "header", **dict.fromkeys(range(30, 60), "data")},
    merges=((20, 2, 44, 2), (48, 19, 49, 20)),
    top=(1,),
)


def test_a_cell_of_the_original_stands_under_the_header_amid_its_neighbours() -> None:
    drawn = amid(WIDE, "T46", (0,))
    assert '<td class="mark origin">内容T45</td>' in drawn
    assert [re.findall("<th>(.*?)</th>", row)[0] for row in rows(drawn)[1:]] == [
        "2", "⋮", *map(str, range(42, 51))
    ]  # fmt: skip
    letters = re.findall("<th[^>]*>([A-Z]*)</th>", rows(drawn)[0])
    assert letters[1] == "A"
    assert "T" in letters
    assert letters[2:] == sorted(letters[2:])
    assert len(letters) < 15
    assert 'class="gap">⋯' in rows(drawn)[0]


def test_a_merge_is_drawn_as_one_cell_as_far_as_it_is_seen() -> None:
    wide = amid(WIDE, "T48", ())
    assert '<td rowspan="2" colspan="2">内容T48</td>' in wide
    blank = dict.fromkeys(range(30, 45), ("甲", "乙", "", "丁"))
    merged = amid(Excerpt({**blank, 20: ("", "", "市某局")}, WIDE.buckets, WIDE.merges), "C43", ())
    assert '<td class="mark origin" rowspan="7">市某局</td>' in merged


def test_a_cell_beyond_the_rows_that_are_kept_is_not_drawn() -> None:
    assert amid(WIDE, "A99", ()) == ""
