"""Words out of a list, in any accepted spelling; 是/否 and 应到/实到 in the ways they are ticked."""

import re
from collections.abc import Callable
from datetime import date

from services.ingest.cells import Reading, Unreadable, written
from services.ingest.grid import Cell
from services.ledger import Column
from services.text import NOTE, normal

YES = frozenset("是有√✓✔☑V1Y") | {"YES", "TRUE"}
NO = frozenset("否无×✗✘X0N") | {"NO", "FALSE"}
RATIO = re.compile(r"(\d+)/(\d+)")


def chooser(column: Column) -> Callable[[Cell], Reading]:
    """Give the reader of a column of choices; spellings differ in width, blanks and bracketed notes only."""
    whole: dict[str, str] = {}
    bare: dict[str, set[str]] = {}
    for word, spellings in column.choices.items():
        for spelling in (word, *spellings):
            whole[normal(spelling)] = word
            bare.setdefault(NOTE.sub("", normal(spelling)), set()).add(word)
    questions = {normal(word): question for word, question in column.ambiguous.items()}

    def read(cell: Cell) -> Reading:
        text = written(cell)
        form = normal(text)
        short = NOTE.sub("", form)
        if form in whole:
            return Reading(whole[form])
        if len(bare.get(short, ())) == 1:
            return Reading(next(iter(bare[short])))
        question = questions.get(form) or questions.get(short)
        if question:
            raise Unreadable("choice_ambiguous", question, f"请从中选一个：{'、'.join(column.choices)}")
        if column.open_choice:
            return Reading(text)
        raise Unreadable(
            "choice_unknown", f"{column.title}里没有这个选项", f"请从中选一个：{'、'.join(column.choices)}"
        )

    return read


def yes_or_no(cell: Cell) -> Reading:
    """Give True or False for 是/否, √/×, 有/无, 1/0, Y/N."""
    form = normal(written(cell)).upper()
    if form in YES:
        return Reading(True)
    if form in NO:
        return Reading(False)
    raise Unreadable("choice_unknown", "这里应写是或否", "请写“是”或“否”")


def attended(cell: Cell) -> Reading:
    """Give 1 or 0 for one person's 应到/实到: 1/1, 1/0, or a tick; a count of several persons is an error."""
    if isinstance(cell, date):
        # Excel turns a typed 1/1 into the first of January.
        if (cell.month, cell.day) == (1, 1):
            return Reading(1, note=("1/1 被 Excel 变成了日期，按实到处理", "请把这一列设为文本格式，或写“是”"))
        raise _not_one_person()
    form = normal(written(cell)).upper()
    if ratio := RATIO.fullmatch(form):
        if ratio[1] == "1" and ratio[2] in "01":
            return Reading(int(ratio[2]))
        raise _not_one_person()
    if form in YES or form in NO:
        return Reading(int(form in YES))
    raise _not_one_person()


def _not_one_person() -> Unreadable:
    return Unreadable("number_invalid", "名单里每人应是 1/1（实到）或 1/0（未到）", "请写 1/1、1/0，或“是”“否”")
