"""Who acts: an account by its name, or, as long as there is no account (单机模式), whoever sits at the machine."""

import getpass
from dataclasses import dataclass
from datetime import date

from services.access.roles import Role
from services.errors import NotAllowed
from services.store import access
from services.store.engine import Connection


@dataclass(frozen=True)
class Actor:
    """Somebody and what they are: `domains` are the 领域 whose rows they may change, None for all.

    `persons`: sees rows about named people where the role alone does not allow it.
    """

    name: str
    roles: frozenset[Role]
    domains: frozenset[str] | None = None
    persons: bool = False

    @property
    def owner(self) -> bool:
        """Say whether this is the owner in 单机模式: only then does one person hold all roles."""
        return self.roles == frozenset(Role)


def actor(connection: Connection, by: str) -> Actor:
    """Give who acts under a name; without any account it is the owner.

    Raises NotAllowed for a name that is no account, and for one that is disabled or expired.
    """
    accounts, account = access.who(connection, by)
    if not accounts:
        return Actor(by, frozenset(Role), persons=True)
    if account is None:
        raise NotAllowed(f"没有名为“{by}”的账号，不能操作。")
    if account["disabled"] or (account["expires_on"] and account["expires_on"] < date.today()):
        raise NotAllowed(f"账号“{by}”已停用或已到期，不能操作。")
    domains = account["domains"]
    roles = frozenset(map(Role, account["roles"]))
    return Actor(by, roles, None if domains is None else frozenset(domains), account["persons"])


def local_user() -> str:
    """Give the name of the operating system's user."""
    try:
        return getpass.getuser()
    except (OSError, KeyError):  # no such user in the system's list, as in some containers
        return "本机用户"
