"""What came of reading a file, at a glance: whether it can be committed, how many rows of what, what to do next."""

from collections.abc import Iterator
from html import escape

import streamlit as st

from pages.parts.receipt import said, totals
from services.batches import Preview, SheetPreview
from services.errors import Problem
from services.ledgers import ledger

OUTCOMES = {
    "ready": ("done", "✓ 可以提交"),
    "blocked": ("late", "▲ 有错误，还不能提交"),
    "refused": ("late", "▲ 这个文件没有读取"),
    "unchanged": ("same", "＝ 与已有记录一致，不需要提交"),
}
CORRECT = "选好这是哪种台账，或者在下面改表头位置和各列的意思，马上重新读取。"
TIDY = "照上面说的整理好再传。读得不对的，在下面改表头位置和各列的意思，马上重新读取。"
# What to do about a refusal that asks for something else than another file or a correction.
REFUSED = {
    "encoding": "选好编码马上重新读取，或者换一个文件再传。",
    "no_data": "填好数据再传。已经填了的，在下面改表头位置，马上重新读取。",
    **dict.fromkeys(("form", "several_tables", "summary_table"), TIDY),
}
COUNTS = {"new": "新增", "changed": "变更", "unchanged": "未变", "missing": "上期有本期无", "rejected": "行有错误"}


def outcome(preview: Preview, unknown: int) -> None:
    """Show what came of a file in which `unknown` names of units have to be confirmed."""
    kind, word = OUTCOMES[preview.outcome]
    refused = f"<div>{escape(preview.refusal.message)}</div>" if preview.refusal else ""
    first, *others = map(escape, next_steps(preview, unknown))
    steps = f"<div>{first}</div>" + (f"<ol>{''.join(f'<li>{step}</li>' for step in others)}</ol>" if others else "")
    st.html(
        f'<div class="outcome {kind}"><b>{word}</b><span class="file">{escape(preview.file)}</span>{refused}'
        f'{"" if preview.refusal else tallies(preview)}<div class="next">{steps}</div></div>'
    )


def tallies(preview: Preview) -> str:
    """Give a line of HTML per ledger of the file: its name, and its rows by what they mean for the record."""
    lines = []
    for name, sentence in zip(_kinds(preview), said(preview), strict=True):
        count = totals(sheet for sheet in preview.sheets if sheet.ledger == name)
        shown = {kind: word for kind, word in COUNTS.items() if count[kind] or kind in ("new", "changed", "unchanged")}
        cells = "".join(
            f'<span class="{kind if count[kind] else "none"}"><b>{count[kind]}</b>{word}</span>'
            for kind, word in shown.items()
        )
        title = escape(ledger(name).title)
        lines.append(f'<div class="tally" aria-label="{escape(sentence)}"><em>{title}</em>{cells}</div>')
    return "".join(lines)


def _kinds(preview: Preview) -> list[str]:
    return list(dict.fromkeys(sheet.ledger for sheet in preview.sheets if sheet.ledger))


def next_steps(preview: Preview, unknown: int) -> list[str]:
    """Give how things stand, and what the analyst can do now, the most useful first."""
    if preview.outcome == "ready":
        return ["还没有写入任何内容。看过下面的变化和读法，再点“提交”。"]
    if preview.outcome == "unchanged":
        return ["什么也不用做。如果以为会有变化，请看看传的是不是旧文件。"]
    if preview.refusal:
        seen = any(sheet.buckets for sheet in preview.sheets)
        return [
            f"没有写入任何内容。{REFUSED.get(preview.refusal.code) or (CORRECT if seen else '换一个文件再传就行。')}"
        ]
    steps = ["没有写入任何内容。接下来："]
    errors = {problem.code for problem in _problems(preview) if problem.level == "error"}
    if likelier := [title for sheet in preview.sheets if (title := _likelier(sheet))]:
        steps.append(f"这张表更像“{likelier[0]}”，请看“这是哪种台账”选对了没有。")
    if unknown:
        steps.append(f"确认下面 {unknown} 个名册里没有的单位名称，确认后自动接着核对。")
    if any(problem.code == "required_missing" and problem.line is None for problem in _problems(preview)):
        steps.append("表里有这一列、只是叫法不同的，在“读得不对？”里指定；分节标题（如“一、机关”）也可以当作一列。")
    if "reason_needed" in errors:
        steps.append("整改时限推后了的，在“理由”里写明原因，马上重新核对。")
    if errors != {"reason_needed"}:
        steps.append("下载标出错误的表，改好红色的格子，把那份表再传上来。")
    if any(_sound(sheet) for sheet in preview.sheets):
        steps.append("急用的话，勾选“只导入正确的行”先提交，有错误的行以后再补。")
    return steps


def _likelier(sheet: SheetPreview) -> str | None:
    """Give the title of the ledger that the header is of, where a person said another."""
    guess = sheet.layout.guess
    return ledger(guess).title if sheet.ledger and guess and guess != sheet.ledger else None


def _problems(preview: Preview) -> Iterator[Problem]:
    return (problem for sheet in preview.sheets for problem in sheet.problems)


def _sound(sheet: SheetPreview) -> bool:
    return any(change.kind != "missing" for change in sheet.changes)
