"""Which rows of the audit are wanted: days, person, operation, outcome."""

from collections.abc import Sequence
from datetime import date

import streamlit as st

from services.access import OPERATIONS
from services.access.audit import OUTCOMES
from services.trail import Wanted

ALL, PAGE = "全部", "audit page"
FIRST_YEAR, LAST_YEAR = 2020, 2100


def audit_filters(actors: Sequence[str]) -> Wanted:
    """Ask for what is wanted; any change leads back to the first page."""
    titles = {operation.title: id for id, operation in OPERATIONS.items() if operation.audited}
    outcomes = {title: outcome for outcome, title in OUTCOMES.items()}
    first, last = _day("起", "audit_first"), _day("止", "audit_last")
    actor = st.selectbox("操作人", [ALL, *actors], key="audit_actor", width=160, on_change=to_first)
    title = st.selectbox("事项", [ALL, *titles], key="audit_operation", width=180, on_change=to_first)
    outcome = st.selectbox("结果", [ALL, *outcomes], key="audit_outcome", width=120, on_change=to_first)
    return Wanted(first, last, "" if actor == ALL else actor, titles.get(title, ""), outcomes.get(outcome))


def to_first() -> None:
    """Turn back to the first page."""
    st.session_state[PAGE] = 0


def _day(label: str, key: str) -> date | None:
    return st.date_input(
        label, None, key=key, format="YYYY-MM-DD", width=150, on_change=to_first,
        min_value=date(FIRST_YEAR, 1, 1), max_value=date(LAST_YEAR, 12, 31),
    )  # fmt: skip
