"""What a log says of a fault: where and of what kind, never the value of a cell."""

import logging
from pathlib import Path

import sqlalchemy as sa

from pages.parts.discreet import Discreet
from tests.access.gate.page import opened
from tests.access.gate.server import CANARIES, GATED, UNGATED, filled, served


def failed() -> logging.LogRecord:
    """Give the record of a fault that quotes a cell, and was raised because of another one that does."""
    try:
        try:
            raise ValueError(f"{CANARIES[0]} 不是日期")
        except ValueError as error:
            raise RuntimeError(f"读不了 {CANARIES[1]}") from error
    except RuntimeError as error:
        return logging.LogRecord(
            "x", logging.ERROR, __file__, 1, "page failed", (), (type(error), error, error.__traceback__)
        )


def test_a_fault_is_told_by_its_kind_and_place() -> None:
    said = Discreet(logging.Formatter("%(message)s")).format(failed())
    assert not any(canary in said for canary in CANARIES)
    assert said.startswith("page failed\nbuiltins.RuntimeError\n")
    assert "builtins.ValueError" in said
    assert "test_log.py" in said


def test_the_check_sees_a_cell_in_what_a_plain_formatter_writes() -> None:
    assert CANARIES[0] in logging.Formatter("%(message)s").format(failed())


def test_the_record_stays_as_it_was() -> None:
    record = failed()
    Discreet(None).format(record)
    assert record.exc_info is not None
    assert record.exc_text is None


def told(folder: Path, program: tuple[str, ...] = GATED, **headers: str) -> tuple[str, bytes]:
    """Give the log of a server, and what it answered, where a page and an export failed because of a cell."""
    store = filled(folder / "store.db")
    with store.write() as connection:
        connection.execute(sa.text("UPDATE findings SET fed_back_on = :day"), {"day": CANARIES[0]})
    with served(store, folder, program) as server:
        with opened(server, **server.cookie("boss"), **headers) as page:
            page.open("rectification")
            page.open("rows", query="k=K16&part=of")
        answer = server.ask("/export/ledger/findings.xlsx", **server.cookie("clerk"), **headers)
    assert answer.status == 500
    return server.log.read_text("utf-8"), b"".join(each.SerializeToString() for each in page.said) + answer.body


def test_a_fault_that_quotes_a_cell_is_told_without_it(tmp_path: Path) -> None:
    log, said = told(tmp_path)
    assert "page failed, number" in log
    assert "ValueError" in log
    assert not any(canary in log for canary in CANARIES)
    assert CANARIES[0].encode() not in said
    assert "出错编号".encode() in said


def test_the_check_sees_the_cell_in_what_python_logs_by_itself(tmp_path: Path) -> None:
    log, _ = told(tmp_path, UNGATED, X_Dashboard_Account="clerk")
    assert CANARIES[0] in log
