"""The commands `account add`, `account list`, `account disable` and `account password`."""

import argparse
from typing import Any

from services.access import accounts
from services.access.accounts import Account, Rights, login_name
from services.cli.commands import Answer, day
from services.store import Store

ONCE = "临时密码只显示这一次，请当面或另行告诉本人；本人第一次登录时必须改掉。"


def add(asked: argparse.Namespace) -> Answer:
    """Make an account; its temporary password is said once."""
    until = asked.until and day(asked.until)
    domains = asked.domain and tuple(asked.domain)
    rights = Rights(tuple(asked.role), asked.title, domains, asked.persons, until, asked.login)
    password = accounts.add(Store.open(), asked.name, rights, asked.actor)
    name = login_name(asked.name)
    answer = {"name": name, "roles": asked.role, "password": password}
    return 0, answer, f"已添加账号“{name}”（{'、'.join(asked.role)}）。临时密码：{password}\n{ONCE}"


def list_(asked: argparse.Namespace) -> Answer:
    """All accounts."""
    found = accounts.listed(Store.open(), asked.actor)
    return 0, {"accounts": [_plain(each) for each in found]}, "\n".join(map(_line, found)) or "还没有账号。"


def disable(asked: argparse.Namespace) -> Answer:
    """Close an account and end its sessions."""
    name = login_name(asked.name)
    accounts.disable(Store.open(), name, asked.actor)
    return 0, {"name": name, "outcome": "disabled"}, f"已停用账号“{name}”，它的登录都已结束。"


def password(asked: argparse.Namespace) -> Answer:
    """Give an account a new temporary password, which is said once."""
    name = login_name(asked.name)
    made = accounts.new_password(Store.open(), name, asked.actor)
    return 0, {"name": name, "password": made}, f"账号“{name}”的临时密码：{made}\n{ONCE}"


def _plain(account: Account) -> dict[str, Any]:
    rights = account.rights
    return {
        "name": account.name, "title": rights.title, "roles": list(rights.roles),
        "domains": rights.domains and list(rights.domains), "persons": rights.persons,
        "until": rights.expires_on and rights.expires_on.isoformat(), "login": rights.login,
        "disabled": account.disabled, "must_change": account.must_change,
        "by": account.made_by, "made_at": account.made_at.isoformat(),
    }  # fmt: skip


def _line(account: Account) -> str:
    rights = account.rights
    words = ["、".join(rights.roles), rights.title]
    words += [f"只管{'、'.join(rights.domains)}"] if rights.domains else []
    words += ["可看人员名单"] if rights.persons else []
    words += [f"用到{rights.expires_on}"] if rights.expires_on else []
    words += ["已停用"] if account.disabled else ["临时密码还没有改"] if account.must_change else []
    return f"{account.name}：{'，'.join(filter(None, words))}"
