"""The HTML around every page. Streamlit's own may change with a release: then these tests say so."""

import re

from pages.parts.shell import FOREVER, WORDS, WORDS_PATH, PageName, shell


def test_our_script_runs_before_the_front_end() -> None:
    html = shell()
    assert html.index(WORDS_PATH) < html.index('<script type="module"')
    assert b"BACKEND_BASE_URL" in WORDS


def test_no_script_stands_in_the_page_itself() -> None:
    assert [tag for tag in re.findall(r"<script[^>]*>", shell()) if " src=" not in tag] == []


def test_nothing_in_the_page_is_english_but_its_technical_parts() -> None:
    said = re.sub(r"<[^>]+>", " ", shell())
    assert re.findall(r"[A-Za-z]{3,}", said) == ["JavaScript"]


def test_our_script_is_kept_until_it_changes() -> None:
    assert re.fullmatch(r"/words\.[0-9a-f]{12}\.js", WORDS_PATH)
    assert not re.fullmatch(PageName.regex, WORDS_PATH.strip("/"))
    assert "immutable" in FOREVER["Cache-Control"]


def test_title_and_language_are_ours() -> None:
    html = shell()
    assert '<html lang="zh-CN">' in html
    assert "<title>机关党建看板</title>" in html


def test_files_and_streamlits_own_addresses_are_no_pages() -> None:
    taken = [
        name
        for name in ("overview", "nonsense", "总览", "favicon.png", "_stcore")
        if re.fullmatch(PageName.regex, name)
    ]
    assert taken == ["overview", "nonsense", "总览"]
