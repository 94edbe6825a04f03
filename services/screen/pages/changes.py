"""③ 本期变化: how far each figure moved since the snapshot before, and by which class of change."""

from services.changes import KINDS, Change, Split, names
from services.changes import figure as written_figure
from services.ledgers import indicators
from services.screen.facts import Facts
from services.screen.figure import figure
from services.screen.shape import Shown
from services.screen.words import bare, footer, moved, sliced
from services.share import signed, written

SHOWN = ("K01", "K05", "K08", "K10", "K15", "K17", "K19")
# What moved a figure of persons lies in thousands of rows: 本期变化 on the desk goes through them, a wall need not.
CLASSED = ("K01", "K05", "K15", "K17", "K19")
TOLD = {"K01": "处置完成", "K08": "参训", "K17": "销号"}
LEDGERS = ("reform", "elections", "attendance", "findings")
MEANING = "真变化是期间发生的，补报是早已发生、后来报来的，更正是改了报过的，移交核减是单位移出"
NOBODY = "还没有可以对比的上一次。再发布一个快照以后，这里说明每个数变了多少。"


def page(facts: Facts) -> Shown:
    """Give each figure that moved, with what moved it."""
    foot = footer(facts, MEANING, *LEDGERS)
    if facts.against is None:
        return bare(NOBODY, foot)
    figures = [figure(facts, id, note=_note(facts, id)) for id in SHOWN if _moved(facts, id)]
    if not figures:
        return bare(sliced(facts, f"与“{facts.against.name}”相比，各项指标没有变化。"), foot)
    return {"title": _title(facts), "figures": figures, "body": {"kind": "none"}, "footer": foot}


def points(facts: Facts) -> list[str]:
    """Give for each figure that moved where it was, where it is, and which units came in; then those that did not."""
    if facts.against is None:
        return []
    said = []
    for id in SHOWN:
        now, before, declared = facts.measure(id), facts.before(id), indicators()[id]
        if now and before and _moved(facts, id):
            then, until = (written_figure((each.n, each.of)) for each in (before, now))
            said.append(f"{declared.name}{then} → {until}{declared.unit_word}{_units(facts, id)}。")
    still = [indicators()[id].name for id in SHOWN if facts.before(id) and not _moved(facts, id)]
    return said + ([f"没有变化：{'、'.join(still)}。"] if still else [])


def _moved(facts: Facts, id: str) -> bool:
    """Say whether anything moved a figure, be it that gains and losses cancel out."""
    now, before = facts.reported(id), facts.before(id)
    if not now or not before or now.of == 0:
        return False
    split = _split(facts, id)
    return bool(split.changes) if split else (now.n, now.of) != (before.n, before.of)


def _split(facts: Facts, id: str) -> Split | None:
    return facts.split(id) if id in CLASSED else None


def _title(facts: Facts) -> str:
    parts = []
    for id, word in TOLD.items():
        now, before = facts.reported(id), facts.before(id)
        if now and before and now.n != before.n:
            parts.append(f"{word}{moved(now.n - before.n, indicators()[id].unit_word)}")
    name = facts.against.name if facts.against else ""
    return sliced(facts, f"与“{name}”相比，{'，'.join(parts) or '三项工作的完成数没有增减'}。")


def _note(facts: Facts, id: str) -> str:
    split, word = _split(facts, id), indicators()[id].unit_word
    if split:
        return by_class(split, word)
    now, before = facts.measure(id), facts.before(id)
    return moved(now.n - before.n, word) if now and before else ""


def by_class(split: Split, word: str) -> str:
    """Give how far a figure moved and by which classes of change: 增6家：真变化+5、补报+1."""
    more, difference = moved(split.difference.n, word), split.difference
    effects = [(kind, effect) for kind in KINDS if (effect := split.effect(kind).n)]
    if not effects:
        return f"{more}，分母{signed(difference.of)}" if difference.of else more
    if len(effects) == 1 and difference.n:
        return f"{more}，都是{effects[0][0]}"
    return f"{more}：{'、'.join(f'{kind}{signed(effect)}' for kind, effect in effects)}"


def _units(facts: Facts, id: str) -> str:
    split = _split(facts, id)
    if split is None:
        return ""
    said, adverse = [], indicators()[id].adverse
    for word, sign in (("新增", 1), ("减少", -1)):
        found = [each for each in split.changes if each.amount.n * sign > 0]
        if found:
            who = _who(facts, id, found) if facts.list_units or (sign > 0) != adverse else ""
            said.append(f"{word}{written(sum(abs(each.amount.n) for each in found))}{indicators()[id].unit_word}{who}")
    return f"，{'，'.join(said)}" if said else ""


def _who(facts: Facts, id: str, found: list[Change]) -> str:
    return f"（{names(found, indicators()[id].unit_word, facts.short)}）"
