"""Why a name is suggested, in words a person can decide by."""

import pytest

from services.ingest.likeness import suggestion
from services.ingest.names import UnitNames

NAMES = UnitNames(
    [
        ("市发展和改革委员会", "市发改委", ["市计划委员会"]),
        ("市市场监督管理局", "市市场监管局", None),
        ("市审计局", None, None),
        ("市统计局", None, None),
    ],
    [("质监部门", "市市场监督管理局")],
    "某市",
)


@pytest.mark.parametrize(
    ("text", "form", "reason", "kind"),
    [
        ("审计局", "市审计局", "与全称只差“市”字", "简称"),
        ("市审计局局", "市审计局", "与全称只差“局”字", "简称"),
        ("市审记局", "市审计局", "与全称一字之差：“记”和“计”", "错写"),
        ("市发改委员会", "市发展和改革委员会", "比全称少“展和、革”", "简称"),
        ("市发改委", "市发展和改革委员会", "像是全称的缩写", "简称"),
        ("市审计局机关", "市审计局", "比全称多“机关”", "简称"),
        ("市审计监察局党组", "市审计与统计局", "与全称相近", "简称"),
    ],
)
def test_the_reason_says_what_the_two_differ_in(text: str, form: str, reason: str, kind: str) -> None:
    found = suggestion(text, "某单位", form, "全称")
    assert (found.reason, found.kind) == (reason, kind)


@pytest.mark.parametrize(
    ("written", "unit", "reason"),
    [
        ("市审计", "市审计局", "与全称只差“局”字"),
        ("市发改局", "市发展和改革委员会", "与简称“市发改委”一字之差：“局”和“委”"),
        ("计划委员会办", "市发展和改革委员会", "与曾用名“市计划委员会”一字之差：“办”和“市”"),
        ("某市审计", "市审计局", "与全称只差“局”字"),
        ("质监部", "市市场监督管理局", "与别名“质监部门”只差“门”字"),
    ],
)
def test_the_reason_names_the_name_that_comes_near(written: str, unit: str, reason: str) -> None:
    first = NAMES.explain(written)[0]
    assert (first.unit, first.reason) == (unit, reason)


def test_what_comes_near_a_former_name_is_taken_for_one() -> None:
    assert NAMES.explain("市计划委")[0].kind == "曾用名"


def test_a_shared_name_says_so() -> None:
    names = UnitNames([("市甲局", "大厅", None), ("市乙局", "大厅", None)])
    assert [(each.unit, each.reason) for each in names.explain("大厅")] == [
        ("市乙局", "几个单位共用这个名称"),
        ("市甲局", "几个单位共用这个名称"),
    ]


def test_an_alias_follows_a_renamed_unit_and_means_nothing_once_the_unit_is_gone() -> None:
    aliases = [("财局", "市财政局")]
    assert UnitNames([("市财政金融局", None, ["市财政局"])], aliases).official("财局") == "市财政金融局"
    assert UnitNames([("市审计局", None, None)], aliases).official("财局") is None
