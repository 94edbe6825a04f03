"""教育培训: who in post was trained, for how many hours, and who was not yet."""

import streamlit as st

from pages.parts.burnups import one_burnup
from pages.parts.card import card
from pages.parts.data import targets
from pages.parts.figure_line import Further, figure_line
from pages.parts.filters import filters, headline
from pages.parts.hours_chart import hours_chart
from pages.parts.induction_bar import induction_bar
from pages.parts.measured import against, measures
from pages.parts.progress import progress
from pages.parts.reported import reported
from pages.parts.training_kinds import training_kinds
from pages.parts.training_posts import training_posts
from pages.parts.training_shares import training_shares
from pages.parts.training_swarm import training_swarm
from pages.parts.untrained_units import untrained_units
from services import narrative
from services.indicators import Measure
from services.share import percent

view, now = filters("domain")
WANTED = ("K08", "K09", "K10", "K11", "K12", "K13", "K14")
found, before = measures(now.stamp, view, *WANTED), against(now, view, *WANTED)
threshold = targets(now.stamp, view.as_of, view.batch)["年度学时(书记和班子成员)"]

known = reported(found)
headline(narrative.training(known["K08"], known["K10"], threshold))


def beside(measured: Measure | None) -> str:
    """Give what has to be known beside the figure."""
    values = measured.values if measured else {}
    if "left_trained" in values:
        parts = [f"{post}{values[post]['n']}/{values[post]['of']}" for post in ("书记", "委员")]
        return "，".join([*parts, f"离任已训{values['left_trained']}人另列"])
    if "without_new" in values:
        part = values["without_new"]
        return f"任职满1年的{part['n']}/{part['of']}（{percent(part['n'], part['of'])}）"
    if "not_due" in values:
        return f"未到期{values['not_due']}人另列"
    return ""


for column, (indicator, rest) in zip(
    st.columns(3), (("K08", "看未参训"), ("K10", "看未达标"), ("K11", "看未及时")), strict=True
):
    with column:
        card(indicator, found[indicator], before=before.get(indicator), beside=beside(found[indicator]), rest=rest)
figure_line(
    found, before, Further("K09", rest="看未集中"), Further("K12", rest="看未达标"), Further("K13", rest="看未到")
)  # fmt: skip

left, right = st.columns(2)
with left:
    training_swarm()
with right:
    hours_chart(int(threshold))
training_shares()
left, middle, right = st.columns(3)
with left:
    one_burnup(progress("K08"))
with middle:
    induction_bar(found["K11"])
with right:
    training_kinds(found["K14"])
left, right = st.columns([3, 2])
with left:
    untrained_units()
with right:
    training_posts()
