"""Words in a place where Streamlit reads markdown: labels, messages, hints."""

import re

_SIGN = re.compile(r"[\\`*_\[\]<>!~$:#|&]")


def plain(text: str) -> str:
    """Give words so that each of their signs stands for itself: no picture, link, formula or icon comes of them."""
    return _SIGN.sub(r"\\\g<0>", text)
