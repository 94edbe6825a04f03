"""What the dimensions of a figure are called."""

from services.indicators import Indicator
from services.ledgers import ledgers, needs

# The dimensions of everything that belongs to a unit (population.split).
SPLIT = {"unit": "单位", "domain": "领域", "reform_type": "改革类型", "disposition": "处置方式"}
# Labels that stand in the selects of several indicators and are no column of their ledgers.
LABELS = {
    "state": "状态", "post": "职务", "kind": "组织类型", "band": "时段", "training": "培养类别",
    "fed_back_month": "反馈月份", "closed_month": "销号月份",
}  # fmt: skip


def title(indicator: Indicator, dimension: str) -> str | None:
    """Give the Chinese name of a dimension: the declared one, else that of a column; None where it has none."""
    own, every = (
        {name: column.title for each in reversed(list(some)) for name, column in each.by_id.items()}
        for some in (needs(indicator.id), ledgers().values())
    )
    return (every | LABELS | own | SPLIT | dict(indicator.titles)).get(dimension)
