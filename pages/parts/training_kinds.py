"""The hours given, by kind of training: 教育培训、实践锻炼、专业训练."""

from pages.parts.chart import block, empty, lists
from pages.parts.picture import picture
from services.figures.svg.shares import shares
from services.indicators import Measure


def training_kinds(measured: Measure | None) -> None:
    """Show one bar per kind, each against all hours."""
    total = int(measured.n) if measured else 0
    with block("三类培养各占多少学时", f"共{total}学时" if total else "", "K14", key="kinds"):
        if not measured or not total:
            empty("上传培训班次和参训台账后，这里显示三类培养的学时。")
            return
        rows = [(kind, int(hours), total) for kind, hours in measured.values.items()]
        picture(shares(rows, "，".join(f"{kind}{hours}学时" for kind, hours, _ in rows)), "kinds")
        lists(("看参训记录", "K14", "n"))
