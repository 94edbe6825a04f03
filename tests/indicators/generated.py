"""A small register full of corner cases, for laws that must hold whatever the rows are."""

from datetime import date, timedelta
from random import Random
from typing import Any

from services.ledger import Column, Kind
from services.ledgers import ledgers
from services.ledgers.findings import CATEGORIES
from services.ledgers.units import DISPOSITIONS, DOMAINS
from tests.indicators.register import Register

TODAY = date(2023, 10, 31)
OFFICE = 100  # ledgers after this one are registers, filled by what their columns hold


def fill(register: Register, random: Random) -> None:
    """Put in random units and rows of every ledger that figures read, many of their cells blank."""

    def day(back: int = 700, ahead: int = 200) -> date:
        return TODAY + timedelta(days=random.randint(-back, ahead))

    def maybe(value: Any, share: float = 0.7) -> Any:
        return value if random.random() < share else None

    units = [f"单位{number}" for number in range(6)]
    for name in units:
        register.add(
            "units", name=name, domain=random.choice(list(DOMAINS)), is_reform=random.random() < 0.7,
            is_new=random.random() < 0.5, full_members=maybe(random.randint(0, 5)),
            disposition=maybe(random.choice(list(DISPOSITIONS))), reform_type=maybe("市级机构改革"),
        )  # fmt: skip
        if random.random() < 0.8:
            register.add(
                "reform", unit=name, disposition=random.choice(list(DISPOSITIONS)), reform_on=maybe(day()),
                requested_on=maybe(day()), approved_on=maybe(day()), completed_on=maybe(day(), 0.5),
                status_text=random.choice([None, None, "暂缓", "不再涉及"]),
            )  # fmt: skip
    units.append("不在名册的单位")
    orgs = [(random.choice(units), f"第{number}支部") for number in range(6)]
    for unit, name in orgs:
        register.add(
            "orgs", name=name, unit=unit, kind=random.choice(["机关党委", "党支部", "临时党支部"]),
            founded_on=maybe(day()), elected_on=maybe(day(1500)), term_years=3, term_ends_on=maybe(day()),
            previous_term_ends_on=maybe(day(), 0.3),
            seats=maybe(3), filled=maybe(random.randint(2, 3)), status=random.choice(["正常", "正常", "已撤销"]),
        )  # fmt: skip
    for _ in range(10):
        unit, name = random.choice(orgs)
        register.add(
            "elections", unit=unit, org=maybe(name), type=random.choice(["首次选举", "换届选举"]), held_on=maybe(day()),
            founded_approved_on=maybe(day()), result_approved_on=maybe(day()), extended=maybe(True),
            extended_to=maybe(day()),
        )  # fmt: skip
    people = [(*random.choice(orgs), f"人{number}") for number in range(8)]
    for unit, org, name in [*people, *random.sample(people, 3)]:
        register.add(
            "posts", name=name, unit=unit, org=org, post=random.choice(["书记", "委员"]), started_on=day(900, 30),
            ended_on=maybe(day(), 0.3),
        )  # fmt: skip
    for number in range(5):
        name = f"班{number}"
        register.add(
            "sessions", name=name, category=random.choice(["教育培训", "实践锻炼", "专业训练"]),
            started_on=day(400, 60),
            mode=random.choice(["集中培训", "集体学习", "网络学习"]), hours=random.choice([7.5, 30, 60]),
            is_induction=random.random() < 0.5,
        )  # fmt: skip
        for unit, _, person in random.sample(people, 5):
            register.add(
                "attendance", session=name, name=person, unit=unit, attended=random.randint(0, 1), hours=maybe(4, 0.2)
            )
    for number in range(4):
        register.add(
            "weak_orgs", year=2023, org=f"支部{number}", unit=random.choice(units), listed_on=day(300, 30),
            due_on=day(), closed_on=maybe(day()), verdict=maybe("合格"),
        )  # fmt: skip
    for number in range(15):
        kind = random.choice([None, None, "长期坚持", "立行立改"])
        register.add(
            "findings", no=str(number), text="问题", unit=random.choice(units),
            category=maybe(random.choice(list(CATEGORIES))),
            fed_back_on=day(400, 20), due_on=day(200, 60) if kind is None else maybe(day(), 0.3), due_kind=kind,
            reported_on=maybe(day(), 0.2), closed_on=maybe(day(200, 30), 0.5), measures=maybe("措施", 0.5),
            status_text=random.choice([None, "已完成", "整改中", "撤销", "等通知"]),
        )  # fmt: skip
    register.add("targets", item="涉改任务基数", value=str(random.randint(7, 9)), effective_on=date(2023, 1, 1))
    for name in (each.id for each in ledgers().values() if each.order > OFFICE):
        registers(register, random, name, units)


def registers(register: Register, random: Random, name: str, units: list[str]) -> None:
    """Put in random rows of a register, whatever it is about; what is not required is often blank."""
    columns = ledgers()[name].columns
    for _ in range(9):
        row = {each.id: _any(random, each, units) for each in columns if each.required or random.random() < 0.7}
        if "due_kind" in ledgers()[name].versions.c and random.random() < 0.2:
            row["due_kind"] = "长期坚持"
        register.add(name, **row)


def _any(random: Random, column: Column, units: list[str]) -> Any:
    match column.kind:
        case Kind.REF if column.ref == "units":
            return random.choice(units)
        case Kind.CHOICE:
            return random.choice(list(column.choices))
        case Kind.BOOL:
            return random.random() < 0.5
        case Kind.DATE | Kind.DUE:
            return TODAY + timedelta(days=random.randint(-500, 100))
        case Kind.YEAR:
            return TODAY.year - random.randint(0, 1)
        case Kind.INT | Kind.NUMBER | Kind.HOURS:
            return random.randint(0, 100)
        case _:
            return f"{column.title}{random.randint(0, 3)}"
