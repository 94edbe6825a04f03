"""⑤ 履职培训: who in post was trained this year, by 领域."""

from services import narrative
from services.screen.facts import Facts
from services.screen.figure import figure
from services.screen.shape import Bar, Shown
from services.screen.words import bare, footer, meaning, sliced, unreported
from services.screen.work import ahead
from services.share import percent

THRESHOLD = "年度学时(书记和班子成员)"


def page(facts: Facts) -> Shown:
    """Give coverage and hours, and coverage by 领域 (by post where one 领域 is shown)."""
    foot = footer(facts, meaning("K08"), "posts", "sessions", "attendance")
    if missing := facts.missing("K08"):
        return bare(unreported(missing, "今年谁参加了培训"), foot)
    covered, hours = facts.measure("K08"), facts.measure("K10")
    title = narrative.training(covered, hours, str(facts.at.number(THRESHOLD)))
    if not covered or not covered.of:
        return bare(sliced(facts, "没有在任的书记、委员。"), foot)
    split = facts.measure("K08", "post" if facts.domain else "domain")
    rows: list[Bar] = [
        {
            "id": part.key,
            "label": part.key,
            "n": int(part.n),
            "of": part.of or 0,
            "percent": part.percent or "",
            "plan": None,
        }
        for part in (split.groups if split else ())
    ]
    return {
        "title": sliced(facts, title),
        "figures": [figure(facts, "K08"), figure(facts, "K10")],
        "body": {"kind": "bars", "rows": rows},
        "footer": foot,
    }


def points(facts: Facts) -> list[str]:
    """Give the two classes of post, the hours without the newly appointed, the induction, and the pace."""
    covered, hours, induction = (facts.reported(id) for id in ("K08", "K10", "K11"))
    said = []
    if covered and covered.of:
        values = covered.values
        posts = "，".join(f"{post}{_share(values[post])}" for post in ("书记", "委员"))
        said.append(f"参训：{posts}；离任已训{values['left_trained']}人另列。")
    if hours and hours.of:
        said.append(f"学时达标{hours.n}/{hours.of}人，任职满1年的{_share(hours.values['without_new'])}。")
    if induction and (induction.of or induction.values["not_due"]):
        done = f"{induction.n}/{induction.of}人（{induction.percent}）" if induction.of else "都未到期"
        said.append(f"新任书记按期参加任职培训：{done}，未到期{induction.values['not_due']}人另列。")
    return [*said, *filter(None, [ahead(facts, "K08")])]


def _share(part: dict[str, int]) -> str:
    return f"{part['n']}/{part['of']}人（{percent(part['n'], part['of'])}）"
