"""From the old affiliation to the new, as the reform ledger has it."""

from collections import Counter

from pages.parts.asked import asked
from pages.parts.chart import Listed, block, chart, empty, lists
from pages.parts.data import rows, things
from pages.parts.measured import measure
from pages.parts.numbers import Table
from pages.parts.theme import dark
from services.figures.transfers import folded, transfers

NOT_SAID = "原隶属未填"


def transfer_flows() -> None:
    """Show the sankey of the units that are done and name whom they went to; the others have kept their superior."""
    view, now = asked()
    done = {each["unit"] for each in things(now.stamp, view, "K01") if each["counted"] and each["done"]}
    found = [row["values"] for row in rows(now.stamp, view.batch, "reform") if row["values"]["unit"] in done]
    flows = Counter((each["from_org"] or NOT_SAID, each["to_org"]) for each in found if each["to_org"])
    moved = flows.total()
    finding = f"已完成的{len(found)}家中，{moved}家有了新的隶属" if moved else "党组织隶属关系的变化"
    stayed = f"；其余{len(found) - moved}家隶属不变" if len(found) > moved else ""
    counted = f"左边原隶属，右边现隶属，数字是家数{stayed}" if moved else ""
    with block(finding, counted, "K01", key="transfers"):
        if not moved:
            empty("有单位完成划转、移交后，这里显示党组织从哪里转到哪里。")
            return
        pairs = flows.most_common()
        alt = "，".join(f"{old}到{new}{n}家" for (old, new), n in pairs)
        chart(transfers(folded(dict(pairs)), dark()), alt, "transfers")
        measured = measure(now.stamp, view, "K01")
        table = Table(["原隶属", "现隶属", "家数"], [[old, new, n] for (old, new), n in pairs])
        lists(Listed("看已完成", "K01", "n", measured.n if measured else None), table=table)
