"""The words of the command line (see the contract): commands, options and their Chinese help."""

import argparse
from typing import NoReturn

from services import snapshots
from services.access import Role, local_user
from services.aliases import KINDS
from services.cli import accounts, aliases, commands, figures, packages, screens
from services.cli.verify import verify_
from services.errors import BadRequest
from services.ingest.encoding import CHOICES
from services.ledgers.units import DOMAINS
from services.screen.pairing import MINUTES
from services.screen.playlist import DEFAULT


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        """Say what is wrong with the words in Chinese; the caller answers as for any bad request."""
        raise BadRequest(f"命令写得不对，请看 {self.prog} --help。")


def parser() -> argparse.ArgumentParser:
    """Give the parser; the chosen command's function is the namespace's `run`."""
    shared = _Parser(add_help=False)
    shared.add_argument("--json", action="store_true", help="输出一个 JSON 对象")
    shared.add_argument("--as", dest="actor", default=local_user(), metavar="NAME", help="以谁的名义操作")
    top = _Parser(prog="python -m services", description="机关党建看板：命令行")
    menu = top.add_subparsers(required=True, metavar="COMMAND", parser_class=_Parser)

    def command(
        name: str, run: object, text: str, under: "argparse._SubParsersAction[_Parser]" = menu
    ) -> argparse.ArgumentParser:
        made: argparse.ArgumentParser = under.add_parser(name, parents=[shared], help=text, description=text)
        made.set_defaults(run=run)
        return made

    made = command("init", commands.init, "建立或升级数据库")
    made.add_argument("--demo", action="store_true", help="新库装入演示数据")
    made = command("inspect", commands.inspect, "看一个文件读成什么样")
    _file(made)
    made = command("import", commands.import_, "读入一个台账文件")
    _file(made)
    made.add_argument("--ledger", metavar="ID", help="台账种类；不写则按表头识别")
    made.add_argument("--sheet", metavar="NAME", help="只读这张工作表")
    made.add_argument("--set", action="append", default=[], metavar="ID=VALUE", help="为整张表指定一个值")
    made.add_argument("--commit", action="store_true", help="写入；不写则只预览")
    made.add_argument("--only-valid", action="store_true", help="只导入正确的行")
    made.add_argument("--clear-empty", nargs="+", action="extend", default=[], metavar="ID", help="空即清空的列")
    made.add_argument("--drop-missing", action="store_true", help="去掉本期没有的行")
    made.add_argument("--reason", help="理由")
    made.add_argument("--records", action="store_true", help="JSON 中列出读到的记录")
    made = command("errors", commands.errors, "标出错误的副本")
    _file(made)
    made.add_argument("-o", dest="out", required=True)
    made.add_argument("--ledger", metavar="ID", help="台账种类；不写则按表头识别")
    made.add_argument("--sheet", metavar="NAME", help="只读这张工作表")
    made.add_argument("--set", action="append", default=[], metavar="ID=VALUE", help="为整张表指定一个值")
    made = command("template", commands.template_, "空白模板")
    made.add_argument("ledger")
    made.add_argument("-o", dest="out", required=True)
    made = command("export", commands.export, "导出一种台账")
    made.add_argument("ledger")
    made.add_argument("-o", dest="out", required=True)
    _moment(made)
    command("batches", commands.batches, "历次提交")
    made = command("undo", commands.undo_, "撤销一批")
    made.add_argument("batch", type=int)
    alias = menu.add_parser("alias", help="单位别名")
    words = alias.add_subparsers(required=True, metavar="ACTION", parser_class=_Parser)
    made = command("add", aliases.add, "登记一个别名", words)
    made.add_argument("name")
    made.add_argument("unit")
    made.add_argument("--kind", choices=KINDS, default=KINDS[0], help="名称的种类")
    command("list", aliases.list_, "所有别名", words)
    command("remove", aliases.remove, "取消一个别名", words).add_argument("name")
    made = command("snapshot", commands.snapshot_, "建立快照")
    made.add_argument("name")
    made.add_argument("--as-of", metavar="DATE")
    made.add_argument("--kind", choices=snapshots.KINDS, default=snapshots.KINDS[0], help="月度快照或会议快照")
    command("snapshots", commands.snapshots_, "所有快照")
    account = menu.add_parser("account", help="账号")
    words = account.add_subparsers(required=True, metavar="ACTION", parser_class=_Parser)
    made = command("add", accounts.add, "添加账号，得到临时密码；第一个必须是系统管理员", words)
    made.add_argument("name", help="登录名")
    made.add_argument("--role", action="append", required=True, choices=list(Role), help="角色，可以写几次")
    made.add_argument("--title", default="", metavar="姓名", help="姓名")
    made.add_argument(
        "--domain", action="append", choices=list(DOMAINS), metavar="领域", help="业务员只管哪些领域；不写则全部"
    )
    made.add_argument("--persons", action="store_true", help="领导可以看人员名单")
    made.add_argument("--until", metavar="DATE", help="用到哪一天")
    made.add_argument("--login", default="", metavar="NAME", help="统一身份认证里的登录名")
    command("list", accounts.list_, "所有账号", words)
    command("disable", accounts.disable, "停用一个账号", words).add_argument("name")
    command("password", accounts.password, "发放新的临时密码", words).add_argument("name")
    screen = menu.add_parser("screen", help="会议大屏")
    words = screen.add_subparsers(required=True, metavar="ACTION", parser_class=_Parser)
    made = command("add", screens.add, "添加一块屏幕，得到配对码", words)
    made.add_argument("name")
    made.add_argument("--playlist", default=DEFAULT.name, metavar="NAME", help="它放哪个播放单")
    made.add_argument(
        "--minutes", type=int, choices=range(MINUTES[0], MINUTES[2] + 1), default=MINUTES[1], metavar="N",
        help=f"配对码几分钟内有效，{MINUTES[0]}至{MINUTES[2]}",
    )  # fmt: skip
    command("list", screens.list_, "所有屏幕", words)
    command("revoke", screens.revoke, "收回一块屏幕", words).add_argument("name")
    made = command("package", packages.package_, "导出断网会议包", words)
    made.add_argument("name", help="播放单的名称")
    made.add_argument("-o", dest="out", required=True)
    command("verify", packages.verify, "核对断网会议包", words).add_argument("file")
    command("verify", verify_, "核验数据和审计没有被改动")
    made = command("compare", figures.compare, "比较两个快照")
    made.add_argument("a")
    made.add_argument("b")
    made = command("indicators", figures.indicators_, "各项指标")
    _moment(made)
    made.add_argument("--by", metavar="FIELD", help="按哪一项分组")
    made.add_argument("--where", action="append", default=[], metavar="FIELD=VALUE", help="只看哪一部分")
    made.add_argument("--id", nargs="+", action="extend", default=[], metavar="K17", help="只要哪些指标")
    made = command("trace", figures.trace_, "一个数背后的记录")
    made.add_argument("id")
    made.add_argument("--part", choices=("n", "of"), default="n")
    _moment(made)
    made.add_argument("--where", action="append", default=[], metavar="FIELD=VALUE")
    return top


def _file(made: argparse.ArgumentParser) -> None:
    made.add_argument("file")
    made.add_argument("--encoding", choices=list(CHOICES), metavar="NAME", help="文本文件的编码，如 big5；一般不用写")


def _moment(made: argparse.ArgumentParser) -> None:
    made.add_argument("--as-of", metavar="DATE", help="截至日期")
    made.add_argument("--batch", type=int, help="按第几批时所知")
