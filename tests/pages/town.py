"""A small town for the pages' tests: a little of everything the figures show, written straight into a store."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import sqlalchemy as sa

from services.ledgers import ledger
from services.store import Store
from services.store.tables import Batch, Note, Source, Upload
from services.text import normal

AS_OF = date(2023, 10, 31)
DOMAINS = ("机关", "事业单位", "国有企业", "非公经济组织", "社会组织")
DISPOSITIONS = ("优化", "调整", "划转", "移交")
TYPES = ("市级机构改革", "事业单位重塑性改革", "国企国资改革")
STEPS = (
    "contacted_on", "founded_approved_on", "requested_on", "meeting_approved_on", "held_on", "result_approved_on",
)  # fmt: skip
CATEGORIES = ("组织生活", "党费", "班子队伍", "发展党员")


def build(store: Store, units: int = 10, demonstration: bool = True) -> None:
    """Fill an empty store with `units` units and what belongs to them, all in batch 1."""
    names = [f"市第{number}局" for number in range(1, units + 1)]
    with store.write() as connection:
        upload = {"sha256": "0" * 64, "name": "town.xlsx", "size": 1, "redacted": False, "content": b"x"}
        connection.execute(sa.insert(Upload).values(**upload))
        made_at = datetime(2023, 10, 31, 9, tzinfo=UTC)
        batch = {"id": 1, "made_at": made_at, "made_by": "业务员甲", "action": "import", "file": "town.xlsx"}
        connection.execute(sa.insert(Batch).values(**batch, counts={}))
        if demonstration:
            connection.execute(sa.insert(Note).values(name="demonstration", value=AS_OF.isoformat()))
        for number, (name, rows) in enumerate(_ledgers(names).items(), start=1):
            columns = {column.id: chr(ord("B") + place) for place, column in enumerate(ledger(name).columns)}
            source = {"id": number, "batch": 1, "ledger": name, "sha256": "0" * 64, "sheet": "Sheet1"}
            connection.execute(sa.insert(Source).values(**source, file=f"{ledger(name).title}.xlsx", columns=columns))
            keeping = {"batch_in": 1, "batch_out": None, "source_id": number, "kept": {}, "marks": {}}
            table = ledger(name).table.__table__
            versions = [
                {**{each.name: None for each in table.columns if each.name != "id"}, **keeping,
                 "key": row.pop("key", f"{name}{line}"), "line": line, "position": line - 4, **row}
                for line, row in enumerate(rows, start=5)
            ]  # fmt: skip
            if versions:
                connection.execute(sa.insert(table), versions)


def _ledgers(names: list[str]) -> dict[str, list[dict[str, Any]]]:
    unit = [_unit(number, name) for number, name in enumerate(names)]
    reform = [_reform(number, row) for number, row in enumerate(unit) if row["is_reform"]]
    orgs = [_org(number, name) for number, name in enumerate(names)]
    posts = [post for number, name in enumerate(names) for post in _posts(number, name)]
    return {
        "units": unit, "reform": reform, "orgs": orgs, "posts": posts,
        "elections": [_election(number, row["name"]) for number, row in enumerate(unit) if row["is_new"]],
        "sessions": [
            {"key": "集中班", "name": "集中班", "year": 2023, "category": "教育培训", "mode": "集中培训",
             "is_induction": True, "started_on": date(2023, 5, 8), "hours": 56.0, "level": "工委"},
            {"key": "网络班", "name": "网络班", "year": 2023, "category": "专业训练", "mode": "现场教学",
             "started_on": date(2023, 6, 1), "hours": 20.0, "level": "单位"},
        ],
        "attendance": [_attendance(number, row) for number, row in enumerate(posts) if number % 4],
        "findings": [_finding(number, names) for number in range(3 * len(names))],
        "weak_orgs": [
            {"year": 2023, "org": f"{name}党支部", "unit": name, "domain": "机关", "listed_on": date(2023, 3, 1),
             "due_on": date(2023, 9, 30), "closed_on": date(2023, 8, 1) if number else None,
             "accepted_on": date(2023, 7, 20) if number else None, "verdict": "合格" if number else None}
            for number, name in enumerate(names[:2])
        ],
        "targets": [{"item": "涉改任务基数", "value": str(len(names)), "effective_on": date(2023, 1, 1)}],
    }  # fmt: skip


def _unit(number: int, name: str) -> dict[str, Any]:
    is_reform = number % 5 != 4
    return {
        "name": name, "short_name": f"第{number + 1}局", "domain": DOMAINS[number % 5], "is_reform": is_reform,
        "is_new": number % 3 == 0, "reform_type": TYPES[number % 3] if is_reform else None,
        "disposition": DISPOSITIONS[number % 4] if is_reform else None, "members": 20, "full_members": 18,
    }  # fmt: skip


def _reform(number: int, unit: dict[str, Any]) -> dict[str, Any]:
    start = date(2023, 2, 1) + timedelta(days=7 * number)
    steps = {"reform_on": start, "requested_on": start + timedelta(days=20), "approved_on": start + timedelta(days=50)}
    kept = {name: day for place, (name, day) in enumerate(steps.items()) if place <= number % 4}
    done = {"completed_on": start + timedelta(days=80), "to_org": "市某工委"} if number % 4 in (2, 3) else {}
    return {
        "unit": unit["name"], "disposition": unit["disposition"], "reform_type": unit["reform_type"], **kept, **done,
        "planned_on": date(2023, 9, 30),
    }  # fmt: skip


def _org(number: int, name: str) -> dict[str, Any]:
    elected = date(2020, 6, 1) + timedelta(days=40 * number)
    return {
        "name": f"{name}党支部", "kind": "党支部", "unit": name, "founded_on": date(2019, 1, 1), "members": 20,
        "seats": 3, "filled": 3 if number % 3 else 2, "elected_on": elected, "term_years": 3,
        "term_ends_on": elected.replace(year=elected.year + 3), "status": "正常",
    }  # fmt: skip


def _posts(number: int, name: str) -> list[dict[str, Any]]:
    people = (("书记", "甲"), ("组织委员", "乙"), ("宣传委员", "丙"))
    return [
        {"name": f"{surname}{number}", "person": normal(f"{surname}{number}"), "unit": name, "org": f"{name}党支部",
         "post": post, "started_on": date(2023, 2, 1) if number % 4 == 0 else date(2020, 1, 1)}
        for post, surname in people
    ]  # fmt: skip


def _attendance(number: int, post: dict[str, Any]) -> dict[str, Any]:
    return {
        "session": "集中班" if number % 3 else "网络班", "session_key": "集中班" if number % 3 else "网络班",
        "name": post["name"], "person": post["person"], "unit": post["unit"], "org": post["org"], "post": post["post"],
        "attended": 1 if number % 7 else 0,
    }  # fmt: skip


def _election(number: int, name: str) -> dict[str, Any]:
    start = date(2023, 3, 1) + timedelta(days=5 * number)
    taken = {step: start + timedelta(days=25 * place) for place, step in enumerate(STEPS) if place <= 5 - number % 3}
    return {"unit": name, "org": f"{name}党支部", "type": "首次选举", "year": 2023, **taken}


def _finding(number: int, names: list[str]) -> dict[str, Any]:
    fed_back = date(2023, 3, 1) + timedelta(days=3 * number)
    due = fed_back + timedelta(days=90)
    closed = due - timedelta(days=10) if number % 3 == 0 else None
    return {
        "round": "2023年第一轮党建督查", "no": str(number), "unit": names[number % len(names)],
        "category": CATEGORIES[number % 4], "text": f"第{number}个问题", "fed_back_on": fed_back, "due_on": due,
        "original_due_on": due, "measures": "已制定措施" if number % 2 else None, "closed_on": closed,
        "reported_on": closed or (due if number % 5 == 0 else None),
        "status_text": "已销号" if closed else None, "leader": "领导甲",
    }  # fmt: skip
