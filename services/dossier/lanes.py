"""The lanes of a unit's timeline: 涉改处置, 选举换届, 督查整改, 培训."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from services.dossier.record import CLOSED, ELECTION, LATE, REFORM, SOON, Record, Values, steps_taken
from services.figures.palette import REFORM as STAGES
from services.figures.palette import State
from services.figures.svg.timeline import Lane

FINDINGS, ORGS = 8, 3
STAGE = {state.word: state for state in STAGES}
DONE, BEGUN, NOT_YET = State("已完成", "✓", "done"), State("进行中", "▸", "far"), State("未启动", "□", "todo")
UNKNOWN = State("未报", "?", "unknown")


def lanes(record: Record) -> list[Lane]:
    """Give the lanes, group by group, at most eight findings and three organisations."""
    groups = (_reform(record), _elections(record), _findings(record), _training(record))
    return [replace(lane, new=place == 0) for group in groups for place, lane in enumerate(group)]


def left_out(record: Record) -> str:
    """Give in words which findings have no lane of their own, "" where all have."""
    rest = Counter(values["state"] for values in _by_urgency(record)[FINDINGS:])
    said = "、".join(f"{state}{count}项" for state, count in rest.items())
    return f"另有{sum(rest.values())}项问题没有画出：{said}" if rest else ""


def _reform(record: Record) -> Iterator[Lane]:
    if record.stage is None:
        return
    values = record.reform
    if values is None:
        yield Lane("涉改处置", UNKNOWN, "台账未报")
        return
    name = f"涉改处置·{values['disposition']}"
    taken = steps_taken(values, REFORM, record.as_of)
    state = STAGE[record.stage]
    done = record.past(values["completed_on"])
    urgent = None if done or state.role == "off" else record.urgency(values["planned_on"])
    yield Lane(
        name, urgent or state, state.word if urgent is None else f"{state.word}，{record.days(values['planned_on'])}",
        start=taken[0][1] if taken else None, end=taken[-1][1] if done else None,
        due=None if done else values["planned_on"], steps=taken,
    )  # fmt: skip


def _elections(record: Record) -> Iterator[Lane]:
    if record.unit["is_new"]:
        first = record.first_election
        taken = steps_taken(first, ELECTION, record.as_of) if first else ()
        done = bool(first) and record.past((first or {})["result_approved_on"])
        state = DONE if done else BEGUN if taken else NOT_YET
        said = state.word if done or not taken else f"已到{taken[-1][0]}"
        end = taken[-1][1] if done else None
        yield Lane("首次选举", state, said, start=taken[0][1] if taken else None, end=end, steps=taken)
    for org in _terms(record)[:ORGS]:
        end = org["term_ends_on"]
        if org["name"] in record.overdue:
            state, said = LATE, "逾期未换届"
        elif record.past(end):
            state, said = BEGUN, "届满，选举见台账"
        else:
            state, said = record.urgency(end) or State("任期内", "▸", "far"), f"{end:%Y-%m}届满"
        until = None if state is LATE else end
        yield Lane(f"换届·{_short(org['name'], record)}", state, said, start=org["elected_on"], end=until, due=end)


def _terms(record: Record) -> list[Values]:
    """Give the organisations with a term, the one that ends first before the others."""
    kept = ("正常", None)
    found = [org for org in record.orgs if org["status"] in kept and org["elected_on"] and org["term_ends_on"]]
    return sorted(found, key=lambda org: (org["term_ends_on"], org["name"]))


def _short(name: str, record: Record) -> str:
    """Give an organisation's name without the unit's own."""
    for own in (record.unit["name"], record.unit["short_name"]):
        if own and name.startswith(own) and name != own:
            return name.removeprefix(own)
    return name


def _by_urgency(record: Record) -> list[Values]:
    """Give the findings: open ones first, the latest first; of the closed those closed last."""

    def rank(values: Values) -> tuple[bool, bool, int]:
        closed = values["state"] in CLOSED
        day = values["closed_on"] if closed else values["due_on"]
        late = record.late(day)
        return closed, late is None, (late if closed else -late) if late is not None else 0

    return sorted(record.findings, key=rank)


def _findings(record: Record) -> Iterator[Lane]:
    for values in _by_urgency(record)[:FINDINGS]:
        state = record.finding(values)
        closed = values["closed_on"] if values["state"] == "已销号" else None
        said = record.days(values["due_on"]) if state in (LATE, SOON) else state.word
        name = " ".join(filter(None, (values["no"], values["category"]))) or values["text"]
        end = closed or (record.moved_on if values["state"] == "随移交转出" else None)
        yield Lane(name, state, said, start=values["fed_back_on"], end=end, due=values["due_on"])


def _training(record: Record) -> Iterator[Lane]:
    roll = record.roll
    if roll.trained is None:
        return
    n, of = roll.trained
    if of:
        state = DONE if n == of else BEGUN if n else NOT_YET
        yield Lane("培训（人次）", state, f"今年参训{n}/{of}人", heads=roll.heads)
