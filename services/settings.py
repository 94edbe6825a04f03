"""Where things are: read from the environment once, never from a page."""

import os
from dataclasses import dataclass
from ipaddress import IPv4Network, IPv6Network, ip_network
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
DATA = ROOT / "data"


def database_url() -> str:
    """Give the store's SQLAlchemy URL: DATABASE_URL, else a SQLite file under data/."""
    return os.environ.get("DATABASE_URL") or f"sqlite:///{DATA / 'dashboard.db'}"


def hosts() -> frozenset[str]:
    """Give the names a proxy is reached by, beside this machine's own: DASHBOARD_HOSTS, separated by commas."""
    return frozenset(each.lower() for each in _listed("DASHBOARD_HOSTS"))


def proxies() -> tuple[IPv4Network | IPv6Network, ...]:
    """Give the addresses or networks of the proxies that are believed: DASHBOARD_PROXIES, separated by commas.

    Raises ValueError for what is no address.
    """
    return tuple(ip_network(each) for each in _listed("DASHBOARD_PROXIES"))


def _listed(name: str) -> list[str]:
    return [each.strip() for each in os.environ.get(name, "").split(",") if each.strip()]


@dataclass(frozen=True)
class Provider:
    """The house's own sign-in (OpenID Connect): `claim` names what it calls a login name."""

    issuer: str
    client_id: str
    client_secret: str | None
    claim: str


def provider() -> Provider | None:
    """Give the provider of OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET and OIDC_CLAIM; None where there is none."""
    issuer, client_id = os.environ.get("OIDC_ISSUER"), os.environ.get("OIDC_CLIENT_ID")
    if not issuer or not client_id:
        return None
    claim = os.environ.get("OIDC_CLAIM") or "preferred_username"
    return Provider(issuer.rstrip("/"), client_id, os.environ.get("OIDC_CLIENT_SECRET") or None, claim)
