"""口径: what every figure counts, every rule a file is held against, and the settings in force."""

import streamlit as st

from pages.parts.asked import asked
from pages.parts.code_box import code_box
from pages.parts.definition_tables import indicator_rows, rule_rows, setting_rows, table
from pages.parts.heading import heading
from pages.parts.view import View

view, now = asked()
whole = View(view.as_of, view.batch)

heading("口径", "每个数怎么算、依据什么，每张表按什么核对，各项标准现在是多少。")
with st.container(horizontal=True, vertical_alignment="center"):
    wanted = st.text_input(
        "查找", key="find", type="search", live=True, label_visibility="collapsed", width=480,
        icon=":material/search:", placeholder="输入指标、台账、条例或任意词，如：逾期、选举工作条例、K17",
    )  # fmt: skip
    code_box()
day = f"截至{view.as_of:%Y-%m-%d}"
figures = ("编号", "名称", "现在", "怎么算", "依据")
rules = ("台账", "级别", "规则", "依据")
settings = ("项目", "数值", "生效日期", "依据", "说明")
sections = (
    ("指标", f"{day}，按第{view.batch}批数据", figures, indicator_rows(now, whole)),
    ("核对规则", "上传时逐行核对", rules, rule_rows()),
    ("目标与口径", f"{day}生效的值，用“目标与口径”台账调整", settings, setting_rows(now, whole)),
)
words = (wanted or "").split()
shown = [table(title, word, names, rows, words) for title, word, names, rows in sections]
if any(shown):
    for html in filter(None, shown):
        st.html(html)
else:
    st.html('<div class="empty">没有找到。换一个短一点的词试试。</div>')
