"""Who acts: the account the gate let in; in 单机模式 the name an analyst writes, else the user the server runs as."""

from urllib.parse import unquote

import streamlit as st

from pages.parts.data import store
from services.access import Actor, actor, local_user, may
from services.access.gate import HEADER
from services.access.origin import address


def account() -> str:
    """Give the signed-in account, "" in 单机模式."""
    return unquote(st.context.headers.get(HEADER) or "")


def note() -> Actor:
    """Note who this run is for, at its start, and give them. Raises NotAllowed for nobody."""
    _come_from()
    with store().read() as connection:
        who = actor(connection, account())
    st.session_state["who"] = who
    return who


def allowed(operation: str) -> bool:
    """Say whether the person of this run has the right to an operation (services/access/operations.py)."""
    return may(st.session_state["who"] if "who" in st.session_state else note(), operation)


def person() -> str:
    """Ask in 单机模式 for the name that goes into the history, kept for the session. Give who acts."""
    if not account():
        st.session_state.setdefault("person", local_user())
        st.text_input("经办人", key="person", max_chars=20, persist_state="session", help="记在历史里。")
    return acting()


def acting() -> str:
    """Give who acts: the account, or the name as it was last asked for."""
    _come_from()  # what a click does is done before the run begins, in a thread of its own
    return account() or (st.session_state.get("person") or "").strip() or local_user()


def _come_from() -> None:
    """Note for the audit where the person's browser is."""
    came_from = st.context.ip_address
    address.set(came_from if isinstance(came_from, str) else None)  # pages under test have no connection
