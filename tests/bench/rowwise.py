"""The import as an ordinary team writes it: pandas with openpyxl, one validated SQLModel object per row, one commit.

It checks the types of the cells and no more: no layout is recognised, nothing is compared with what is on record.
"""

import io
from datetime import date
from pathlib import Path
from typing import Any

import pandas as pd
from sqlmodel import Field, Session, SQLModel, create_engine

from services.ledgers.findings import LEDGER as FINDINGS


class Finding(SQLModel, table=True):
    """One row of the workbook, in the fields of our own ledger."""

    id: int | None = Field(default=None, primary_key=True)
    round: str = Field(index=True)
    no: str = Field(index=True)
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


def rowwise(content: bytes, path: Path) -> None:
    """Read the workbook and write its rows to a new SQLite file."""
    engine = create_engine(f"sqlite:///{path}")
    SQLModel.metadata.create_all(engine)
    fields = {column.title: column.id for column in FINDINGS.columns}
    frame = pd.read_excel(io.BytesIO(content), engine="openpyxl", dtype={"问题编号": str}).rename(columns=fields)
    with Session(engine) as session:
        for row in frame.to_dict("records"):
            session.add(Finding.model_validate({str(name): _plain(value) for name, value in row.items()}))
        session.commit()
    engine.dispose()


def _plain(value: Any) -> Any:
    """Give a value of a frame as Python has it."""
    if pd.isna(value):
        return None
    return value.date() if isinstance(value, pd.Timestamp) else value
