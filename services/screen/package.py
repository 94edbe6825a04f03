"""断网会议包: a playlist as one HTML file that needs no network, for a USB stick.

The wall's own client plays from data inside the file. Its last page shows the digest of these data; the seal after
the end of the page covers every byte.
"""

import base64
import hashlib
import json
import re
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from services.screen.bundle import bundle
from services.screen.seal import opened, sealed
from services.screen.shape import Content

STATIC = Path(__file__).parent / "static"
PROVES = "这份文件由本看板制作，制作之后一个字节也没有改过。它不说明台账里的数本身对不对。"
_SERVED = re.compile(r'<link rel="(?:modulepreload|preload|stylesheet)"[^>]*>\n|<script\b.*?</script>\n', re.DOTALL)
_PAIRING = re.compile(r'<form id="pair".*?</form>\n', re.DOTALL)
_EMBEDDED = re.compile(rb'<script type="application/json" id="embedded"[^>]*>([^<]*)</script>')


@dataclass(frozen=True)
class Papers:
    """What a package says of itself: its number, its 截至 in words, when it was made, the digest of its data."""

    number: str
    as_of: str
    made_at: str
    digest: str


def package(content: Content, key: bytes, made_at: datetime) -> bytes:
    """Give the file: `content` is what the wall is sent, `key` the store's."""
    number = f"{content['as_of'].replace('-', '')}-{content['batch']}-{content['version'][:4].upper()}"
    data = _inside({**content, "number": number, "made_at": made_at.isoformat(timespec="seconds")})
    return sealed(_page(data, _digest(data.encode())).encode(), key)


def checked(file: bytes, key: bytes) -> Papers:
    """Give what a package says of itself; raises Refused where it is not as this store made it."""
    [embedded] = _EMBEDDED.findall(opened(file, key))
    data = json.loads(embedded)
    return Papers(data["number"], data["as_of_words"], data["made_at"], _digest(embedded))


def fours(digest: str) -> str:
    """Give a digest as people compare it: in groups of four."""
    return " ".join(re.findall("....", digest))


def _inside(data: dict[str, Any]) -> str:
    """Give JSON that can stand in a script element: nothing in it can end the element or open a comment."""
    written = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return re.sub("[<>&\u2028\u2029]", lambda sign: f"\\u{ord(sign[0]):04x}", written)


def _page(data: str, digest: str) -> str:
    style, script = (STATIC / "screen.css").read_text("utf-8"), bundle(STATIC / "offline.js")
    policy = (
        f"default-src 'none'; script-src '{_source(script)}'; style-src '{_source(style)}'; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )
    head = f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n<style>{style}</style>\n</head>'
    foot = f'<script type="application/json" id="embedded" data-digest="{digest}">{data}</script>\n'
    page = _PAIRING.sub("", _SERVED.sub("", (STATIC / "screen.html").read_text("utf-8")))
    return page.replace("</head>", head).replace("</body>", f"{foot}<script>{script}</script>\n</body>")


def _source(inline: str) -> str:
    """Give how a policy names an inline script or style that may stand in the page."""
    return f"sha256-{base64.b64encode(hashlib.sha256(inline.encode()).digest()).decode()}"


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
