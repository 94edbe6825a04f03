"""The hours given, by kind of training: 教育培训、实践锻炼、专业训练."""

from pages.parts.asked import asked
from pages.parts.chart import block, empty, lists
from pages.parts.menu import go
from pages.parts.numbers import Table
from pages.parts.picture import picture
from pages.parts.reported import unreported
from services.figures.html.shares import shares
from services.indicators import Measure
from services.share import percent, written


def training_kinds(measured: Measure | None) -> None:
    """Show one bar per kind, each against all hours; a click leads to its records."""
    view, now = asked()
    total = int(measured.n) if measured else 0
    if not measured or not total:
        with block("三类培养各占多少学时", "", "K14", key="kinds"):
            missing = unreported("K14")
            empty(f"上传{missing}后，这里显示三类培养的学时。" if missing else "今年还没有计入学时的培训。")
        return
    rows = [(kind, int(hours), total) for kind, hours in measured.values.items()]
    most = max(rows, key=lambda row: row[1])
    finding = f"{most[0]}占学时的{percent(most[1], total)}"
    with block(finding, f"共{written(measured.n)}学时 · 点一条看参训记录", "K14", key="kinds"):
        drawn = shares(
            rows, "，".join(f"{kind}{hours}学时" for kind, hours, _ in rows), {row[0]: row[0] for row in rows}
        )
        if kind := picture(drawn, "kinds"):
            go("rows", view, now, k="K14", part="n", training=kind)
        table = Table(["培养类别", "学时", "比例"], [[kind, hours, percent(hours, of)] for kind, hours, of in rows])
        lists(("看参训记录", "K14", "n"), table=table)
