"""How the words for where a thing stands are drawn, whatever ledger they come from."""

from collections.abc import Sequence

from services.figures.palette import State

GLYPHS = {
    "done": "✓", "far": "▸", "doing": "▹", "todo": "□", "late": "▲", "soon": "◔", "off": "／", "unknown": "?",
}  # fmt: skip
WORDS = {
    "done": (
        "已完成",
        "已销号",
        "已办结",
        "已转化",
        "达标",
        "优秀",
        "好",
        "先进",
        "按期完成",
        "上升",
        "已落实",
        "已通过",
    ),
    "far": ("基本达标", "基本完成", "待验收", "良好", "较好", "逾期完成", "超期完成"),
    "doing": ("进行中", "推进中", "办理中", "整改中", "一般", "合格", "中间", "持平"),
    "todo": ("未启动", "未开始", "未完成", "未办结", "不达标", "较差", "差", "后进", "下降", "不合格", "待整改"),
    "late": ("逾期", "已逾期", "逾期未完成", "超期"),
    "soon": ("临期", "即将到期"),
    "off": ("不适用", "长期坚持", "暂缓", "不再涉及", "随移交转出"),
    "unknown": ("未检查", "未报", "未考核", "未填", "未登记", "未评等次", "上年没有"),
}
ROLES = {word: role for role, words in WORDS.items() for word in words}
LADDER = ("done", "far", "doing", "todo", "off", "unknown")


def states(words: Sequence[str]) -> list[State]:
    """Give how each word is drawn, in the same order.

    A word that is not known takes the next free step from done to not begun, so `words` go from best to least.
    """
    roles = {word: ROLES[word] for word in words if word in ROLES}
    taken = set(roles.values())
    for word in words:
        if word not in roles:
            roles[word] = next((role for role in LADDER if role not in taken), "off")
            taken.add(roles[word])
    return [State(word, GLYPHS[roles[word]], roles[word]) for word in words]
