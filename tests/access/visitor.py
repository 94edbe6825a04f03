"""A browser before the pages of signing in: it opens pages and sends their forms."""

import re
from typing import Any
from urllib.parse import urlencode

from tests.screen.browser import HOST, Answer, Browser

FORM = "application/x-www-form-urlencoded"


class Visitor(Browser):
    """One browser and what it last saw."""

    def open(self, path: str, **headers: Any) -> Answer:
        """Open a page."""
        return self.get(path, **{"user_agent": "Mozilla/5.0 (Windows NT 10.0) Firefox/130.0", **headers})

    def send(self, path: str, fields: dict[str, str], **headers: Any) -> Answer:
        """Send a form as one of our own pages does; `headers` (with _ for -) replace what a browser says."""
        agent = "Mozilla/5.0 (Windows NT 10.0) Firefox/130.0"
        return self.post(path, urlencode(fields).encode(), **{"content_type": FORM, "user_agent": agent, **headers})

    def sign_in(self, name: str, password: str, **fields: str) -> Answer:
        """Sign in."""
        return self.send("/sign-in", {"name": name, "password": password, **fields})

    def token(self, path: str = "/sessions") -> str:
        """Give the token of the form on a page."""
        found = re.search(r'name="form" value="([^"]+)"', self.open(path).body.decode())
        assert found
        return found[1]


def words(answer: Answer) -> str:
    """Give the page without its tags."""
    return re.sub(r"<[^>]+>", " ", answer.body.decode())


__all__ = ["HOST", "Visitor", "words"]
