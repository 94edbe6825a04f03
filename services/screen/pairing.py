"""Pairing: an analyst makes a code, somebody types it on the device, and the device holds a token from then on.

Neither is kept, only a digest: of the code a slow one, for it is short, of the token a quick one, for it is not.
"""

import hashlib
import hmac
import secrets
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from services.access import perform
from services.errors import BadRequest, StoreUnusable
from services.screen import playlist as lists
from services.screen.playlist import DEFAULT, Playlist
from services.screen.screens import unknown
from services.store import Store, screens
from services.text import normal

Role = Literal["screen", "remote", "present"]
ROLES: dict[Role, str] = {"screen": "大屏", "remote": "遥控", "present": "讲解"}
# A wall stays paired as long as a browser may keep a cookie; a phone only for the day of the meeting.
LASTS: dict[Role, timedelta] = {
    "screen": timedelta(days=400), "remote": timedelta(hours=16), "present": timedelta(hours=16),
}  # fmt: skip
# No sign looks or sounds like another one on a wall or read aloud: no 0 O, 1 I L, 2 Z, 5 S, 8 B, U V.
ALPHABET = "34679ACDEFGHJKMNPQRTWXY"
LENGTH = 8
MINUTES = (1, 10, 60)  # a code is valid: at least, as a rule, at most
SEEN_EVERY = timedelta(minutes=1)
DEVICE = "设备"  # nobody has signed in on it: the audit calls it so
WRONG = "配对码不对、已经用过或已过期，请业务员重新生成一个。"


@dataclass(frozen=True)
class Code:
    """A code to be typed on a device, shown once and never kept."""

    screen: str
    role: Role
    written: str
    expires_at: datetime

    @property
    def shown(self) -> str:
        """Give the code as people read it: in two groups of four."""
        return f"{self.written[: LENGTH // 2]} {self.written[LENGTH // 2 :]}"


@dataclass(frozen=True)
class Paired:
    """Who asks: a device that acts for a screen in a role, and what that screen shows."""

    screen: str
    role: Role
    playlist: Playlist


def code(
    store: Store, screen: str, role: Role, now: datetime, minutes: int = MINUTES[1], by: str | None = None
) -> Code:
    """Make the code that pairs a device with a screen in a role; one made before is void.

    A device that is paired already stays so until the code is typed. Raises BadRequest for an unknown screen, and
    NotAllowed.
    """
    written = "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))
    digest = code_hash(written)
    with perform(store, by, "screen.code", screen, role=role, minutes=minutes) as act:
        if not MINUTES[0] <= minutes <= MINUTES[2]:
            raise BadRequest(f"配对码的有效时间应在{MINUTES[0]}至{MINUTES[2]}分钟之间。")
        if not any(row["name"] == screen for row in screens.screens(act.connection)):
            raise unknown(screen)
        made = Code(screen, role, written, now + timedelta(minutes=minutes))
        screens.keep_code(act.connection, screen, role, code_hash=digest, expires_at=made.expires_at)
    return made


def redeem(store: Store, role: Role, typed: str, now: datetime) -> tuple[str, str]:
    """Give the screen a code is for and the token of the device that typed it; the code is spent.

    A device that had the role before loses it. Raises BadRequest for anything but an open code of this role.
    """
    digest, found = code_hash(typed), None
    with perform(store, DEVICE, "screen.pair", role=role) as act:
        for waiting in screens.open_codes(act.connection, role, now):  # all of them, so that time tells nothing
            if hmac.compare_digest(waiting["code_hash"], digest):
                found = waiting["screen"]
        if found is None:
            raise BadRequest(WRONG)
        token = secrets.token_urlsafe(32)
        spent = {"code_hash": None, "expires_at": None}
        held = {"token_hash": token_hash(token), "paired_at": now, "seen_at": now}
        screens.set_pairing(act.connection, found, role, **spent, **held)
        act.thing = found
    return found, token


def known(store: Store, role: Role, token: str, now: datetime) -> Paired | None:
    """Give who holds a token in a role, None where nobody does any more; notes once a minute that they were seen."""
    with store.read() as connection:
        row = screens.paired(connection, role, token_hash(token))
    if row is None or now > row["paired_at"] + LASTS[role]:
        return None
    screen, seen_at = row["screen"], row["seen_at"]
    if now > seen_at + SEEN_EVERY:
        with suppress(StoreUnusable), store.write(wait=False) as connection:  # the wall waits for nobody
            screens.set_pairing(connection, screen, role, seen_at=now)
    return Paired(screen, role, lists.read(row) if row["name"] else DEFAULT)


def unpair(store: Store, screen: str, role: Role, by: str) -> None:
    """Take a device back, and the code that waits for one; raises BadRequest where there is neither, NotAllowed."""
    with perform(store, by, "screen.unpair", screen, role=role) as act:
        if not screens.take_pairing(act.connection, screen, role):
            raise BadRequest(f"“{screen}”没有配对{ROLES[role]}。")


def code_hash(typed: str) -> str:
    """Give the digest of a code however it was typed: wide or small letters, blanks and dashes."""
    letters = normal(typed)[: 4 * LENGTH].upper().replace("-", "")
    # 10 ms a guess: whoever reads the digest cannot find the code while it is valid.
    return hashlib.scrypt(letters.encode(), salt=b"pairing code", n=2**12, r=8, p=1).hex()


def token_hash(token: str) -> str:
    """Give the digest of a token."""
    return hashlib.sha256(token.encode()).hexdigest()
