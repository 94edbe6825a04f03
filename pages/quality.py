"""质量: how complete and how new the ledgers are, and where a second look is worth it — prompts, never verdicts."""

import streamlit as st

from pages.parts.completeness import by_domain, by_unit
from pages.parts.data import quality
from pages.parts.filters import filters
from pages.parts.freshness_table import freshness_table
from pages.parts.heading import heading
from pages.parts.menu import link
from pages.parts.prompt_list import prompt_list
from services.ledgers.completeness import Filled
from services.quality import sentence, shares, total

view, now = filters("domain")
found = quality(now.stamp, view)
filled = [Filled(**each) for each in found["filled"]]
everything = total(shares(filled).values())

heading("质量", sentence(everything, {prompt: len(rows) for prompt, rows in found["looks"].items()}))
if everything[1]:
    by_domain(filled)
    prompt_list(found["looks"])
    by_unit(filled)
    freshness_table(found["freshness"])
else:
    st.html('<div class="empty">还没有台账可看。</div>')
    link("去上传", "upload", view, now, icon=":material/upload:")
