"""审计: who did what, when and from where, refusals included; to be looked through, verified and taken away."""

from datetime import date
from html import escape

import streamlit as st

from pages.parts import data
from pages.parts.audit_filters import audit_filters
from pages.parts.audit_list import audit_list
from pages.parts.download import download_made
from pages.parts.heading import heading
from pages.parts.person import acting
from services import trail
from services.access.export import CSV, File
from services.access.verify import verify
from services.trail import Wanted

SHOWN = 16  # signs of the digest that are written down


def taken_away(by: str, wanted: Wanted) -> None:
    """Offer what is filtered as one file."""
    name = f"审计-{date.today():%Y%m%d}.csv"
    download_made(
        "导出 .csv", lambda: File(name, CSV, trail.exported(data.store(), by, wanted)), "audit.read", name,
        "export_audit", icon=":material/download:", hint="按上面的条件，从最早的一条到最近的一条。",
    )  # fmt: skip


def verified(by: str) -> None:
    """Say whether the audit and the database are as they were written."""
    found = verify(data.store(), by)
    if found.intact:
        word = f"✓ 核验通过：共{found.rows}条，没有改动、缺失。末条校验码 {found.hash[:SHOWN]}，可以记下来以后比对。"
        st.html(f'<div class="outcome done">{word}</div>')
    else:
        said = "".join(f"<li>{escape(each)}</li>" for each in found.complaints)
        st.html(f'<div class="outcome late"><b>▲ 核验没有通过</b><ul>{said}</ul></div>')


heading("审计", "谁在什么时候、从哪里做了什么，被拒绝的也在内。只能追加，不能改也不能删，长期保存。")
who = acting()
with st.container(horizontal=True, vertical_alignment="bottom", gap="small"):
    chosen = audit_filters(trail.actors(data.store(), who))
    st.space("stretch")
    check = st.button("核验", icon=":material/verified_user:", help="从第一条核对到最近一条，并检查数据库有没有损坏。")
    taken_away(who, chosen)
if check:
    verified(who)
audit_list(who, chosen)
