"""Roles: which go together, and that nobody is the last who could put things right again."""

from datetime import date
from typing import Any

import pytest

from services.access.roles import Role, checked, keep_offices
from services.errors import BadRequest

LEADER, ANALYST, ADMIN, AUDITOR = Role


def account(*roles: str, disabled: bool = False, expires_on: date | None = None) -> dict[str, Any]:
    return {"roles": list(roles), "disabled": disabled, "expires_on": expires_on}


def test_roles_are_known_by_their_names() -> None:
    assert checked(["领导", "业务员"]) == {LEADER, ANALYST}
    assert checked(["系统管理员", "业务员"]) == {ADMIN, ANALYST}


@pytest.mark.parametrize(
    ("names", "said"),
    [([], "至少选一种"), (["屏幕"], "没有“屏幕”这种角色"), (["审计员", "系统管理员"], "不能是同一个人")],
)
def test_what_makes_no_sense_is_refused(names: list[str], said: str) -> None:
    with pytest.raises(BadRequest, match=said):
        checked(names)


@pytest.mark.parametrize("office", [ADMIN, AUDITOR])
def test_the_last_of_an_office_stays(office: Role) -> None:
    only, soon = account(office), account(office, expires_on=date(2099, 1, 1))
    for after in ([], [account(office, disabled=True)], [account("领导")], [soon]):
        with pytest.raises(BadRequest, match=f"至少要留一个启用的、不设到期日的{office}账号"):
            keep_offices([only], after)
    keep_offices([only, only], [only, account("领导")])
    keep_offices([only], [only, soon])
    keep_offices([account("领导")], [account("业务员")])


def test_an_office_begins_with_one_that_does_not_expire() -> None:
    with pytest.raises(BadRequest):
        keep_offices([], [account(AUDITOR, expires_on=date(2099, 1, 1))])
    keep_offices([], [account(AUDITOR)])
