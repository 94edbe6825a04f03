"""Further names of units: confirmed by a person, automatic from then on, taken back at will."""

from datetime import UTC, date, datetime

import pytest

from services import aliases
from services.batches import Options, Preview, commit, preview, undo
from services.errors import BadRequest
from services.store import Store
from tests.sheets import FINDINGS, UNITS, changed, xlsx

DAY = date(2023, 12, 31)
UNKNOWN = changed(changed(FINDINGS, 1, 2, "市教肓局"), 3, 2, "市教肓局")


def see(store: Store, name: str, *rows: object, **options: object) -> Preview:
    return preview(store, f"{name}.xlsx", xlsx(*rows), Options(ledger=name, **options), DAY)  # type: ignore[arg-type]


@pytest.fixture
def town(store: Store) -> Store:
    commit(store, see(store, "units", *UNITS), "业务员甲")
    return store


def test_a_confirmed_name_works_until_it_is_taken_back(town: Store) -> None:
    assert see(town, "findings", *UNKNOWN).outcome == "blocked"
    aliases.add(town, "市教肓局", "市教育局", "错写", "业务员甲")
    seen = see(town, "findings", *UNKNOWN)
    assert seen.outcome == "ready"
    assert next(change.after["unit"] for change in seen.sheets[0].changes if change.after) == "市教育局"
    aliases.remove(town, "市教肓局", "业务员甲")
    assert see(town, "findings", *UNKNOWN).outcome == "blocked"


def test_it_is_kept_with_its_kind_who_and_when_under_the_official_name(town: Store) -> None:
    before = datetime.now(UTC)
    added = aliases.add(town, "　市场监管分局 ", "市市场监管局", "加挂", "业务员甲")
    assert aliases.listed(town) == [added]
    assert (added.alias, added.unit, added.kind, added.by) == ("市场监管分局", "市市场监督管理局", "加挂", "业务员甲")
    assert before <= added.at <= datetime.now(UTC)


@pytest.mark.parametrize(
    ("name", "unit", "kind"),
    [
        ("市财政局", "市教育局", "简称"),
        ("财政局", "市教育局", "简称"),
        ("市市场监管局", "市教育局", "简称"),
        ("市工商局", "市教育局", "曾用名"),
        ("教局", "市财政局", "简称"),
        ("教局", "市教育局", "简称"),
        ("新名", "没有的局", "简称"),
        ("新名", "市教育局", "乱写"),
        (" ", "市教育局", "简称"),
    ],
)
def test_what_makes_no_sense_is_one_sentence_and_changes_nothing(town: Store, name: str, unit: str, kind: str) -> None:
    first = aliases.add(town, "教局", "市教育局", "简称", "业务员甲")
    with pytest.raises(BadRequest):
        aliases.add(town, name, unit, kind, "业务员乙")
    assert aliases.listed(town) == [first]


def test_a_name_never_confirmed_cannot_be_taken_back(town: Store) -> None:
    with pytest.raises(BadRequest, match="市工商局"):
        aliases.remove(town, "市工商局", "业务员甲")


def test_a_unit_that_is_undone_takes_its_aliases_with_it_and_brings_them_back(town: Store) -> None:
    aliases.add(town, "教局", "市教育局", "简称", "业务员甲")
    undone = undo(town, 1, "业务员甲")
    assert undone.batch == 2
    assert [each.known for each in aliases.listed(town)] == [False]
    commit(town, see(town, "units", UNITS[0], *UNITS[2:]), "业务员甲")
    found = see(town, "findings", *changed(FINDINGS, 1, 2, "教局"))
    assert [problem.code for problem in found.sheets[0].problems if problem.cell == "C2"] == ["unit_unknown"]
    again = aliases.add(town, "教局", "市财政局", "简称", "业务员乙")
    assert aliases.listed(town) == [again]


def test_unknown_names_of_a_file_stand_together_with_their_cells_and_reasons(town: Store) -> None:
    rows = changed(UNKNOWN, 2, 2, "市财正局")
    first, second = aliases.unknown(town, see(town, "findings", *rows))
    assert (first.name, first.places) == ("市教肓局", (("Sheet1", "C2"), ("Sheet1", "C4")))
    assert (first.suggestions[0].unit, first.suggestions[0].kind) == ("市教育局", "错写")
    assert (second.name, second.places) == ("市财正局", (("Sheet1", "C3"),))
    assert len(first.suggestions) <= 3


def test_a_file_without_unknown_names_asks_nothing(town: Store) -> None:
    assert aliases.unknown(town, see(town, "findings", *FINDINGS)) == []
