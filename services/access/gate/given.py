"""Addresses that are secrets: uploads and files of a page. Only the account whose page was sent one may ask there."""

import re
from collections import OrderedDict

KEPT = 20_000
_ADDRESS = re.compile(rb"/(?:media|_stcore/upload_file/[\w-]{1,64})/[\w.-]{1,128}")


class Given:
    """Which account was sent which address; those sent longest ago are forgotten first."""

    def __init__(self) -> None:
        self._to: OrderedDict[tuple[str, str], None] = OrderedDict()

    def note(self, account: str, message: bytes) -> None:
        """Note the addresses in a message to a page of this account."""
        if b"/media/" in message or b"/_stcore/upload_file/" in message:
            for address in _ADDRESS.findall(message):
                self._to[account, address.decode()] = None
                self._to.move_to_end((account, address.decode()))
            while len(self._to) > KEPT:
                self._to.popitem(last=False)

    def holds(self, account: str, path: str) -> bool:
        """Say whether an account was sent this address."""
        return (account, path) in self._to
