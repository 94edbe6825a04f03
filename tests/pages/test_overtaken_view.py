"""What others committed in the meantime, in words in which nothing of a file is markup."""

from datetime import UTC, date, datetime

from pages.parts.overtaken_view import done, lines, table
from services.batches import BatchInfo, Change, Overtaking

AT = datetime(2023, 10, 28, 7, tzinfo=UTC)
CHANGE = Change(
    "changed", "findings", "round|一|1", 2,
    {"measures": "建台账", "due_on": date(2023, 5, 31)},
    {"round": "一", "no": "1", "measures": None, "due_on": date(2023, 6, 30)},
    ("measures", "due_on"),
)  # fmt: skip


def batch(number: int, file: str | None, undoes: int | None = None) -> BatchInfo:
    action = "undo" if undoes else "import"
    return BatchInfo(number, AT, "业务员乙", action, file, None, undoes, None, None, {})


def test_each_batch_is_named_with_what_it_touched() -> None:
    found = [
        Overtaking(batch(3, "<b>他的</b>.xlsx"), {"findings": 5, "units": 1}, (CHANGE,)),
        Overtaking(batch(4, None, undoes=2), {"units": 3}, ()),
    ]
    first, second, last = lines(found)
    assert "业务员乙在" in first
    assert (
        "提交了“&lt;b&gt;他的&lt;/b&gt;.xlsx”（第3批）：督查问题整改台账 5 条、单位名册 1 条，其中 1 条也在这个文件里"
        in first
    )
    assert "撤销了第2批（第4批）：单位名册 3 条，没有动到这个文件里的记录" in second
    assert "重新核对" in last


def test_an_emptied_store_is_said_so() -> None:
    assert lines([])[0] == "数据已被清空"


def test_each_touched_row_says_what_was_done_to_it() -> None:
    found = table([Overtaking(batch(3, "他的.xlsx"), {"findings": 1}, (CHANGE,))])
    assert found.to_dict("records") == [
        {"谁": "第3批 业务员乙", "台账": "督查问题整改台账", "哪一条": "一 · 1",
         "做了什么": "整改措施：建台账 → （空）；整改时限：2023-05-31 → 2023-06-30"}
    ]  # fmt: skip
    assert done(Change("missing", "units", "name|x")) == "去掉了这一条"
