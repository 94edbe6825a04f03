"""书记 and 委员 apart: who came, who came together, who has the hours."""

from urllib.parse import parse_qsl, urlencode

from pages.parts.asked import asked
from pages.parts.chart import block, empty, lists
from pages.parts.measured import measure
from pages.parts.menu import go
from pages.parts.numbers import Table
from pages.parts.picture import picture
from pages.parts.split_bars import listed
from services.figures.html.shares import shares
from services.indicators import Measure

WORDS = {"K08": "参训", "K09": "集中", "K10": "学时"}


def training_posts() -> None:
    """Show a bar per class of post and figure; a click leads to those who are not there yet."""
    view, now = asked()
    found = [split for each in WORDS if (split := measure(now.stamp, view, each, by="post")) and split.of]
    with block(_finding(found), "点一条看还没有达到的人" if found else "", *WORDS, key="posts"):
        if not found:
            empty("上传任职台账和参训台账后，这里分书记、委员显示。")
            return
        rows = [(f"{g.key}{WORDS[split.id]}", int(g.n), g.of or 0) for split in found for g in split.groups]
        targets = {
            f"{g.key}{WORDS[split.id]}": urlencode({"k": split.id, "post": g.key})
            for split in found for g in split.groups if g.n != g.of
        }  # fmt: skip
        if target := picture(shares(rows, "，".join(f"{said}{n}/{of}" for said, n, of in rows), targets), "posts"):
            go("rows", view, now, part="rest", **dict(parse_qsl(target)))
        lists(table=Table(["指标", "职务", "达到", "在任", "比例"], [row for split in found for row in listed(split)]))


def _finding(found: list[Measure]) -> str:
    shares = {group.key: group.percent for group in found[0].groups} if found else {}
    said = "，".join(f"{post}参训{share}" for post, share in shares.items())
    return said or "书记和委员"
