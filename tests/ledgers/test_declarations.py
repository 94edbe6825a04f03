"""Every declaration is whole: a ledger that passes here gets import, template, export and 口径 without more."""

import re
from datetime import date

import pytest

from services.ledger import Facts, Kind, Ledger
from services.ledgers import indicators, ledger, ledgers
from services.text import header

ALL = list(ledgers().values())
each_ledger = pytest.mark.parametrize("declared", ALL, ids=lambda declared: declared.id)


@each_ledger
def test_no_header_means_two_columns(declared: Ledger) -> None:
    forms = [(header(text), column.id) for column in declared.columns for text in column.headers]
    meant: dict[str, set[str]] = {}
    for form, name in forms:
        meant.setdefault(form, set()).add(name)
    assert {form: names for form, names in meant.items() if len(names) > 1} == {}


@each_ledger
def test_keys_scope_and_since_are_columns(declared: Ledger) -> None:
    names = set(declared.versions.columns.keys())
    used = {name for key in declared.keys for name in key} | {declared.scope, declared.since} - {None}
    assert used <= names


@each_ledger
def test_a_choice_is_accepted_in_one_sense(declared: Ledger) -> None:
    for column in declared.columns:
        words = [word for canonical, others in column.choices.items() for word in (canonical, *others)]
        assert len(words) == len(set(words)), column.title
        assert not set(words) & set(column.ambiguous), column.title
        assert column.ref is None or column.ref in ledgers()
        assert (column.kind is Kind.REF) == (column.ref is not None)


@each_ledger
def test_rules_speak_of_columns_and_of_their_source(declared: Ledger) -> None:
    blank = Facts(date(2023, 6, 30), {}, lambda name, field, text: [], lambda name, field, text, day: None)
    for rule in declared.rules:
        named = set(re.findall(r"{(\w+)}", rule.message + rule.fix)) - {"count"}
        assert named <= set(declared.by_id), rule.text
        assert rule.text
        assert rule.source.text
        assert rule.broken({}, blank) in {None, *declared.by_id}


def test_titles_and_ids_are_told_apart() -> None:
    titles = [declared.title for declared in ALL]
    assert len(set(titles)) == len(titles) == 22
    assert ledger("督查问题整改台账") is ledger("findings")


def test_indicators_say_what_they_count_and_why() -> None:
    wanted = [f"K{number:02d}" for number in range(1, 36)]
    wanted += ["K01a", "K05a", "K06b", "K15a", "K18a", "K23a", "K24a", "K27a", "K28a", "K30a", "K33a", "K35a"]
    assert set(wanted) == set(indicators())
    for each in indicators().values():
        assert each.name
        assert each.numerator
        assert each.source.text
        assert bool(each.denominator) == each.share, each.id
