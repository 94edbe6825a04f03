"""Hosts and origins by their exact text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.access.gate.names import LOOPBACK, is_called, is_own, name


@pytest.mark.parametrize(
    ("host", "called"),
    [
        ("127.0.0.1", "127.0.0.1"), ("LOCALHOST:8501", "localhost"), ("[::1]:80", "[::1]"),
        ("a-b.gov.cn", "a-b.gov.cn"),
        ("", None), ("a b", None), ("user@localhost", None), ("localhost/", None), ("localhost:", None),
        ("localhost.", None), ("localhost:80:80", None), ("localhost:123456", None), ("-a", None), ("本机", None),
    ],
)  # fmt: skip
def test_a_host_has_a_name_or_is_none(host: str, called: str | None) -> None:
    assert name(host) == called


@given(st.text())
def test_only_our_names_are_ours(host: str) -> None:
    assert is_called(host, LOOPBACK) == (host.lower().partition(":8501")[0] in LOOPBACK and name(host) is not None)
    assert not is_called(f"{host}.evil.example", LOOPBACK)


@pytest.mark.parametrize(
    ("origin", "secure", "own"),
    [
        ("http://board.example", False, True), ("https://board.example", True, True),
        ("https://board.example", False, False), ("http://board.example", True, False),
        ("http://board.example:80", False, False), ("http://board.example.evil", False, False),
        ("null", False, False), ("", False, False), (None, False, False),
    ],
)  # fmt: skip
def test_an_origin_is_ours_to_the_letter(origin: str | None, secure: bool, own: bool) -> None:
    assert is_own(origin, "board.example", secure) == own
