"""督查整改: how many findings are closed, late, soon due; how it came to this; which units and which categories."""

import streamlit as st

from pages.parts.burnups import one_burnup
from pages.parts.card import card
from pages.parts.common_findings import common_findings
from pages.parts.data import targets
from pages.parts.figure_line import Further, figure_line
from pages.parts.filters import filters, headline
from pages.parts.findings_flow import findings_flow
from pages.parts.findings_matrix import findings_matrix
from pages.parts.findings_monthly import findings_monthly
from pages.parts.late_bands import late_bands
from pages.parts.late_findings import late_findings
from pages.parts.measured import against, measures
from pages.parts.progress import progress
from pages.parts.reported import reported
from pages.parts.weak_orgs import weak_orgs
from services import narrative
from services.share import written

view, now = filters("domain", "category")
WANTED = ("K15", "K15a", "K16", "K17", "K18", "K18a", "K19", "K20", "K21", "K22")
found, before = measures(now.stamp, view, *WANTED), against(now, view, *WANTED)
soon_days = targets(now.stamp, view.as_of, view.batch)["临期天数"]

known = reported(found)
headline(narrative.rectification(known["K17"], known["K19"], known["K20"], soon_days))


def beside(indicator: str) -> str:
    """Give what has to be known beside the figure."""
    measured = found[indicator]
    values = measured.values if measured else {}
    if indicator == "K16" and values:
        return f"涉及{values['units']}家单位"
    if indicator == "K17" and values:
        parts = [f"{state}{count}" for state, count in values["states"].items() if count and state != "已销号"]
        if values["transferred"]:
            parts.append(f"随移交转出{values['transferred']}（不计入）")
        return "，".join(parts)
    if indicator == "K18" and found["K18a"]:
        return f"不论是否按期，已销号{written(found['K18a'].n)}/{found['K18a'].of}（{found['K18a'].percent}）"
    if indicator == "K19" and values.get("days_max"):
        return f"最长{values['days_max']}天"
    if indicator == "K20":
        return f"{soon_days}天内到期、还没有销号"
    if indicator == "K21" and values:
        return f"中位数{_days(values['median'])}，未销号的平均已{_days(values['open_mean'])}"
    if indicator == "K15" and found["K15a"]:
        return f"平均用{_days(found['K15a'].values['mean'])}"
    return ""


def _days(value: float | None) -> str:
    return "—" if value is None else f"{written(value)}天"


for column, (indicator, rest) in zip(
    st.columns(4), (("K17", "看未销号"), ("K18", "看未按期"), ("K19", ""), ("K20", "")), strict=True
):
    with column:
        card(indicator, found[indicator], before=before.get(indicator), beside=beside(indicator), rest=rest)
figure_line(
    found, before, Further("K16", beside("K16")), Further("K21", beside("K21"), days=True),
    Further("K15", beside("K15"), "看未完成"),
)  # fmt: skip

left, right = st.columns([3, 2])
with left:
    findings_flow()
with right:
    one_burnup(progress("K17"))
left, right = st.columns([3, 2])
with left:
    late_findings()
with right:
    late_bands(found["K19"], found["K20"], int(soon_days))
left, right = st.columns([3, 2])
with left:
    findings_monthly()
with right:
    common_findings()
findings_matrix()
weak_orgs()
