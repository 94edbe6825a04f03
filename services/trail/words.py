"""What a row of the audit says besides who, what and when, in words."""

from collections.abc import Mapping
from typing import Any

from services.ledgers import ledgers

# What the detail of a row says, in words; {} is what stands there.
WORDS = {
    "batch": "第{}批", "batches": "共{}批", "rows": "{}条", "as_of": "截至{}", "kind": "{}", "form": ".{}",
    "playlist": "播放单“{}”", "snapshot": "快照“{}”", "minutes": "{}分钟内有效", "file": "{}", "size": "{}字节",
    "ended": "结束登录{}处", "others": "结束其他登录{}处", "sha256": "文件校验码{:.12}", "by": "经{}",
    "roles": "角色：{}", "domains": "负责领域：{}", "persons": "可看人员名单：{}", "expires_on": "到期日：{}",
    "title": "姓名：{}", "subject": "统一身份：{}", "disabled": "停用：{}", "since": "起于{:.10}",
    "until": "止于{:.10}", "actor": "操作人：{}", "operation": "事项：{}", "outcome": "结果：{}",
}  # fmt: skip
SEVERAL = {"roles", "domains"}  # None is all of them
DEVICES = {"screen": "大屏", "remote": "遥控", "present": "讲解"}
WHY = {
    "not_allowed": "没有权限", "bad_request": "请求不成立", "stale": "预览之后数据又变了",
    "conflict": "之后又被改过或被引用", "wrong_password": "密码不对", "locked": "输错太多，正在暂停",
    "unknown_account": "没有这个账号", "disabled": "账号已停用", "expired": "账号已到期",
}  # fmt: skip
COUNTS = {
    "new": "新增", "changed": "变更", "dropped": "去掉", "rejected": "略过", "removed": "撤回", "restored": "恢复原样",
}  # fmt: skip


def said(detail: Mapping[str, Any]) -> str:
    """Give what a row says besides, in words."""
    return "；".join(filter(None, (_said(name, value) for name, value in detail.items())))


def _said(name: str, value: Any) -> str:
    if value is None:
        return ""
    if name == "counts":
        return "，".join(filter(None, (_counted(ledger, each) for ledger, each in value.items())))
    if name == "why":
        return WHY.get(value, str(value))
    if name == "role":
        return DEVICES.get(value, str(value))
    if name == "ledger":
        return _titled(value)
    return WORDS.get(name, name + " {}").format(_plain(value, several=name in SEVERAL))


def _plain(value: Any, several: bool = False) -> str:
    """Give a value in words; a change of an account is [before, after], each a list where there may be `several`."""
    if isinstance(value, list):
        listed = several and all(isinstance(each, str) for each in value)
        return "、".join(value) if listed else " → ".join(_plain(each, several) for each in value)
    if value in (None, ""):
        return "全部" if several else "无"
    return {True: "是", False: "否"}[value] if isinstance(value, bool) else str(value)


def _counted(ledger: str, counts: Mapping[str, int]) -> str:
    words = " ".join(f"{word}{counts[kind]}" for kind, word in COUNTS.items() if counts.get(kind))
    return f"{_titled(ledger)} {words or '没有变化'}"


def _titled(ledger: str) -> str:
    return ledgers()[ledger].title if ledger in ledgers() else ledger
