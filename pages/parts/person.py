"""Who acts, until there are accounts: the name an analyst writes, else the user the server runs as."""

import getpass

import streamlit as st


def person() -> str:
    """Ask for the name that goes into the history; kept for the session. Give it."""
    st.session_state.setdefault("person", _user())
    st.text_input("经办人", key="person", max_chars=20, persist_state="session", help="记在历史里。")
    return acting()


def acting() -> str:
    """Give the name as it was last asked for."""
    return (st.session_state.get("person") or "").strip() or _user()


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):  # no such user in the system's list, as in some containers
        return "本机用户"
