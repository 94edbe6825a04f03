"""The things an indicator counts, one by one, for pictures that show each of them."""

from collections.abc import Mapping
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection

from services.errors import BadRequest
from services.indicators.indicator import Indicator
from services.indicators.moment import At
from services.indicators.things import dimensions, narrowed, things


def items(
    connection: Connection, indicator: Indicator, at: At, where: Mapping[str, str] | None = None
) -> list[dict[str, Any]]:
    """Give each counted thing with its dimensions and facts, in official order; `done` is 1 in the numerator.

    Things with `counted` 0 are shown beside the figure and are among them. Raises BadRequest for a dimension the
    indicator lacks.
    """
    found = things(indicator, at)
    unknown = [name for name in where or {} if name not in dimensions(found)]
    if unknown:
        raise BadRequest(f"{indicator.id}（{indicator.name}）不能按“{'、'.join(unknown)}”筛选。")
    statement = sa.select(found).where(*narrowed(found, where or {}))
    order = (found.c.position.is_(None), found.c.position, found.c.row)
    result = connection.execute(statement.order_by(*order))
    names = list(result.keys())
    return [dict(zip(names, row, strict=True)) for row in result]  # a quarter of the time that mappings take
