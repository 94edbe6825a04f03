"""转为督查问题: rows of a ledger that may be raised to findings, each with where it was read; one click writes it."""

from datetime import timedelta

import pandas as pd
import streamlit as st

from pages.parts import data
from pages.parts.asked import asked
from pages.parts.chart import block, empty
from pages.parts.person import acting, allowed, person
from pages.parts.tried import told, tried
from services.ledger import Ledger
from services.raising import FINDINGS, Case, cases, raise_to_finding

DAYS = 60  # how far ahead the deadline is proposed


def raising(ledger: Ledger) -> None:
    """Show the rows that may be raised and the form for the chosen one, to those who may write."""
    if ledger.raises is None or not allowed("batch.commit"):
        return
    _, now = asked()
    rows = data.rows(now.stamp, now.batch, ledger.id)
    origins = data.origins(now.stamp, tuple(sorted({row["source"] for row in rows})))
    columns = {number: origin["columns"] for number, origin in origins.items()}
    findings = [row["values"] for row in data.rows(now.stamp, now.batch, FINDINGS)]
    targets = data.targets(now.stamp, now.day, now.batch)
    found = [each for each in cases(ledger, rows, columns, findings, targets) if _within(each)]
    title = f"{len(found)}项可以转为督查问题" if found else "没有要转为督查问题的"
    with block(title, "选一行，定下整改时限；写入后是单独一批，可以撤销" if found else "", key="raising"):
        told()
        if not found:
            empty("分数偏低的考核、没有办结的诉求会列在这里；已经转过的不再列出。")
            return
        lines = [(each.unit, each.raised.text, each.raised.category, each.origin) for each in found]
        chosen = st.dataframe(
            pd.DataFrame(lines, columns=["单位", "问题", "问题类别", "来源"]), hide_index=True, on_select="rerun",
            selection_mode="single-row", key=f"raise_{ledger.id}_{now.batch}", alt=title,
        )  # fmt: skip
        picked = chosen.selection.rows
        if picked and picked[0] < len(found):
            _form(ledger, found[picked[0]])


def _within(case: Case) -> bool:
    view, now = asked()
    domain = view.where.get("domain")
    if not domain:
        return True
    return any(
        row["values"]["name"] == case.unit for row in data.rows(now.stamp, now.batch, "units", (("domain", domain),))
    )


def _form(ledger: Ledger, case: Case) -> None:
    _, now = asked()
    with st.container(horizontal=True, vertical_alignment="bottom", gap="medium"):
        due_on = st.date_input("整改时限", now.day + timedelta(days=DAYS), format="YYYY-MM-DD", min_value=now.day)
        person()
        st.button(
            "转为督查问题", type="primary", key=f"raise {ledger.id} {case.row}",
            on_click=_write, args=(ledger, case, due_on),
        )  # fmt: skip


def _write(ledger: Ledger, case: Case, due_on: object) -> None:
    _, now = asked()

    def write() -> str:
        batch = raise_to_finding(data.store(), ledger, case, due_on, now.day, acting())  # type: ignore[arg-type]
        return f"已写入督查问题整改台账（第{batch}批，{case.unit}），可以在“历史”里撤销。"

    tried(write)
