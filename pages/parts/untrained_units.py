"""Who was not trained yet: the units with the most, and the way to the names."""

from pages.parts.asked import asked
from pages.parts.chart import Listed, block, empty, lists
from pages.parts.measured import measure
from pages.parts.menu import go
from pages.parts.names import short_names
from pages.parts.numbers import Table
from pages.parts.picture import picture
from pages.parts.reported import unreported
from services.figures.html.counts import counts

AT_MOST = 10


def untrained_units() -> None:
    """Show the units with the most people not trained this year; a click leads to the people, by name."""
    view, now = asked()
    split = measure(now.stamp, view, "K08", by="unit")
    missing = unreported("K08")
    found = [(group.key, int((group.of or 0) - group.n), group.of or 0) for group in (split.groups if split else ())]
    left = sorted(filter(lambda row: row[1], found), key=lambda row: -row[1])
    people = sum(row[1] for row in left)
    nobody = "书记、委员都已参训" if split and split.of and not missing else "还没有参训的人"
    finding = f"{people}人还没有参训，在{len(left)}家单位" if people else nobody
    counted = f"列出人数较多的{AT_MOST}家" if len(left) > AT_MOST else ""
    with block(finding, f"{counted} · 点一条看人员".strip(" ·") if people else "", "K08", key="untrained"):
        if missing or not split or not split.of:
            empty(f"上传{missing or '任职台账'}后，这里列出还有人没有参训的单位。")
            return
        if not left:
            empty("在任的书记、委员今年都参加过培训。")
            return
        names = short_names()
        shown = [(names.get(unit, unit), n, f"{n}人（共{of}人）") for unit, n, of in left[:AT_MOST]]
        targets = {names.get(unit, unit): unit for unit, _, _ in left[:AT_MOST]}
        alt = "，".join(f"{name}{said}" for name, _, said in shown)
        if unit := picture(counts(shown, alt, targets, role="far"), "untrained"):
            go("rows", view, now, k="K08", part="rest", unit=unit)
        table = Table(["单位", "未参训", "在任"], left)
        lists(
            Listed("看全部未参训", "K08", "rest", (split.of or 0) - split.n),
            Listed("看离任已训", "K08", "beside", split.values["left_trained"]),
            table=table,
        )
