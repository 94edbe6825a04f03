"""Which number formats change what a number means: 2023.1 shown as 2023.10 is October."""

import re

# "0.00" and "#,##0.00" as built-in formats.
BUILT_IN = {2: "0.00", 4: "#,##0.00"}
TWO_DECIMALS = re.compile(r"0\.00(?![0#?%])")


def year_month(cell: object) -> bool:
    """Say whether a cell is a number that could be a year and a month (2023.1)."""
    return isinstance(cell, float) and 1900 < cell < 2200 and cell % 1 != 0


def two_decimals(code: str) -> bool:
    """Say whether a number format shows exactly two decimals."""
    return bool(TWO_DECIMALS.search(code)) and "%" not in code
