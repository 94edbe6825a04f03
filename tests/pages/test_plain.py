"""Words in labels stay words."""

import pytest

from pages.parts.plain import plain


@pytest.mark.parametrize(
    ("words", "written"),
    [
        ("看市财政局的全部记录（71）", "看市财政局的全部记录（71）"),
        ("![x](http://a.example/b.png)", r"\!\[x\](http\://a.example/b.png)"),
        (":material/home: $x^2$ **x** `y`", r"\:material/home\: \$x^2\$ \*\*x\*\* \`y\`"),
        ("<b>&amp;", r"\<b\>\&amp;"),
        ("a\\b", r"a\\b"),
    ],
)
def test_signs_stand_for_themselves(words: str, written: str) -> None:
    assert plain(words) == written
