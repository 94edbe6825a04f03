"""A button that takes a file from one of the export addresses (pages/parts/exports.py)."""

from collections.abc import Callable
from typing import Literal

import streamlit as st

from pages.parts.offers import Offer, offer
from pages.parts.person import account
from services.access.export import File

Look = Literal["primary", "secondary", "tertiary"]


def download(
    label: str, address: str, key: str, look: Look = "tertiary", icon: str | None = None, hint: str = ""
) -> None:
    """Show the button."""
    st.link_button(label, address, key=key, type=look, icon=icon, help=hint or None)


def download_made(
    label: str, make: Callable[[], File], operation: str, thing: str, key: str, look: Look = "secondary",
    icon: str | None = None, hint: str = "",
) -> None:  # fmt: skip
    """Show the button of a file that only this page can make; asking for it is `operation` on `thing`."""
    download(label, offer(key, Offer(account(), operation, thing, make)), key, look, icon, hint)
