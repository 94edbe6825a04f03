"""Accounts: made with a temporary password, changed, disabled; never removed, for the audit names them."""

import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from services.access import attempts, passwords
from services.access.perform import Act, perform, permit
from services.access.roles import Role, checked, keep_offices
from services.errors import BadRequest
from services.store import Store, access, accounts, sessions
from services.text import normal, outer

NAME = re.compile(r"[\w.@-]{1,32}")
LONGEST_TITLE = 20
# What stands before a name of the house's own sign-in: one that may still be linked, and one that is (see oidc.py).
WAITING, LINKED = "login ", "subject "


@dataclass(frozen=True)
class Rights:
    """What a 系统管理员 decides about an account.

    `domains` (业务员 only): the 领域 they may change, None for all. `persons`: a 领导 who may see named rows.
    `expires_on`: the last day the account is good for. `login`: the name at the house's own sign-in.
    """

    roles: tuple[str, ...]
    title: str = ""
    domains: tuple[str, ...] | None = None
    persons: bool = False
    expires_on: date | None = None
    login: str = ""


@dataclass(frozen=True)
class Account:
    """An account as it stands; `must_change`: it has a temporary password; `linked`: `login` was signed in with."""

    name: str
    rights: Rights
    disabled: bool
    must_change: bool
    linked: bool
    made_at: datetime
    made_by: str


def login_name(text: str) -> str:
    """Give the form in which a login name is kept: width, case and blanks make no difference."""
    return normal(text).casefold()


def add(store: Store, name: str, rights: Rights, by: str) -> str:
    """Make an account and give its temporary password, which is kept nowhere.

    Raises BadRequest for a name missing, odd or taken, for roles that do not go together, for a first account that
    is no 系统管理员, and for the only 系统管理员 or 审计员 where it would expire; NotAllowed.
    """
    name, password, now = login_name(name), passwords.temporary(), datetime.now(UTC)
    kept = passwords.digest(password)
    with perform(store, by, "account.add", name) as act:
        if not NAME.fullmatch(name):
            raise BadRequest("登录名请用1至32个汉字、字母、数字或 . _ - @，中间不要空格。")
        anybody, taken = access.who(act.connection, name)
        if taken:
            raise BadRequest(f"已经有登录名为“{name}”的账号。")
        values = _values(rights)
        if not anybody and Role.ADMIN not in values["roles"]:
            raise BadRequest("第一个账号必须是系统管理员，由它再添加别的账号。")
        _free(act, rights.login, name)
        accounts.add_account(
            act.connection, name=name, **values, subject=_subject(rights.login), password_hash=kept, must_change=True,
            disabled=False, made_at=now, made_by=by, changed_at=now,
        )  # fmt: skip
        keep_offices([], access.accounts(act.connection))
        act.note(roles=values["roles"], domains=values["domains"], persons=values["persons"])
    return password


def change(store: Store, name: str, rights: Rights, by: str) -> None:
    """Give an account other rights, from its very next step on.

    Raises BadRequest for an unknown account, for roles that do not go together, and where the last 系统管理员 or
    审计员 would be gone; NotAllowed.
    """
    with _changing(store, name, by, "account.change") as (act, before):
        values = _values(rights)
        if rights.login != _login(before["subject"]):
            _free(act, rights.login, name)
            values["subject"] = _subject(rights.login)
        accounts.set_account(act.connection, name, **values, changed_at=datetime.now(UTC))
        act.note(**{what: [_said(before[what]), _said(to)] for what, to in values.items() if to != before[what]})


def disable(store: Store, name: str, by: str, disabled: bool = True) -> None:
    """Close an account and end its sessions, or open it again.

    Raises BadRequest for an unknown account and for the last 系统管理员 or 审计员; NotAllowed.
    """
    now = datetime.now(UTC)
    with _changing(store, name, by, "account.disable") as (act, _):
        accounts.set_account(act.connection, name, disabled=disabled, changed_at=now)
        if disabled:
            sessions.end_sessions(act.connection, name, now)
        act.note(disabled=disabled)


def new_password(store: Store, name: str, by: str) -> str:
    """Give an account a new temporary password; its sessions end, and a pause after wrong ones. Raises as `disable`."""
    password, now = passwords.temporary(), datetime.now(UTC)
    kept = passwords.digest(password)
    with _changing(store, name, by, "account.password") as (act, _):
        accounts.set_account(act.connection, name, password_hash=kept, must_change=True, changed_at=now)
        attempts.forget(act.connection, name)
        act.note(ended=sessions.end_sessions(act.connection, name, now))
    return password


def end_sessions(store: Store, name: str, by: str) -> int:
    """End all sessions of an account and give how many ended. Raises as `disable`."""
    with _changing(store, name, by, "account.sessions") as (act, _):
        ended = sessions.end_sessions(act.connection, name, datetime.now(UTC))
        act.note(ended=ended)
    return ended


def listed(store: Store, by: str) -> list[Account]:
    """Give all accounts, by name; raises NotAllowed."""
    permit(store, by, "account.read")
    with store.read() as connection:
        rows = access.accounts(connection)
    return [_account(row) for row in rows]


@contextmanager
def _changing(store: Store, name: str, by: str, operation: str) -> Iterator[tuple[Act, dict[str, Any]]]:
    with perform(store, by, operation, name) as act:
        before = access.accounts(act.connection)
        found = next((row for row in before if row["name"] == name), None)
        if found is None:
            raise BadRequest(f"没有登录名为“{name}”的账号。")
        yield act, found
        keep_offices(before, access.accounts(act.connection))


def _values(rights: Rights) -> dict[str, Any]:
    roles = checked(rights.roles)
    title = outer(rights.title)
    if len(title) > LONGEST_TITLE:
        raise BadRequest(f"姓名不能超过{LONGEST_TITLE}个字。")
    if rights.domains is not None and not rights.domains:
        raise BadRequest("请至少选一个领域，或者选“全部领域”。")
    return {
        "title": title, "roles": _ordered(roles), "expires_on": rights.expires_on,
        "domains": list(rights.domains) if rights.domains and Role.ANALYST in roles else None,
        "persons": rights.persons and Role.LEADER in roles,
    }  # fmt: skip


def _ordered(roles: Iterable[Role]) -> list[str]:
    return [str(role) for role in Role if role in roles]


def _free(act: Act, login: str, name: str) -> None:
    wanted = _subject(login)
    if wanted and (other := accounts.account_of(act.connection, wanted)) and other["name"] != name:
        raise BadRequest(f"统一身份账号“{login}”已经给了“{other['name']}”。")


def _subject(login: str) -> str | None:
    return WAITING + login_name(login) if login.strip() else None


def _login(subject: str | None) -> str:
    """Give the name of the house's sign-in that is still to be linked; of one that is linked, the mark it has there."""
    return (subject or "").removeprefix(WAITING).removeprefix(LINKED)


def _said(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value


def _account(row: dict[str, Any]) -> Account:
    rights = Rights(
        tuple(row["roles"]), row["title"], None if row["domains"] is None else tuple(row["domains"]), row["persons"],
        row["expires_on"], _login(row["subject"]),
    )  # fmt: skip
    linked = (row["subject"] or "").startswith(LINKED)
    return Account(row["name"], rights, row["disabled"], row["must_change"], linked, row["made_at"], row["made_by"])
