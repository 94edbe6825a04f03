"""Where a request comes from: the address it arrived from, or what a proxy that we know says of it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address

from starlette.datastructures import Headers
from starlette.types import Scope

Network = IPv4Network | IPv6Network
FORWARDED = ("forwarded", "via", "x-forwarded-for", "x-forwarded-host", "x-forwarded-proto", "x-real-ip")
HERE = "127.0.0.1"


@dataclass(frozen=True)
class Client:
    """The person's address, whether TLS protects the way from it, and whether it came straight from this machine."""

    address: str
    secure: bool
    local: bool


def client(scope: Scope, proxies: Sequence[Network], tls: bool) -> Client:
    """Give where a request comes from; `tls` says whether this server itself speaks TLS.

    What arrives at a loopback address comes from this machine, whatever uvicorn has put into the scope: it believes
    the header X-Forwarded-For of anybody here.
    """
    headers = Headers(scope=scope)
    chain = [each.strip() for line in headers.getlist("x-forwarded-for") for each in line.split(",")]
    at, peer = (scope[end][0] if scope.get(end) else "" for end in ("server", "client"))
    if _is_loopback(at):
        peer = HERE
    if not _within(peer, proxies):
        return Client(peer, tls, _is_loopback(peer) and not any(each in headers for each in FORWARDED))
    outside = next((each for each in reversed(chain) if not _within(each, proxies)), peer)
    return Client(outside if _parsed(outside) else peer, headers.get("x-forwarded-proto") == "https", False)


def _within(text: str, networks: Iterable[Network]) -> bool:
    address = _parsed(text)
    return address is not None and any(address in network for network in networks)


def _is_loopback(text: str) -> bool:
    address = _parsed(text)
    return address is not None and address.is_loopback


def _parsed(text: str) -> IPv4Address | IPv6Address | None:
    try:
        address = ip_address(text)
    except ValueError:
        return None
    return address.ipv4_mapped or address if isinstance(address, IPv6Address) else address
