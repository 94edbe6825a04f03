"""Where to go after signing in: only to an address of ours, whatever a link says."""

import re

LONGEST = 2000
# A step below our own root. A browser reads // and /\ as another host, and drops tabs and line breaks.
OURS = re.compile(r"/(?![/\\])[^\\\s\x00-\x1f\x7f]*")
NO_PAGES = ("/sign-in", "/sign-out", "/oidc")


def own(path: str) -> str:
    """Give an address of ours back, the first page for anything else."""
    good = len(path) <= LONGEST and OURS.fullmatch(path) and not path.startswith(NO_PAGES)
    return path if good else "/"
