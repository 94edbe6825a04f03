"""What the pages of signing in look like: HTML out of what they show. Whatever was typed is escaped."""

from collections.abc import Sequence
from datetime import datetime
from html import escape
from urllib.parse import quote

from starlette.responses import Response

from services.access.pages.agent import agent
from services.access.pages.page import page
from services.access.passwords import LONGEST, SHORTEST
from services.access.sessions import Session
from services.settings import provider

ENDED = "登录已结束，请重新登录。"
LEFT = "已退出登录。"
CHANGED = "密码已改好，别处的登录都已结束。"


def sign_in(to: str, name: str = "", said: str = "", fault: str = "", status: int = 200) -> Response:
    """Show the form of signing in, with what came of the last try; `to` is where it leads."""
    focus = ("", " autofocus") if name else (" autofocus", "")
    away = f"/oidc/start?next={quote(to, safe='')}"
    other = f'<p class="or">或</p><a class="button" href="{away}">用统一身份认证登录</a>' if provider() else ""
    word = f'<p class="word" role="status">{said}</p>' if said else ""
    body = f"""<h1>登录</h1>{_fault(fault)}{word}
<form method="post" action="/sign-in">
<input type="hidden" name="next" value="{escape(to)}">
<label for="name">登录名</label>
<input id="name" name="name" value="{escape(name)}" autocomplete="username" autocapitalize="none" spellcheck="false"
 maxlength="32" required{focus[0]}>
{_secret("password", "密码", "current-password", focus[1])}
<button class="main">登录</button>
</form>{other}
<p class="note">没有账号或忘了密码，请找系统管理员。<br>30分钟不用会自动退出。</p>"""
    return page("登录", body, status)


def password(who: Session, form: str, fault: str = "", status: int = 200) -> Response:
    """Show the form of changing one's password."""
    why = "<p>您用的是临时密码。换成自己的密码，才能继续。</p>" if who.must_change else ""
    back = "" if who.must_change else '<a href="/sessions">我的登录</a><a class="end" href="/">回到看板</a>'
    body = f"""<h1>修改密码</h1>{_fault(fault)}{why}
<form method="post" action="/password">
<input type="hidden" name="form" value="{form}">
<input hidden name="username" value="{escape(who.account)}" autocomplete="username">
{_secret("current", "临时密码" if who.must_change else "现在的密码", "current-password", " autofocus")}
{_secret("new", "新密码", "new-password", f' minlength="{SHORTEST}"')}
{_secret("again", "再输一遍新密码", "new-password", f' minlength="{SHORTEST}"')}
<button class="main">修改密码</button>
</form>
<ul class="note"><li>至少{SHORTEST}个字符，汉字、字母、数字、空格都可以；几个不相干的词连起来，好记又难猜。</li>
<li>不要用常见的密码、自己的姓名，也不要只用数字。</li><li>改好以后，别处的登录都会结束。</li></ul>
<div class="row">{back}{_leave(form) if who.must_change else ""}</div>"""
    return page("修改密码", body, status, who)


def sign_out(who: Session, form: str) -> Response:
    """Ask whether somebody wants to sign out."""
    body = f"""<h1>退出登录</h1><p>退出以后，要看看板需重新登录。</p>
<form method="post" action="/sign-out"><input type="hidden" name="form" value="{form}">
<button class="main" autofocus>退出登录</button></form>
<div class="row"><a href="/sessions">我的登录</a><a class="end" href="/">回到看板</a></div>"""
    return page("退出登录", body, who=who)


def sessions(who: Session, form: str, listed: Sequence[Session], said: str = "") -> Response:
    """Show where somebody is signed in, with a way to end each."""
    others = len(listed) > 1
    all_others = _button(form, "others", "1", "结束其他全部登录") if others else ""
    note = "不认识的，请结束它，并修改密码。" if others else "只在这一处登录。"
    done = f'<p class="done" role="status">{said}</p>' if said else ""
    body = f"""<h1>我的登录</h1>{done}<p class="note">{note}30分钟不用或满8小时会自动结束。</p>
<ul class="wide">{"".join(_line(each, who, form) for each in listed)}</ul>
<div class="row">{all_others}<a href="/password">修改密码</a><a href="/">回到看板</a>{_leave(form)}</div>"""
    return page("我的登录", body, who=who)


def _line(each: Session, who: Session, form: str) -> str:
    this = each.digest == who.digest
    mark = "<em>本次</em>" if this else ""
    used = f"{_at(each.made_at)}登录，最近使用 {_at(each.seen_at)}，地址 {escape(each.address or '不明')}"
    end = "" if this else _button(form, "which", each.digest, "结束")
    return f"<li><div><b>{escape(agent(each.agent))}</b>{mark}<span>{used}</span></div>{end}</li>"


def _button(form: str, name: str, value: str, label: str) -> str:
    return (
        f'<form method="post" action="/sessions"><input type="hidden" name="form" value="{form}">'
        f'<button name="{name}" value="{value}">{label}</button></form>'
    )


def _leave(form: str) -> str:
    return (
        f'<form class="end" method="post" action="/sign-out"><input type="hidden" name="form" value="{form}">'
        "<button>退出登录</button></form>"
    )


def _secret(name: str, label: str, autocomplete: str, more: str) -> str:
    return (
        f'<label for="{name}">{label}</label><input id="{name}" name="{name}" type="password" '
        f'autocomplete="{autocomplete}" maxlength="{LONGEST}" required{more}>'
    )


def _fault(sentence: str) -> str:
    return f'<p class="fault" role="alert">{escape(sentence)}</p>' if sentence else ""


def _at(moment: datetime) -> str:
    return f"{moment.astimezone():%m-%d %H:%M}"
