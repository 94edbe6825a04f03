"""People for tests: accounts with passwords of their own, and a clock."""

from datetime import UTC, datetime

from services.access import accounts, passwords
from services.access.accounts import Rights
from services.store import Store
from services.store.accounts import set_account

ADMIN, ANALYST, LEADER, AUDITOR = "guanli", "yewu", "lingdao", "shenji"
ROLES = {ADMIN: "系统管理员", ANALYST: "业务员", LEADER: "领导", AUDITOR: "审计员"}
PASSWORD = "江边的灯 亮到三点钟才熄"
AGENT = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/130.0.0.0 Safari/537.36"


def now() -> datetime:
    """Give the moment it is."""
    return datetime.now(UTC)


def add(store: Store, name: str = ADMIN, password: str | None = PASSWORD, **rights: object) -> str:
    """Make an account; with `password` it is its own already, with None the temporary one is given back."""
    by = ADMIN if name != ADMIN else "root"
    temporary = accounts.add(store, name, Rights((ROLES[name],), **rights), by)  # type: ignore[arg-type]
    if password is None:
        return temporary
    with store.write() as connection:
        set_account(connection, name, password_hash=passwords.digest(password), must_change=False)
    return password


def everybody(store: Store) -> None:
    """Make one account of every role."""
    for name in ROLES:
        add(store, name)
