"""Short words the pages of the wall share."""

from datetime import date

from services.ledgers import indicators, ledger
from services.screen.facts import Facts
from services.screen.shape import Footer, Shown
from services.share import signed, written


def day(day: date) -> str:
    """Give a day in full: 2023年10月31日."""
    return f"{day.year}年{day.month}月{day.day}日"


def moved(n: float, word: str) -> str:
    """Give how far a number moved: 增6家."""
    return f"增{written(n)}{word}" if n > 0 else f"减{written(-n)}{word}" if n else "没有增减"


def since(facts: Facts, id: str) -> str:
    """Give how far a figure moved since the snapshot compared with: 较6月例会+6家; nothing where none is."""
    now, before = facts.measure(id), facts.before(id)
    if now is None or before is None or facts.against is None:
        return ""
    if now.n == before.n:
        return f"与{facts.against.name}持平"
    return f"较{facts.against.name}{signed(now.n - before.n)}{indicators()[id].unit_word}"


def sliced(facts: Facts, sentence: str) -> str:
    """Give a sentence with the 领域 it speaks of before it."""
    return f"{facts.domain}：{sentence}" if facts.domain else sentence


def meaning(id: str) -> str:
    """Give what a figure counts, in one line."""
    declared = indicators()[id]
    return f"{declared.name}数的是{declared.numerator}"


def footer(facts: Facts, meaning: str, *names: str) -> Footer:
    """Give the foot of a page drawn from these ledgers: each with its newest batch, or 未报."""
    batches = facts.batches
    said = (f"{ledger(name).title}（{f'第{batches[name]}批' if name in batches else '未报'}）" for name in names)
    return {"source": f"来源：{'、'.join(said)}", "meaning": f"口径：{meaning}", "as_of": f"截至{day(facts.at.as_of)}"}


def bare(title: str, foot: Footer) -> Shown:
    """Give a page that has nothing to say but its sentence."""
    return {"title": title, "figures": [], "body": {"kind": "none"}, "footer": foot}


def unreported(missing: str, what: str) -> str:
    """Give the sentence of a page whose ledger holds nothing yet; `what`: what it will show."""
    return f"还没有上传{missing}。上传后，这里显示{what}。"
