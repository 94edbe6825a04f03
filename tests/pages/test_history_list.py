"""What a batch did, in words."""

from pages.parts.history_list import counted


def test_counts_are_said_by_ledger_in_official_order() -> None:
    counts = {
        "findings": {"new": 3, "changed": 0, "unchanged": 9, "missing": 2, "rejected": 1, "dropped": 0},
        "units": {"new": 0, "changed": 0, "unchanged": 4, "missing": 0, "rejected": 0, "dropped": 0},
    }
    assert counted(counts) == "单位名册 没有变化；督查问题整改台账 新增 3、略过 1"


def test_an_undo_takes_out_and_brings_back() -> None:
    assert counted({"units": {"removed": 3, "restored": 2}}) == "单位名册 撤回 3、恢复原样 2"
    assert counted({}) == "没有变化"
