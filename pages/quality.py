"""质量: how complete and how new the ledgers are, and where a second look is worth it — prompts, never verdicts."""

from html import escape

import streamlit as st

from pages.parts.completeness import by_domain, by_unit
from pages.parts.data import quality
from pages.parts.filters import filters
from pages.parts.freshness_table import freshness_table
from pages.parts.heading import look
from pages.parts.prompt_list import prompt_list
from services.ledgers.completeness import Filled
from services.quality import sentence, shares, total

view, now = filters("domain")
found = quality(now.stamp, view)
filled = [Filled(**each) for each in found["filled"]]
cells = shares(filled, "domain")

look()
counts = {prompt: len(rows) for prompt, rows in found["looks"].items()}
st.html(f'<div class="headline">{escape(sentence(total(cells.values()), counts))}</div>')
if filled:
    prompt_list(found["looks"])
    by_domain(cells)
    by_unit(filled)
    freshness_table(found["freshness"], shares(filled, "ledger"))
