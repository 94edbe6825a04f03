"""The HTML around every page. Streamlit's own may change with a release: then these tests say so."""

import re

from pages.parts.shell import PageName, shell


def test_the_front_end_is_told_where_its_server_is_before_it_starts() -> None:
    html = shell()
    assert html.index("BACKEND_BASE_URL") < html.index('<script type="module"')


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
