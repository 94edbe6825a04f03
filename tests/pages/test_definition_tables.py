"""The 口径 page's tables."""

from pages.parts.definition_tables import in_force, plain, rule_rows, source, table
from services.indicators.targets import DEFAULTS
from services.ledger import LOCAL, Source
from services.ledgers import indicators, ledgers

ROWS = (("K01", "涉改单位处置完成率"), ("K19", "逾期<br>数"))


def test_every_rule_of_every_ledger_is_there() -> None:
    found = {plain(row) for row in rule_rows()}
    for ledger in ledgers().values():
        for rule in ledger.rules:
            assert any(rule.text in words and ledger.title in words for words in found)


def test_only_regulations_are_cited_as_such() -> None:
    assert "某条例" in source(Source("某条例第三条", "A"))
    assert "本系统约定" in source(LOCAL)
    assert "本系统约定" in source(Source("督查整改的时限", "L"))


def test_a_local_decision_is_shown_with_its_value() -> None:
    settings = in_force(indicators()["K01"], {**DEFAULTS, "涉改任务基数": "85"})
    assert settings["涉改任务基数"] == "85"
    assert "85" in source(LOCAL, settings)


def test_the_filter_wants_every_word_and_says_how_many_it_found() -> None:
    html = table("指标", "截至", ("编号", "名称"), ROWS, ["k19", "逾期"])
    assert html is not None
    assert "找到 1 条，共 2 条" in html
    assert "K01" not in html


def test_tags_are_no_words_and_nothing_found_is_no_table() -> None:
    assert table("指标", "截至", ("编号", "名称"), ROWS, ["br"]) is None
