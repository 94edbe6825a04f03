"""The sentence of the page, and who lacks most."""

from services.ledgers.completeness import Filled
from services.quality import incomplete, sentence


def test_the_sentence_counts_kinds_and_rows() -> None:
    assert sentence((9, 10), {"Q01": 2, "Q02": 0, "Q03": 1}) == "应填的10格填了9格（90.0%），有2类3处建议看一看。"
    assert sentence((10, 10), {"Q01": 0}) == "应填的10格填了10格（100%），没有发现需要核对的地方。"
    assert "还没有数据" in sentence((0, 0), {})


def test_who_lacks_most_stands_first_with_the_ledgers_it_lacks_in() -> None:
    found = incomplete([
        Filled("units", "甲局", "机关", 5, 6), Filled("units", "乙局", "机关", 6, 6),
        Filled("units", "丙局", "机关", 4, 6), Filled("findings", "甲局", "机关", 1, 7),
        Filled("targets", None, None, 1, 4),
    ])  # fmt: skip
    assert {unit: (each.n, each.of, each.blanks) for unit, each in found.items()} == {
        "甲局": (6, 13, (("findings", 6), ("units", 1))),
        "丙局": (4, 6, (("units", 2),)),
    }
    assert list(found) == ["甲局", "丙局"]
