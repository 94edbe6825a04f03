"""Whether the server may start as it is asked to."""

from collections.abc import Mapping
from ipaddress import ip_address

from services.access.gate.standing import alone
from services.settings import proxies
from services.store import Store

OPEN = (
    "还没有建立账号，只能在本机上运行。请先建立第一个账号"
    "（python -m services account add 登录名 --role 系统管理员 --title 姓名），或者把监听地址改回 127.0.0.1。"
)
NO_ADDRESS = "DASHBOARD_PROXIES 要写代理的 IP 地址或网段，多个用英文逗号隔开，现在写的认不出来。"
OTHER_LIST = "请不要设置 FORWARDED_ALLOW_IPS，可信的代理写在 DASHBOARD_PROXIES 里。"


def objection(store: Store, listens: str, environment: Mapping[str, str]) -> str | None:
    """Give the sentence that says why the server may not start, None where it may; `listens`: its address."""
    try:
        proxies()
    except ValueError:
        return NO_ADDRESS
    if "FORWARDED_ALLOW_IPS" in environment:
        return OTHER_LIST
    return OPEN if not _is_loopback(listens) and alone(store) else None


def _is_loopback(listens: str) -> bool:
    try:
        return ip_address(listens).is_loopback
    except ValueError:
        return listens == "localhost"
