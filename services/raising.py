"""督促整改: a row of another ledger raised to a 督查问题, by preview and commit as any upload, so it can be undone."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from services.batches import Options, commit, preview
from services.errors import BadRequest
from services.ledger import Ledger, Raised
from services.ledgers import ledger as ledger_named
from services.store import Store
from services.workbook.export import xlsx

FINDINGS = "findings"


@dataclass(frozen=True)
class Case:
    """A row that may be raised: its unit, what the finding says, and where the row was read, in words."""

    row: int
    unit: str
    raised: Raised
    origin: str


def round_of(ledger: Ledger) -> str:
    """Give the 督查批次 under which what comes from a ledger stands."""
    return f"{ledger.title}转办"


def cases(
    ledger: Ledger,
    rows: Iterable[Mapping[str, Any]],
    columns: Mapping[int, Mapping[str, str]],
    findings: Iterable[Mapping[str, Any]],
    targets: Mapping[str, str],
) -> list[Case]:
    """Give the rows (SourcedRow's fields) that may be raised and were not yet.

    `columns`: field → column letter of each source by number. `findings`: the values of those on record.
    `targets`: the settings in force, by item.
    """
    if ledger.raises is None:
        return []
    known = {(each["unit"], each["text"]) for each in findings if each["round"] == round_of(ledger)}
    found = []
    for row in rows:
        raised = ledger.raises(row["values"], targets)
        if raised and (row["values"]["unit"], raised.text) not in known:
            letter = columns.get(row["source"], {}).get(raised.field, "")
            cell = f"{letter}{row['line']}" if letter.isalpha() else f"第{row['line']}行"
            origin = f"来源：{ledger.title}，{row['file']}，{row['sheet']}!{cell}，第{row['batch']}批"
            found.append(Case(row["id"], row["values"]["unit"], raised, origin))
    return found


def raise_to_finding(store: Store, ledger: Ledger, case: Case, due_on: date, day: date, by: str) -> int:
    """Write the finding of a case, fed back on `day` and to be put right by `due_on`; give the new batch's number.

    Raises BadRequest where the finding does not pass the checks of its ledger.
    """
    values = {
        "round": round_of(ledger), "unit": case.unit, "category": case.raised.category, "text": case.raised.text,
        "fed_back_on": day, "due_on": due_on, "status_text": "未整改", "remark": case.origin,
    }  # fmt: skip
    findings = ledger_named(FINDINGS)
    name = f"{round_of(ledger)}（{case.unit}）.xlsx"
    seen = preview(store, name, xlsx(findings, [values]), Options(FINDINGS))
    if seen.outcome != "ready":
        wrong = [problem.message for sheet in seen.sheets for problem in sheet.problems if problem.level == "error"]
        raise BadRequest("；".join(wrong) or "已经有同样的督查问题，没有写入。")
    return commit(store, seen, by)
