"""Whether a page of ours sent a request: a browser says so, and no other site can make it say so."""

from collections.abc import Mapping
from urllib.parse import urlsplit


def from_here(headers: Mapping[str, str]) -> bool:
    """Say whether a page of this host sent the request: by Origin, and where that is missing by Sec-Fetch-Site."""
    origin = headers.get("origin")
    if origin is None:
        return headers.get("sec-fetch-site") == "same-origin"
    return (
        urlsplit(origin).netloc == headers.get("host") and headers.get("sec-fetch-site", "same-origin") == "same-origin"
    )
