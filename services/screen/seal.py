"""The seal of a file that leaves the house: a line at its end that only this store can write, over every byte before.

It shows that this store made the file and that nothing in it was changed since. The key stays in the store, so only
the store can check it; whoever holds no store compares the digest on the file's last page instead.
"""

import hashlib
import hmac
import re
import secrets

from services.errors import Refused
from services.store import Store, records

KEY = "seal_key"  # the name of the note that holds it
_SEAL = re.compile(rb"<!-- hmac-sha256 ([0-9a-f]{64}) -->\n")
_LENGTH = len(b"<!-- hmac-sha256  -->\n") + 64
FORGED = "核对不通过：这份文件不是由本看板制作，或者制作后被改动过。请不要使用，并请业务员重新导出。"


def key(store: Store) -> bytes:
    """Give the store's key of 32 bytes; it is made when it is first asked for."""
    with store.write() as connection:
        kept = records.note(connection, KEY)
        if kept is None:
            kept = secrets.token_hex(32)
            records.set_note(connection, KEY, kept)
    return bytes.fromhex(kept)


def sealed(content: bytes, key: bytes) -> bytes:
    """Give HTML with its seal."""
    return b"%b<!-- hmac-sha256 %b -->\n" % (content, _code(content, key))


def opened(file: bytes, key: bytes) -> bytes:
    """Give the HTML under the seal; raises Refused (code forged) where the seal is missing or does not fit."""
    content, seal = file[:-_LENGTH], _SEAL.fullmatch(file[-_LENGTH:])
    if seal is None or not hmac.compare_digest(seal[1], _code(content, key)):
        raise Refused("forged", FORGED)
    return content


def _code(content: bytes, key: bytes) -> bytes:
    return hmac.new(key, content, hashlib.sha256).hexdigest().encode()
