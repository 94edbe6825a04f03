import pytest

from services.ingest.names import UnitNames

ROWS = [
    ("市发展和改革委员会", "市发改委", ["市计划委员会", "市老计委"]),
    ("市市场监督管理局", "市市场监管局", ["市工商局"]),
    ("市委办公室", "市委办", None),
    ("市审计局", None, []),
    ("市教育局", None, ["市老计委"]),
]
NAMES = UnitNames(ROWS, [("发改部门", "市发展和改革委员会"), ("市工商局", "市审计局")], "某市")


@pytest.mark.parametrize(
    ("written", "official"),
    [
        ("市发展和改革委员会", "市发展和改革委员会"),
        ("某市发展和改革委员会", "市发展和改革委员会"),
        ("市 发改委　", "市发展和改革委员会"),
        ("发改委", "市发展和改革委员会"),
        ("发改部门", "市发展和改革委员会"),
        ("市计划委员会", "市发展和改革委员会"),
        ("市场监管局", "市市场监督管理局"),
        ("市市场监管局", "市市场监督管理局"),
        ("某市市场监督管理局", "市市场监督管理局"),
        ("市工商局", "市审计局"),
        ("审计局", "市审计局"),
    ],
)
def test_every_spelling_leads_to_the_official_name(written: str, official: str) -> None:
    assert NAMES.official(written) == official


@pytest.mark.parametrize("written", ["场监管局", "委办公室", "市统育局", "市发展改革局", "发展和改革委", "", "市"])
def test_no_character_is_guessed_or_taken_away(written: str) -> None:
    assert NAMES.official(written) is None


def test_a_name_of_two_units_is_none_of_them_and_both_are_suggested() -> None:
    assert NAMES.official("市老计委") is None
    assert NAMES.suggest("市老计委") == ("市发展和改革委员会", "市教育局")


def test_at_most_three_units_are_suggested_and_none_from_afar() -> None:
    assert NAMES.suggest("市审记局")[0] == "市审计局"
    assert len(NAMES.suggest("市委员会局办公室")) <= 3
    assert NAMES.suggest("xyz") == ()
    assert UnitNames([]).suggest("市教育局") == ()
