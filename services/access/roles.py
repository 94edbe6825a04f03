"""The roles an account may hold, those that exclude each other, and the offices that are never left empty."""

from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from typing import Any

from services.errors import BadRequest


class Role(StrEnum):
    """What a person is here. Screens are paired devices and have no account."""

    LEADER = "领导"
    ANALYST = "业务员"
    ADMIN = "系统管理员"
    AUDITOR = "审计员"


# Who gives the rights and who watches over them: never one person, and never nobody again once there was somebody.
OFFICES = (Role.ADMIN, Role.AUDITOR)


def checked(names: Iterable[str]) -> frozenset[Role]:
    """Give roles by their names; raises BadRequest for none, an unknown one, and two that exclude each other."""
    named = list(names)
    unknown = [name for name in named if name not in list(Role)]
    if unknown:
        raise BadRequest(f"没有“{unknown[0]}”这种角色，只能是{'、'.join(Role)}。")
    roles = frozenset(map(Role, named))
    if not roles:
        raise BadRequest(f"请至少选一种角色：{'、'.join(Role)}。")
    if roles >= set(OFFICES):
        raise BadRequest("系统管理员和审计员不能是同一个人。")
    return roles


def keep_offices(before: Sequence[Mapping[str, Any]], after: Sequence[Mapping[str, Any]]) -> None:
    """Raise BadRequest where a change of accounts leaves the last 系统管理员 or 审计员 out, or lets them expire.

    `before` and `after`: all accounts, as rows of the store. An office nobody ever held may stay empty.
    """
    for office in OFFICES:
        there = any(_holds(account, office) for account in (*before, *after))
        if there and not any(_holds(account, office) and account["expires_on"] is None for account in after):
            raise BadRequest(f"至少要留一个启用的、不设到期日的{office}账号。")


def _holds(account: Mapping[str, Any], office: Role) -> bool:
    return office in account["roles"] and not account["disabled"]
