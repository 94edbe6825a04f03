"""快照: publish the figures of a day as they are known now, see those published, and open the dashboard at one."""

from datetime import date
from html import escape
from pathlib import Path

import streamlit as st

from pages.parts import data
from pages.parts.asked import asked
from pages.parts.heading import heading
from pages.parts.person import person
from pages.parts.snapshot_list import snapshot_list
from pages.parts.view import FIRST_YEAR
from services.errors import BadRequest
from services.snapshots import KINDS, snapshot, snapshots

LOOK = Path(__file__).parent / "parts" / "changes.css"

view, now = asked()
st.html(LOOK)
heading("快照", "给某一天、现在所知的数字起一个名称。以后再上传、更正、撤销，快照里的数都不变，随时可以打开、对比。")


def publish(batch: int) -> None:
    """Publish what is filled in, as it is known at the batch the page showed; the outcome is said by the next run."""
    chosen = st.session_state
    try:
        made = snapshot(
            data.store(), chosen["snapshot_name"], chosen["snapshot_day"], chosen["person"],
            chosen["snapshot_kind"], chosen["snapshot_note"], batch,
        )  # fmt: skip
    except BadRequest as refusal:
        chosen["published"] = (False, str(refusal))
        return
    chosen["published"] = (True, f"已发布“{made.name}”：截至{made.as_of}，按第{made.batch}批所知。")
    chosen["snapshot_name"] = chosen["snapshot_note"] = ""


if not now.batch:
    st.html('<div class="empty">还没有数据。上传台账以后，可以在这里发布快照。</div>')
    st.stop()
st.session_state.setdefault("snapshot_day", min(view.as_of, now.day))
with st.container(border=True, key="publish"):
    st.html('<h3 class="finding">发布快照</h3>')
    with st.container(horizontal=True, vertical_alignment="bottom"):
        st.segmented_control("种类", KINDS, key="snapshot_kind", default=KINDS[0], required=True, width="content")
        st.text_input("名称", key="snapshot_name", max_chars=30, width=220, placeholder="如：6月例会、2023年6月")
        st.date_input(
            "截至", key="snapshot_day", format="YYYY-MM-DD", width=150,
            min_value=date(FIRST_YEAR, 1, 1), max_value=now.day,
        )  # fmt: skip
        st.text_input("说明（可不填）", key="snapshot_note", max_chars=100, width=300)
        with st.container(width=160):
            person()
        st.button("发布", type="primary", icon=":material/photo_camera:", on_click=publish, args=(now.batch,))
    done, sentence = st.session_state.pop("published", (True, ""))
    word = f"按第{now.batch}批所知，即到现在为止上传的全部数据。发布以后不能改、不能删。"
    st.html(f'<div class="note">{word}</div>')
    if sentence:
        st.html(f'<div class="outcome {"done" if done else "soon"}">{escape(sentence)}</div>')
snapshot_list(snapshots(data.store()), view, now)
