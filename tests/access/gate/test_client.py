"""Where a request comes from: a proxy that is known is believed, nobody else."""

from ipaddress import ip_network

import pytest

from services.access.gate.client import Client, client

PROXIES = (ip_network("10.0.0.1"), ip_network("10.9.0.0/16"))


def came(peer: str, *forwarded: str, proto: str = "", tls: bool = False, at: str = "10.0.0.2") -> Client:
    headers = [(b"x-forwarded-for", each.encode()) for each in forwarded]
    headers += [(b"x-forwarded-proto", proto.encode())] if proto else []
    return client({"type": "http", "client": (peer, 1), "server": (at, 8501), "headers": headers}, PROXIES, tls)


@pytest.mark.parametrize(
    ("peer", "forwarded", "address"),
    [
        ("10.0.0.1", ["192.0.2.7"], "192.0.2.7"),
        ("10.0.0.1", ["192.0.2.66, 192.0.2.7"], "192.0.2.7"),  # what stands further left anybody could have written
        ("10.0.0.1", ["192.0.2.66", "192.0.2.7, 10.9.3.3"], "192.0.2.7"),
        ("10.0.0.1", [], "10.0.0.1"),
        ("10.0.0.1", ["nonsense"], "10.0.0.1"),
        ("10.0.0.1", ["2001:db8::7"], "2001:db8::7"),
        ("192.0.2.9", ["127.0.0.1"], "192.0.2.9"),
        ("192.0.2.9", ["192.0.2.7"], "192.0.2.9"),
    ],
)
def test_the_address_is_the_last_that_no_proxy_of_ours_has(peer: str, forwarded: list[str], address: str) -> None:
    assert came(peer, *forwarded).address == address


@pytest.mark.parametrize("at", ["127.0.0.1", "127.0.0.5", "::1", "::ffff:127.0.0.1"])
def test_what_uvicorn_took_from_the_header_is_not_believed(at: str) -> None:
    assert came("192.0.2.7", "192.0.2.7", at=at) == Client("127.0.0.1", False, False)
    assert came("192.0.2.7", at=at) == Client("127.0.0.1", False, True)


def test_who_names_himself_in_the_header_stays_who_he_is() -> None:
    assert came("192.0.2.7", "192.0.2.7") == Client("192.0.2.7", False, False)
    assert came("192.0.2.7", "127.0.0.1") == Client("192.0.2.7", False, False)


def test_tls_is_the_servers_own_or_a_known_proxys_word() -> None:
    assert came("10.0.0.1", "192.0.2.7", proto="https").secure
    assert not came("192.0.2.9", "192.0.2.7", proto="https").secure
    assert not came("10.0.0.1", "192.0.2.7", proto="http").secure
    assert came("192.0.2.9", tls=True).secure


def test_only_what_came_straight_is_local() -> None:
    assert came("127.0.0.1", at="127.0.0.1").local
    assert came("::1", at="::1").local
    assert came("::ffff:127.0.0.1", at="::ffff:127.0.0.1").local
    assert not came("127.0.0.1", "10.0.0.2", at="127.0.0.1").local
    assert not came("192.0.2.9").local
    assert not came("").local
