"""Signing in and changing one's password: whatever is wrong, it is said in the same words and takes the same time."""

from datetime import datetime, timedelta
from typing import Any

from services.access import attempts, audit, passwords, sessions
from services.access.accounts import NAME, login_name
from services.access.attempts import ACCOUNT, ADDRESS
from services.access.perform import perform
from services.access.sessions import Session
from services.errors import BadRequest, NotAllowed
from services.store import Store, access, accounts
from services.store import sessions as kept_sessions
from services.store.engine import Connection

WRONG = "登录名或密码不对，或者账号现在不能登录。连续输错会暂停几分钟；忘了密码请找系统管理员。"
NOT_YOURS = "现在的密码不对。连续输错会暂停几分钟。"
NONE = "这个账号用统一身份认证登录，在看板里没有密码。"
NOBODY = "未知账号"


class TooMany(NotAllowed):
    """So many failed sign-ins came from an address that for some minutes none is looked at."""

    def __init__(self, wait: timedelta) -> None:
        minutes = -(-wait // timedelta(minutes=1))
        super().__init__(f"从这个网络地址输错的次数太多，请过{minutes}分钟再试。")


def sign_in(store: Store, name: str, password: str, address: str, agent: str, now: datetime) -> str:
    """Give the token of a new session; raises NotAllowed with the same words whatever is wrong.

    Only for an address with too many failures it is another sentence (TooMany), for that tells nothing of accounts.
    """
    name = login_name(name)
    with store.read() as connection:
        _at_rest(connection, address, now)
    with store.write() as connection:
        _at_rest(connection, address, now)
        account = access.who(connection, name)[1] if NAME.fullmatch(name) else None
        attempts.take(connection, ADDRESS, address, now)
        tries = attempts.take(connection, ACCOUNT, name if account else "", now)  # as much work for nobody's name
    why = reason(account, now) or ("locked" if tries is None else None)
    kept = account["password_hash"] if account and why is None else None
    if not passwords.matches(kept, password):
        with store.write() as connection:
            who = name if account else NOBODY  # what was typed may be the password
            audit.append(connection, who, "session.begin", who, "refused", {"why": why or "wrong_password"})
        raise NotAllowed(WRONG)
    renewed = {"password_hash": passwords.digest(password)} if kept and passwords.outdated(kept) else {}
    return admit(store, name, address, agent, now, **renewed)


def admit(store: Store, name: str, address: str, agent: str, now: datetime, **renewed: Any) -> str:
    """Begin the session of somebody who has shown who they are and give its token.

    `renewed` is written into the account. Raises NotAllowed where it was closed in the meantime.
    """
    with perform(store, name, "session.begin", name) as act:
        if reason(access.who(act.connection, name)[1], now):
            raise NotAllowed(WRONG)
        if renewed:
            accounts.set_account(act.connection, name, **renewed)
        attempts.forget(act.connection, name)
        attempts.take_back(act.connection, address)
        return sessions.begin(act.connection, name, address, agent, now)


def reason(account: dict[str, Any] | None, now: datetime) -> str | None:
    """Give why an account cannot be signed in with, None where it can."""
    if account is None:
        return "unknown_account"
    if account["disabled"]:
        return "disabled"
    if account["expires_on"] and account["expires_on"] < now.astimezone().date():
        return "expired"
    return None


def change_password(store: Store, who: Session, current: str, new: str, again: str, now: datetime) -> str:
    """Change somebody's own password and give the token of their new session; all others end.

    Raises BadRequest for a new one that will not do and where there is none at all, NotAllowed where the current one
    is wrong or tried too often.
    """
    if passwords.form(new) != passwords.form(again):
        raise BadRequest("两次输入的新密码不一样。")
    passwords.check(new, who.account, who.title)
    if passwords.form(new) == passwords.form(current):
        raise BadRequest("新密码和现在的一样，请换一个。")
    with store.write() as connection:
        account = access.who(connection, who.account)[1]
        if account and account["password_hash"] is None:
            raise BadRequest(NONE)
        tries = attempts.take(connection, ACCOUNT, who.account, now)
    right = passwords.matches(account["password_hash"] if account and tries is not None else None, current)
    digest = passwords.digest(new)
    with perform(store, who.account, "password.change", who.account) as act:
        if not right:
            raise NotAllowed(NOT_YOURS)
        accounts.set_account(act.connection, who.account, password_hash=digest, must_change=False, changed_at=now)
        attempts.forget(act.connection, who.account)
        act.note(ended=kept_sessions.end_sessions(act.connection, who.account, now) - 1)
        return sessions.begin(act.connection, who.account, who.address, who.agent, now)


def _at_rest(connection: Connection, address: str, now: datetime) -> None:
    if until := attempts.locked(connection, ADDRESS, address, now):
        raise TooMany(until - now)
