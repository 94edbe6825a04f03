"""单位名册: the units, which of them the reform touches, which are newly formed (ledgers.md §3.1)."""

from services.ledger import Facts, Ledger, Rule, Values
from services.store import columns as col
from services.store.row import Row

DOMAINS: dict[str, tuple[str, ...]] = {
    "机关": ("党政机关", "参公单位"),
    "事业单位": ("事业",),
    "国有企业": ("国企", "国有企业及控股"),
    "非公经济组织": ("非公企业", "非公有制经济组织"),
    "社会组织": ("社会团体", "社团", "行业协会"),
}
WHICH_DOMAIN = {"两新组织": "“两新组织”包括非公经济组织和社会组织，请写明是哪一种"}
REFORM_TYPES: dict[str, tuple[str, ...]] = {
    "市级机构改革": ("机构改革",),
    "事业单位重塑性改革": ("事业单位改革",),
    "国企国资改革": ("国资国企改革",),
}
DISPOSITIONS: dict[str, tuple[str, ...]] = {"优化": (), "调整": (), "划转": (), "移交": ()}


class Unit(Row, table=True):
    """One unit."""

    __tablename__ = "units"

    name: str = col.text("单位名称", *(h for h in col.UNIT_HEADERS if h != "单位名称"), required=True)
    short_name: str | None = col.text("单位简称", "简称", "规范简称")
    former_names: list[str] | None = col.many("曾用名", "原单位名称", "改革前单位", "原名称")
    domain: str = col.choice(
        "领域", "所属领域", "单位类别", "类别", "单位性质", choices=DOMAINS, ambiguous=WHICH_DOMAIN, required=True
    )
    is_reform: bool = col.yes("是否涉改", "涉改", "涉改单位", required=True, default=False)
    reform_type: str | None = col.choice("改革类型", "涉改类型", choices=REFORM_TYPES)
    disposition: str | None = col.choice("处置方式", "组织处置方式", "调整方式", choices=DISPOSITIONS)
    is_new: bool = col.yes("是否新组建", "新组建", "新组建单位", required=True, default=False)
    members: int | None = col.count("党员数", "党员人数", expected=True)
    full_members: int | None = col.count("正式党员数", "其中正式党员", "正式党员", expected=True)
    contact: str | None = col.text("联系人", person=True)
    phone: str | None = col.phone("联系电话", "电话", "手机", "联系方式", "手机号", "手机号码")
    remark: str | None = col.text("备注", "说明")


def _needs(field: str) -> Rule:
    title = {"reform_type": "改革类型", "disposition": "处置方式"}[field]

    def broken(values: Values, facts: Facts) -> str | None:
        return field if values.get("is_reform") and not values.get(field) else None

    return Rule(
        "required_missing", "error", f"涉改单位必须填写{title}", broken,
        f"涉改单位没有填写{title}", f"请填写{title}；不涉改的单位请把“是否涉改”改为否",
    )  # fmt: skip


def _too_many(values: Values, facts: Facts) -> str | None:
    full, members = values.get("full_members"), values.get("members")
    return "full_members" if full is not None and members is not None and full > members else None


LEDGER = Ledger(
    id="units", title="单位名册", table=Unit, keys=(("name",),), unit_word="家", order=10,
    purpose="哪些单位在册，哪些涉改，哪些是新组建",
    rules=(
        _needs("reform_type"),
        _needs("disposition"),
        Rule("rule_broken", "error", "正式党员数不超过党员数", _too_many,
             "正式党员数{full_members}多于党员数{members}", "请核对两个数"),
    ),
)  # fmt: skip
