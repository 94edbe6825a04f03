"""What is still open at a unit: what is late first, then what is due soon, then the rest."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from services.dossier.lanes import BEGUN, NOT_YET, STAGE
from services.dossier.record import CLOSED, ELECTION, LATE, SOON, Record, steps_taken
from services.figures.palette import State


@dataclass(frozen=True)
class OpenItem:
    """One open thing: how it is marked, what it is, its deadline, the days that is past (-: ahead), also in words."""

    state: State
    work: str
    what: str
    due_on: date | None = None
    late: int | None = None
    said: str = ""


def open_items(record: Record) -> list[OpenItem]:
    """Give everything open, the longest late first; what has no deadline stands at the end."""
    kinds = (_reform, _elections, _terms, _findings, _weak_orgs, _training)
    found = [item for kind in kinds for item in kind(record)]
    return sorted(found, key=lambda item: (item.late is None, -(item.late or 0)))


def _item(record: Record, state: State, work: str, what: str, due: date | None) -> OpenItem:
    return OpenItem(record.urgency(due) or state, work, what, due, record.late(due), record.days(due))


def _reform(record: Record) -> Iterator[OpenItem]:
    if record.stage in (None, "已完成", "不再涉及"):
        return
    state, values = STAGE[record.stage or ""], record.reform
    what = f"党组织{values['disposition']}{state.word}" if values else "处置台账还没有这家的记录"
    if state.role == "off":
        yield OpenItem(state, "涉改处置", f"{what}：{(values or {}).get('remark') or '没有写明原因'}")
    else:
        yield _item(record, state, "涉改处置", what, values["planned_on"] if values else None)


def _elections(record: Record) -> Iterator[OpenItem]:
    first = record.first_election
    if not record.unit["is_new"] or (first and record.past(first["result_approved_on"])):
        return
    taken = steps_taken(first, ELECTION, record.as_of) if first else ()
    what = f"首次选举办到{taken[-1][0]}（{taken[-1][1]:%Y-%m-%d}）" if taken else "首次选举还没有启动"
    yield OpenItem(BEGUN if taken else NOT_YET, "选举", what)


def _terms(record: Record) -> Iterator[OpenItem]:
    if record.moved_on:
        return
    for org in record.orgs:
        end = org["term_ends_on"]
        if org["name"] in record.overdue:
            yield _item(record, LATE, "换届", f"{org['name']}届满没有换届", end)
        elif end and not record.past(end) and record.urgency(end) is SOON and org["status"] in ("正常", None):
            yield _item(record, SOON, "换届", f"{org['name']}即将届满", end)


def _findings(record: Record) -> Iterator[OpenItem]:
    for values in record.findings:
        if values["state"] in CLOSED:
            continue
        state = record.finding(values)
        said = values["state"] if state in (LATE, SOON) else ""
        what = "，".join(filter(None, (values["text"], said)))
        yield _item(record, state, "督查整改", what, None if values["state"] == "长期坚持" else values["due_on"])


def _weak_orgs(record: Record) -> Iterator[OpenItem]:
    if record.moved_on:
        return
    for values in record.weak_orgs:
        if record.past(values["listed_on"]) and not record.past(values["closed_on"]):
            yield _item(record, BEGUN, "整顿", f"{values['org']}列入整顿", values["due_on"])


def _training(record: Record) -> Iterator[OpenItem]:
    for share, what in ((record.roll.trained, "今年还没有参加培训"), (record.roll.hours, "今年学时还没有达标")):
        if share and share[1] > share[0]:
            yield OpenItem(BEGUN if share[0] else NOT_YET, "培训", f"{share[1] - share[0]}人{what}")
