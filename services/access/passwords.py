"""Passwords: which ones will do, and how they are kept (argon2id, with the parameters the library advises).

Length and a list of common ones decide, not the kinds of characters: NIST SP 800-63B, 3.1.1.2.
"""

import re
import secrets
import unicodedata
from functools import lru_cache
from pathlib import Path

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from services.errors import BadRequest

SHORTEST, LONGEST = 12, 128  # characters
DIFFERENT = 6  # characters that must be left, counted once each, when all that is common is taken out
COMMON = Path(__file__).parent / "common_passwords.txt"
# What people write for letters.
LOOKS = str.maketrans("@431!0$57", "aaeiiosst")
# Read aloud or copied by hand without a doubt: no 0 o, 1 i l.
ALPHABET = "23456789abcdefghjkmnpqrstuvwxyz"
GROUPS, GROUP = 4, 4
hasher = PasswordHasher()


def form(password: str) -> str:
    """Give the form in which a password is counted and kept: the same characters whatever typed them (NFC)."""
    return unicodedata.normalize("NFC", password)


def objection(password: str, *names: str) -> str | None:
    """Give the sentence that says why a password will not do, None where it will; `names` are its owner's."""
    password = form(password)
    if len(password) < SHORTEST:
        return f"密码至少要{SHORTEST}个字符，现在是{len(password)}个。"
    if len(password) > LONGEST:
        return f"密码不能超过{LONGEST}个字符。"
    if password.isdecimal():
        return "密码不能只用数字，生日、手机号、证件号都容易被猜到。"
    folded = _folded(password)
    own = re.compile("|".join(re.escape(_folded(name)) for name in names if len(name.strip()) > 1) or "(?!)")
    if any(_left(text, own) < DIFFERENT for text in (folded, folded.translate(LOOKS))):
        return "这个密码太容易被猜到：除去常见的词、键盘上相连的键和您的名字，剩下的太少。可以用几个不相干的词连起来。"
    return None


def check(password: str, *names: str) -> None:
    """Raise BadRequest with the sentence of `objection` where there is one."""
    if wrong := objection(password, *names):
        raise BadRequest(wrong)


def temporary() -> str:
    """Give a password that somebody is told once: 79 bits in four groups, such as k7mp-2x9d-…"""
    return "-".join("".join(secrets.choice(ALPHABET) for _ in range(GROUP)) for _ in range(GROUPS))


def digest(password: str) -> str:
    """Give what is kept of a password."""
    return hasher.hash(form(password))


def matches(kept: str | None, password: str) -> bool:
    """Say whether a password is the one whose digest is kept; for None it takes as long and says no."""
    try:
        known = hasher.verify(kept or _nobody(hasher), form(password))
    except (VerificationError, InvalidHashError):
        return False
    return known and kept is not None


def outdated(kept: str) -> bool:
    """Say whether a digest was made with other parameters than are advised now."""
    return hasher.check_needs_rehash(kept)


@lru_cache(maxsize=1)
def _nobody(hashing: PasswordHasher) -> str:
    """Give the digest of a password nobody has, made once per set of parameters."""
    return hashing.hash(secrets.token_hex())


@lru_cache(maxsize=1)
def _common() -> re.Pattern[str]:
    words = COMMON.read_text(encoding="utf-8").split()
    return re.compile("|".join(re.escape(word) for word in sorted(words, key=len, reverse=True)))


def _folded(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold()


def _left(text: str, own: re.Pattern[str]) -> int:
    return len(set(_common().sub("", own.sub("", text))))
