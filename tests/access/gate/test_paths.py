"""The table of addresses: what is not in it is not there."""

import pytest

from pages.parts.menu import RIGHTS
from pages.parts.shell import PAGES, WORDS_PATH
from services.access.gate.paths import Asked, asked
from services.access.pages.routes import MUST, OPEN


@pytest.mark.parametrize(
    ("path", "what"),
    [
        ("/", Asked.PAGE), ("/overview", Asked.PAGE), ("/总览", Asked.PAGE), (WORDS_PATH, Asked.OPEN),
        ("/static/js/index.DormvYxC.js", Asked.OPEN), ("/screen/static/draw.js", Asked.SCREEN),
        ("/export/ledger/units.csv", Asked.DATA), ("/_stcore/stream", Asked.DATA), ("/media/ab.png", Asked.GIVEN),
        ("/_stcore/upload_file/a-1/b-2", Asked.UPLOAD),
        *((path, None) for path in (
            "/_stcore/metrics", "/_stcore/agent/openapi.json", "/_stcore/script-health-check", "/component/x/y.js",
            "/_stcore/bidi-components/x/y.js", "/app/static/x", "/index.html", "/~/+/x", "/.streamlit/config.toml",
            "/overview/_stcore/health", "//evil.example", "/auth/login", "/export/a/b/c",
        )),
    ],
)  # fmt: skip
def test_an_address_is_in_the_table_or_not_there(path: str, what: Asked | None) -> None:
    assert asked(path, "GET") == what


def test_signing_in_is_open_and_all_of_it_is_there() -> None:
    assert {asked(path, "GET") for path in OPEN} == {Asked.OPEN}
    assert {asked(path, "GET") for path in MUST - OPEN} == {Asked.OWN}


@pytest.mark.parametrize(
    ("path", "method"),
    [
        ("/overview", "POST"), ("/export/ledger/units.csv", "POST"), ("/", "OPTIONS"),
        ("/_stcore/upload_file/a/b", "POST"), ("/static/a.js", "PUT"),
    ],
)  # fmt: skip
def test_an_address_takes_what_it_takes(path: str, method: str) -> None:
    assert asked(path, method) is None


def test_every_page_needs_a_right() -> None:
    assert {path.stem for path in PAGES.glob("[!_]*.py")} - {"frame"} == set(RIGHTS)
