"""Damaged spreadsheets and wild cells give a workbook or a refusal, never a traceback, and write nothing.

`make fuzz` tries 10,000 of them.
"""

import os
import sys
from collections import Counter
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from services.batches import Options, preview
from services.store import Store
from tests.ingest import hostile
from tests.ingest.fuzz import Reading, damaged, samples
from tests.sheets import FINDINGS, UNITS, xlsx

EXAMPLES = int(os.environ.get("FUZZ_EXAMPLES", "500"))
OLD = hostile.biff8(
    *(hostile.label(r, c, r * 9 + c) for r, row in enumerate(UNITS) for c in range(len(row))),
    strings=[str(cell or "") for row in UNITS for cell in row],
)
PAGE = "<html><table>" + "".join(f"<tr>{''.join(f'<td>{c}' for c in row)}" for row in FINDINGS) + "</table></html>"
SEEDS = [*samples(), xlsx(*UNITS), OLD, hostile.ole({"Workbook": OLD}), PAGE.encode("gb18030")]
OUTCOMES = {"ready", "blocked", "refused", "unchanged"}


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    opened = Store.open(f"sqlite:///{tmp_path_factory.mktemp('fuzz') / 'store.db'}")
    yield opened
    opened.engine.dispose()


@pytest.mark.skipif(sys.platform == "win32", reason="the process that reads is bounded by rlimits")
def test_damaged_files_are_read_or_refused() -> None:
    reading, found = Reading(), Counter[str]()
    for number in range(EXAMPLES):
        answer = reading(damaged(SEEDS, number))
        assert "\n" not in answer, f"damaged file {number}:\n{answer}"
        found[answer] += 1
    reading.close()
    assert {"read", "damaged", "truncated"} <= set(found)


def test_previews_of_damaged_files_never_raise_and_write_nothing(store: Store) -> None:
    for number in range(0, EXAMPLES, 20):
        assert preview(store, "台账.xlsx", damaged(SEEDS, number)).outcome in OUTCOMES
    assert store.version() == 0


WORDS = ("同上", "是", "#REF!", "=1+1", "1/1", "市教育局", "\u202e甲", "长期坚持", "9" * 5_000, "²", "٣", "（" * 99)
WILD = st.one_of(
    st.text(max_size=40), st.text("0123456789.年月日-/、 ", max_size=14), st.sampled_from(WORDS), st.booleans(),
    st.floats(allow_nan=False, allow_infinity=False), st.integers(-(10**18), 10**18), st.dates(), st.none(),
)  # fmt: skip


@st.composite
def tables(draw: st.DrawFn) -> tuple[str, bytes]:
    name, rows = draw(st.sampled_from([("units", UNITS), ("findings", FINDINGS)]))
    wild = st.lists(WILD, min_size=len(rows[0]), max_size=len(rows[0]))
    return name, xlsx(rows[0], *draw(st.lists(wild, min_size=1, max_size=4)))


@settings(max_examples=max(EXAMPLES // 12, 1))
@given(tables())
def test_previews_of_wild_cells_never_raise_and_write_nothing(store: Store, table: tuple[str, bytes]) -> None:
    name, content = table
    assert preview(store, "台账.xlsx", content, Options(ledger=name)).outcome in OUTCOMES
    assert store.version() == 0
