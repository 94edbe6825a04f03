"""The package for a meeting without a network."""

import hashlib
import json
import re
from datetime import UTC, datetime
from html.parser import HTMLParser
from typing import Any, cast

import pytest

from services.errors import Refused
from services.screen.package import checked, fours, package
from services.screen.shape import Content

KEY = bytes(32)
MADE = datetime(2023, 10, 31, 9, 30, tzinfo=UTC)
EVIL = "</script><script>alert(1)</script><!-- &amp; \u2028"


def content(title: str = "已完成71家") -> Content:
    footer = {"source": "来源", "meaning": "口径", "as_of": "截至2023年10月31日"}
    page = {
        "kind": "summary", "seconds": 20, "title": title, "figures": [], "body": {"kind": "none"}, "footer": footer
    }  # fmt: skip
    return cast(
        Content,
        {
            "version": "3fa9c1d2e3f40516", "as_of": "2023-10-31", "as_of_words": "2023年10月31日", "snapshot": None,
            "batch": 45, "data_at": None, "theme": "dark", "inches": 98, "metres": 8, "pages": [page],
        },
    )  # fmt: skip


class Reader(HTMLParser):
    """What a browser would make of the file: its elements, and the text of its scripts and styles."""

    def __init__(self, file: bytes) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[tuple[str, str]] = []
        self.feed(file.decode())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        if self.tags and self.tags[-1][0] in ("script", "style") and data.strip():
            self.texts.append((self.tags[-1][0], data))

    def scripts(self) -> list[str]:
        return [text for tag, text in self.texts if tag == "script"]


def embedded(file: bytes) -> dict[str, Any]:
    found = re.search(r'id="embedded"[^>]*>([^<]*)<', file.decode())
    assert found
    return cast(dict[str, Any], json.loads(found[1]))


def test_it_says_what_it_is() -> None:
    papers = checked(package(content(), KEY, MADE), KEY)
    assert (papers.number, papers.as_of) == ("20231031-45-3FA9", "2023年10月31日")
    assert datetime.fromisoformat(papers.made_at) == MADE


def test_the_digest_is_of_the_bytes_of_the_data() -> None:
    file = package(content(), KEY, MADE)
    [data] = re.findall(rb'id="embedded"[^>]*>([^<]*)<', file)
    digest = hashlib.sha256(data).hexdigest()
    assert checked(file, KEY).digest == digest
    assert f'data-digest="{digest}"'.encode() in file
    assert fours(digest).replace(" ", "") == digest
    assert {len(each) for each in fours(digest).split()} == {4}


def test_other_data_have_another_digest() -> None:
    one, other = (checked(package(content(title), KEY, MADE), KEY).digest for title in ("甲", "乙"))
    assert one != other


def test_no_text_of_the_data_leaves_its_element() -> None:
    evil, plain = package(content(EVIL), KEY, MADE), package(content(), KEY, MADE)
    assert embedded(evil)["pages"][0]["title"] == EVIL
    assert [tag for tag, _ in Reader(evil).tags] == [tag for tag, _ in Reader(plain).tags]
    assert len(Reader(evil).scripts()) == 2


def test_nothing_is_asked_of_anybody() -> None:
    read = Reader(package(content(), KEY, MADE))
    asked = [given.get("src") or given.get("href") for _, given in read.tags]
    assert [each for each in asked if each] == ["data:,"]
    [policy] = [given["content"] or "" for tag, given in read.tags if given.get("http-equiv")]
    assert policy.startswith("default-src 'none';")
    assert "unsafe" not in policy
    assert "form" not in {tag for tag, _ in read.tags}


def test_one_flipped_byte_fails() -> None:
    file = bytearray(package(content(), KEY, MADE))
    place = file.index("71家".encode())
    file[place] = ord("9")
    with pytest.raises(Refused, match="核对不通过"):
        checked(bytes(file), KEY)
