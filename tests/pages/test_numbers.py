"""数据表: numbers at the right, blanks blank, and words from a spreadsheet never read as markup."""

from pages.parts.numbers import Table, markup


def test_a_table_has_titles_numbers_and_escaped_words() -> None:
    drawn = markup(Table(["单位<b>", "家数"], [["<script>", 3], [None, 2.5]]))
    assert '<th scope="col">单位&lt;b&gt;</th>' in drawn
    assert '<td>&lt;script&gt;</td><td class="number">3</td>' in drawn
    assert '<td></td><td class="number">2.5</td>' in drawn


def test_a_table_of_nothing_has_its_head() -> None:
    assert markup(Table(["单位"], [])).count("<tr>") == 1
