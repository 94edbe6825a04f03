"""The import as an ordinary team writes it: pandas with openpyxl, one validated SQLModel object per row, one commit.

It checks the types of the cells and no more: no layout is recognised and no name looked up. Two ways of it:

*with lookup*, as django-import-export has it: each row is looked up by its key and changed where it is on record.
That is what our own check, compare and commit come down to, for a file may be uploaded again and must not bring its
rows a second time; the result is the same rows under the same keys. So this is the fair comparison.

*without lookup*: every row is added, whether or not it is there. A second upload doubles the ledger. It is timed
because teams begin so, and as the hardest thing that row by row can be held against us.
"""

import io
from datetime import date
from pathlib import Path
from typing import Any

import pandas as pd
from sqlmodel import Field, Session, SQLModel, UniqueConstraint, create_engine, select

from services.ledgers.findings import LEDGER as FINDINGS


class Finding(SQLModel, table=True):
    """One row of the workbook, in the fields of our own ledger."""

    # One index for the whole key: of two, SQLite may choose the one by which nearly all rows are alike.
    __table_args__ = (UniqueConstraint("round", "no"),)

    id: int | None = Field(default=None, primary_key=True)
    round: str
    no: str
    unit: str = Field(index=True)
    method: str | None = None
    category: str | None = None
    text: str
    fed_back_on: date
    measures: str | None = None
    leader: str | None = None
    owner: str | None = None
    due_on: date
    status_text: str | None = None
    reported_on: date | None = None
    closed_on: date | None = None
    remark: str | None = None


def rowwise(content: bytes, path: Path, *, lookup: bool) -> None:
    """Read the workbook and write its rows to a SQLite file, which is made where it is missing."""
    engine = create_engine(f"sqlite:///{path}")
    SQLModel.metadata.create_all(engine)
    fields = {column.title: column.id for column in FINDINGS.columns}
    frame = pd.read_excel(io.BytesIO(content), engine="openpyxl", dtype={"问题编号": str}).rename(columns=fields)
    with Session(engine) as session:
        for row in frame.to_dict("records"):
            finding = Finding.model_validate({str(name): _plain(value) for name, value in row.items()})
            there = _on_record(session, finding) if lookup else None
            if there is None:
                session.add(finding)
            else:
                there.sqlmodel_update(finding.model_dump(exclude={"id"}))
        session.commit()
    engine.dispose()


def _on_record(session: Session, finding: Finding) -> Finding | None:
    key = Finding.round == finding.round, Finding.no == finding.no
    return session.exec(select(Finding).where(*key)).one_or_none()


def _plain(value: Any) -> Any:
    """Give a value of a frame as Python has it."""
    if pd.isna(value):
        return None
    return value.date() if isinstance(value, pd.Timestamp) else value
