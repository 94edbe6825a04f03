"""A stored value as it would stand in the office's own sheet, so that reading it back changes nothing."""

from datetime import date

from services.ledger import Column, Kind, Values


def written(column: Column, row: Values) -> str | int | float | None:
    """Give what to write into the cell of `column` for a stored row: text, a number, or nothing."""
    value = row.get(column.id)
    if column.kind is Kind.DUE and row.get("due_kind"):
        return f"{row['due_kind']}，{value.isoformat()}" if value else str(row["due_kind"])
    if value is None:
        return None
    if isinstance(value, date):
        return _day(value, (row.get("marks") or {}).get(column.id))
    if isinstance(value, bool):
        return "是" if value else "否"
    if column.kind is Kind.ATTENDED:
        return f"1/{value}"
    if column.kind is Kind.LIST:
        return "、".join(value)
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return value if isinstance(value, int | float) else str(value)


def _day(value: date, mark: str | None) -> str:
    if mark == "year":
        return f"{value.year}年"
    if mark == "quarter":
        return f"{value.year}年第{'一二三四'[(value.month - 1) // 3]}季度"
    if mark == "month":
        return f"{value.year}年{value.month}月"
    return value.isoformat()
