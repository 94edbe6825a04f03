"""按期换届: the terms that ended this year by kind of organisation, and those long past their end."""

from pages.parts.asked import asked
from pages.parts.chart import Listed, block, empty, lists
from pages.parts.measured import measure
from pages.parts.menu import go
from pages.parts.numbers import Table
from pages.parts.picture import picture
from pages.parts.reported import unreported
from services.figures.html.counts import counts
from services.figures.html.shares import shares
from services.share import written

BANDS = {"≤1年": "▲ 逾期1年以内", ">1年": "▲ 逾期1年以上"}


def term_bars() -> None:
    """Show re-elections in time by kind of organisation; a click leads to those organisations."""
    view, now = asked()
    split = measure(now.stamp, view, "K06", by="kind")
    of = (split.of or 0) if split else 0
    finding = f"今年届满{of}个党组织，按期换届{written(split.n)}个" if split and of else "按期换届"
    with block(finding, "按组织类型，点一条看这些党组织" if of else "", "K06", key="terms"):
        if not split or not of:
            missing = unreported("K06")
            empty(f"上传{missing}后，这里显示今年届满的党组织换届没有。" if missing else "今年到目前没有届满的党组织。")
            return
        rows = [(group.key, int(group.n), group.of or 0) for group in split.groups]
        drawn = shares(rows, finding, {group.key: group.key for group in split.groups})
        if kind := picture(drawn, "terms"):
            go("rows", view, now, k="K06", part="of", kind=kind)
        table = Table(["组织类型", "按期换届", "今年届满"], [list(row) for row in rows])
        lists(Listed("看按期的", "K06", "n", split.n), Listed("看未按期的", "K06", "rest", of - split.n), table=table)


def overdue_terms() -> None:
    """Show organisations past the end of their term without re-election, by how long; a click leads to them."""
    view, now = asked()
    split = measure(now.stamp, view, "K06b", by="band")
    missing = unreported("K06b")
    n = int(split.n) if split else 0
    finding = f"{n}个党组织逾期未换届" if n else "逾期未换届" if missing else "没有逾期未换届的党组织"
    with block(finding, "临时党支部和批准延期的不计", "K06b", key="overdue_terms"):
        if missing:
            empty(f"上传{missing}后，这里显示哪些党组织过了任期还没有换届。")
        elif not split or not n:
            empty("届满的党组织都已换届，或在批准的延期之内。")
        else:
            found = {group.key: int(group.n) for group in split.groups}
            rows = [(said, found.get(band, 0), f"{found.get(band, 0)}个") for band, said in BANDS.items()]
            targets = {BANDS[band]: band for band in found}
            if band := picture(counts(rows, finding, targets, role="late"), "overdue_terms"):
                go("rows", view, now, k="K06b", part="n", band=band)
            lists(Listed("看名单", "K06b", "n", n), table=Table(["逾期", "个数"], [[row[0], row[1]] for row in rows]))
