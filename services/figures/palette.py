"""Colours by meaning (design.md §5): red and gold are for the frame only, never for data.

State is told by distance from the background, by a glyph and by a word, so it survives greyscale and colour blindness.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Ink:
    """How one state is drawn: fill, edge and the text on it."""

    fill: str
    edge: str
    text: str


@dataclass(frozen=True)
class Palette:
    """One theme's colours."""

    background: str
    text: str
    muted: str
    line: str
    done: Ink
    far: Ink  # well on its way
    doing: Ink
    todo: Ink
    soon: Ink
    late: Ink
    off: Ink  # 不适用
    unknown: Ink
    ramp: tuple[str, ...]

    def ink(self, role: str) -> Ink:
        """Give the ink of a role by name (a field of this class)."""
        ink: Ink = getattr(self, role)
        return ink

    def on_ramp(self, level: int) -> str:
        """Give the colour of text on a step of the ramp."""
        return self.background if level > 3 else self.text


LIGHT = Palette(
    background="#FFFFFF", text="#1B1F24", muted="#57606A", line="#D5DAE0",
    done=Ink("#1F5F8B", "#1F5F8B", "#FFFFFF"),
    far=Ink("#86BBDD", "#5F6B7A", "#1B1F24"),
    doing=Ink("#B9D6EA", "#5F6B7A", "#1B1F24"),
    todo=Ink("#FFFFFF", "#5F6B7A", "#1B1F24"),
    soon=Ink("#D37812", "#D37812", "#1B1F24"),
    late=Ink("#3D0A33", "#3D0A33", "#FFFFFF"),
    off=Ink("#E6E8EB", "#868E97", "#57606A"),
    unknown=Ink("#FFFFFF", "#8A929B", "#57606A"),
    ramp=("#E8F1F8", "#B9D6EA", "#86BBDD", "#4A8DBB", "#1F5F8B", "#0E3A5C"),
)  # fmt: skip
DARK = Palette(
    background="#10161F", text="#F4F6FA", muted="#A9B4C4", line="#34425A",
    done=Ink("#4C99E8", "#4C99E8", "#0B1118"),
    far=Ink("#2B5A87", "#7C8AA0", "#F4F6FA"),
    doing=Ink("#1E3C59", "#7C8AA0", "#F4F6FA"),
    todo=Ink("#10161F", "#7C8AA0", "#F4F6FA"),
    soon=Ink("#F6B933", "#F6B933", "#1B1F24"),
    late=Ink("#F3E0FC", "#F3E0FC", "#1B1F24"),
    off=Ink("#1A2436", "#66758F", "#A9B4C4"),
    unknown=Ink("#10161F", "#7C8AA0", "#A9B4C4"),
    ramp=("#16304A", "#1F4468", "#2B5A87", "#3773A6", "#4C99E8", "#A9CFF5"),
)  # fmt: skip


def palette(dark: bool) -> Palette:
    """Give the colours of the light or the dark theme."""
    return DARK if dark else LIGHT


@dataclass(frozen=True)
class State:
    """A word for where a thing stands, its glyph and the role of its colour."""

    word: str
    glyph: str
    role: str


REFORM = (
    State("已完成", "✓", "done"),
    State("已批复", "▸", "far"),
    State("已请示", "▹", "doing"),
    State("未启动", "□", "todo"),
    State("暂缓", "‖", "off"),
    State("不再涉及", "／", "off"),
    State("未登记", "?", "unknown"),
)
UNREPORTED = State("未报", "?", "unknown")
RECTIFICATION = (
    State("已销号", "✓", "done"),
    State("待验收", "▸", "far"),
    State("整改中", "▹", "doing"),
    State("待整改", "□", "todo"),
    State("长期坚持", "∞", "off"),
)
# What moved a figure: the four classes of a change.
CHANGES = (
    State("真变化", "●", "done"),
    State("补报", "＋", "far"),
    State("更正", "≠", "todo"),
    State("移交核减", "→", "off"),
)
FONT = "'Microsoft YaHei', 'PingFang SC', 'Noto Sans CJK SC', 'Source Han Sans SC', 'WenQuanYi Micro Hei', sans-serif"
