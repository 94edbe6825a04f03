"""Whatever writes is a declared operation with a row in the matrix; nothing else opens the store for writing."""

import pytest

from services.access import OPERATIONS
from tests.access.declared import ELSEWHERE, doing, operations, sources, undeclared
from tests.access.deeds import DEEDS

BEHIND = {
    "with": "def sneak(store):\n    with store.write() as connection:\n        pass",
    "a name": "def sneak(store):\n    begin = store.write\n    return begin()",
    "opened here": "def sneak():\n    with Store.open().write(wait=False) as connection:\n        pass",
    "the engine": "def sneak(store):\n    with store.engine.begin() as connection:\n        pass",
}


def test_nobody_writes_but_as_an_operation() -> None:
    found = {each for name, text in sources() for each in undeclared(name, text)}
    assert {each for each in found if not each.startswith("services/access/")} == set(ELSEWHERE)


@pytest.mark.parametrize("text", BEHIND.values(), ids=list(BEHIND))
def test_one_that_does_is_found(text: str) -> None:
    assert set(undeclared("services/sneak.py", text)) == {"services/sneak.py sneak"}


def test_every_function_that_writes_is_in_the_matrix() -> None:
    found = {each for name, text in sources() for each in doing(name, text)}
    helpers = {"services.access.perform.permit", "services.access.accounts._changing"}
    assert found - helpers == set(DEEDS)


def test_one_that_is_not_in_the_matrix_is_found() -> None:
    text = "def sneak(store, by):\n    with perform(store, by, 'alias.add') as act:\n        pass"
    assert doing("services/sneak.py", text) == {"services.sneak.sneak"}
    assert not doing("services/sneak.py", text) <= set(DEEDS)


def test_every_operation_is_somewhere_asked_for() -> None:
    named = {each for name, text in sources() if "access/operations" not in name for each in operations(text)}
    assert named == set(OPERATIONS)
