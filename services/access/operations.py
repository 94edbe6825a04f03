"""Everything that can be done, and who may do it: the one table that pages, commands and tests go by."""

from dataclasses import dataclass

from services.access.actor import Actor
from services.access.roles import Role

LEADER, ANALYST, ADMIN, AUDITOR = Role


@dataclass(frozen=True)
class Operation:
    """One thing to do: its name in the audit, in words, and the roles that may.

    `granted`: roles that may only where the account has the grant `persons`. `open`: needs no account at all, for it
    comes before one is known. `audited`: written down when it is done; a refusal always is.
    """

    id: str
    title: str
    roles: frozenset[Role]
    audited: bool = True
    granted: frozenset[Role] = frozenset()
    open: bool = False


def _named(*operations: Operation) -> dict[str, Operation]:
    return {operation.id: operation for operation in operations}


def _of(*roles: Role) -> frozenset[Role]:
    return frozenset(roles)


_READERS, _EVERYBODY = _of(LEADER, ANALYST), frozenset(Role)

OPERATIONS = _named(
    Operation("figures.read", "查看数字", _READERS, audited=False),
    Operation("rows.read", "查看名单", _READERS, audited=False),
    Operation("rows.persons", "查看人员名单", _of(ANALYST), audited=False, granted=_of(LEADER)),
    Operation("history.read", "查看历史批次", _of(ANALYST), audited=False),
    Operation("file.upload", "上传文件", _of(ANALYST)),
    Operation("batch.commit", "提交", _of(ANALYST)),
    Operation("batch.undo", "撤销批次", _of(ANALYST)),
    Operation("layout.remember", "记住读法", _of(ANALYST)),
    Operation("layout.forget", "忘掉读法", _of(ANALYST)),
    Operation("alias.read", "查看别名", _of(ANALYST), audited=False),
    Operation("alias.add", "登记别名", _of(ANALYST)),
    Operation("alias.remove", "取消别名", _of(ANALYST)),
    Operation("snapshot.publish", "发布快照", _of(ANALYST)),
    Operation("ledger.export", "导出台账", _of(ANALYST)),
    Operation("package.write", "导出断网会议包", _of(ANALYST)),
    Operation("package.verify", "核对断网会议包", _of(ANALYST), audited=False),
    Operation("playlist.save", "保存播放单", _of(ANALYST)),
    Operation("playlist.remove", "删除播放单", _of(ANALYST)),
    Operation("screen.read", "查看屏幕", _of(ANALYST), audited=False),
    Operation("screen.add", "添加屏幕", _of(ANALYST)),
    Operation("screen.show", "换播放单", _of(ANALYST)),
    Operation("screen.code", "生成配对码", _of(ANALYST)),
    Operation("screen.pair", "设备配对", frozenset(), open=True),
    Operation("screen.unpair", "收回设备", _of(ANALYST)),
    Operation("screen.revoke", "收回屏幕", _of(ANALYST)),
    Operation("demonstration.empty", "清空演示数据", _of(ADMIN)),
    Operation("account.read", "查看账号", _of(ADMIN), audited=False),
    Operation("account.add", "添加账号", _of(ADMIN)),
    Operation("account.change", "修改账号", _of(ADMIN)),
    Operation("account.disable", "停用账号", _of(ADMIN)),
    Operation("account.password", "发放临时密码", _of(ADMIN)),
    Operation("account.sessions", "结束登录", _of(ADMIN)),
    Operation("password.change", "修改自己的密码", _EVERYBODY),
    Operation("session.begin", "登录", frozenset(), open=True),
    Operation("session.end", "退出登录", _EVERYBODY),
    Operation("audit.read", "查看审计", _of(AUDITOR), audited=False),
    Operation("audit.export", "导出审计", _of(AUDITOR)),
    Operation("store.verify", "核验数据", _of(ADMIN, AUDITOR), audited=False),
)


def may(actor: Actor, operation: str) -> bool:
    """Say whether somebody has the right to an operation (an id of OPERATIONS)."""
    asked = OPERATIONS[operation]
    return asked.open or bool(actor.roles & asked.roles) or (actor.persons and bool(actor.roles & asked.granted))
