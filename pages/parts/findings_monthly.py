"""How many findings came in and how many were closed, month by month."""

from pages.parts.asked import asked
from pages.parts.chart import Listed, block, empty, lists, pick
from pages.parts.measured import measure
from pages.parts.menu import go
from pages.parts.months import months
from pages.parts.numbers import Table
from pages.parts.theme import dark
from services.figures.monthly import monthly

BACK = 12  # months
CAME, WENT = ("of", "fed_back_month"), ("n", "closed_month")


def findings_monthly() -> None:
    """Show both for the last months; a click on a bar leads to its findings."""
    view, now = asked()
    shown = [f"{day:%Y-%m}" for day in months(view.as_of, BACK)]
    came, went = (measure(now.stamp, view, "K17", by=dimension) for _, dimension in (CAME, WENT))
    ins = {group.key: group.of or 0 for group in (came.groups if came else ())}
    outs = {group.key: int(group.n) for group in (went.groups if went else ()) if group.n}
    this = shown[-1]
    finding = f"本月反馈{ins.get(this, 0)}项，销号{outs.get(this, 0)}项"
    counted = f"近{BACK}个月共反馈{sum(ins.get(m, 0) for m in shown)}项，销号{sum(outs.get(m, 0) for m in shown)}项"
    with block(
        finding if ins else "各月反馈和销号", f"{counted} · 点一条看这些问题" if ins else "", "K17", key="monthly"
    ):
        if not ins:
            empty("上传督查问题整改台账后，这里显示各月反馈多少、销号多少。")
            return
        if clicked := pick(monthly(shown, ins, outs, dark()), f"{finding}；{counted}", "monthly"):
            part, dimension = CAME if clicked[0] == "反馈" else WENT
            go("rows", view, now, k="K17", part=part, **{dimension: clicked[1]})
        lists(
            Listed("看本月反馈", "K17", "of", ins.get(this, 0), {"fed_back_month": this}),
            Listed("看本月销号", "K17", "n", outs.get(this, 0), {"closed_month": this}),
            table=Table(["月份", "反馈", "销号"], [[month, ins.get(month, 0), outs.get(month, 0)] for month in shown]),
        )
