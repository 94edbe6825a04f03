"""Every page of every kind of wall has the shape the static client draws, and no more than seven numbers."""

from collections.abc import Iterator
from typing import Any

import pytest

from services.screen import playlist
from services.screen.pages import PAGES
from services.screen.shape import Content
from services.snapshots import snapshot
from services.store import Store
from tests.pages.later import change
from tests.pages.town import AS_OF
from tests.screen.shape import faults
from tests.screen.wall import shown, town

WALLS: list[dict[str, Any]] = [
    {}, {"list_units": True}, {"domain": "机关"}, {"domain": "社会组织", "list_units": True}, {"snapshot": "三月例会"},
]  # fmt: skip


@pytest.fixture(scope="module")
def stores(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Store]]:
    """An empty store, one never published from, and one with two snapshots."""
    folders = [tmp_path_factory.mktemp(name) for name in ("nothing", "live", "published")]
    opened = {"nothing": Store.open(f"sqlite:///{folders[0] / 'nothing.db'}")}
    opened |= {"live": town(folders[1]), "published": town(folders[2], units=30)}
    snapshot(opened["published"], "三月例会", AS_OF.replace(month=3), "业务员甲")
    change(opened["published"], 2, findings={"status_text": "整改中"})
    snapshot(opened["published"], "十月例会", AS_OF, "业务员甲")
    yield opened
    for each in opened.values():
        each.engine.dispose()


def every(stores: dict[str, Store]) -> list[Content]:
    walls = [each for each in WALLS if "snapshot" not in each]
    return [
        *(shown(stores[name], **wall) for name in ("nothing", "live") for wall in walls),
        *(shown(stores["published"], **wall) for wall in WALLS),
    ]


def test_there_is_a_page_for_every_kind_of_the_playlist() -> None:
    assert set(PAGES) == set(playlist.KINDS)


def test_what_is_sent_has_the_declared_shape(stores: dict[str, Store]) -> None:
    for content in every(stores):
        assert faults(content, Content) == []


def test_the_checker_finds_what_is_wrong(stores: dict[str, Store]) -> None:
    content: Any = shown(stores["live"])
    content["pages"][0]["figures"][0]["state"] = "bad"
    content["pages"][1]["body"]["items"][0]["owner"] = "某人"
    content["batch"] = None
    assert len(faults(content, Content)) == 3


def test_a_page_has_one_idea_at_most_seven_numbers_and_its_foot(stores: dict[str, Store]) -> None:
    for content in every(stores):
        for page in content["pages"]:
            figures, body = page["figures"], page["body"]
            counted = len(figures) + (len(body["rows"]) if body["kind"] == "bars" else 0)
            assert counted <= 7
            assert len({figure["label"] for figure in figures}) == len(figures)
            assert page["title"]
            assert page["footer"]["source"].startswith("来源：")
            assert page["footer"]["meaning"].startswith("口径：")
            assert page["footer"]["as_of"] == f"截至{content['as_of_words']}"


def test_an_empty_store_says_what_to_upload_on_short_pages(stores: dict[str, Store]) -> None:
    content = shown(stores["nothing"])
    assert (content["batch"], content["data_at"], content["snapshot"]) == (0, None, None)
    for page in content["pages"]:
        assert (page["figures"], page["body"], page["seconds"]) == ([], {"kind": "none"}, 8)
        assert "还没有" in page["title"]


def test_every_identity_in_a_body_is_there_once(stores: dict[str, Store]) -> None:
    for content in every(stores):
        for page in content["pages"]:
            body = page["body"]
            rows: Any = body["items"] if body["kind"] == "tiles" else body.get("rows", [])
            assert len({row["id"] for row in rows}) == len(rows)
