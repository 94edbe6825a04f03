"""Why a written name may mean a unit: what the two differ in, in a few words, for the person who has to decide."""

from dataclasses import dataclass

from rapidfuzz.distance import Indel

FEW = 3


@dataclass(frozen=True)
class Suggestion:
    """A unit that may be meant, the reason in words, and the kind of alias it would most likely be."""

    unit: str
    reason: str
    kind: str


def suggestion(text: str, unit: str, form: str, called: str) -> Suggestion:
    """Give the suggestion of `unit` for `text`, which comes near its name `form`; both in the form of comparison.

    `called` says which of the unit's names `form` is: 全称, 简称“…”, 曾用名“…”.
    """
    lacking, extra = _differing(text, form)
    return Suggestion(unit, _reason(called, lacking, extra), _kind(called, lacking, extra))


def _differing(text: str, form: str) -> tuple[list[str], list[str]]:
    """Give the pieces of `form` that `text` lacks, and those it has too many."""
    steps = Indel.opcodes(text, form)
    lacking = [form[step.dest_start : step.dest_end] for step in steps if step.tag == "insert"]
    extra = [text[step.src_start : step.src_end] for step in steps if step.tag == "delete"]
    return lacking, extra


def _reason(called: str, lacking: list[str], extra: list[str]) -> str:
    less, more = len("".join(lacking)), len("".join(extra))
    if less + more == 1:
        return f"与{called}只差“{(lacking or extra)[0]}”字"
    if less == more == 1:
        return f"与{called}一字之差：“{extra[0]}”和“{lacking[0]}”"
    if not more:
        return f"比{called}少“{'、'.join(lacking)}”" if less <= FEW else f"像是{called}的缩写"
    if not less:
        return f"比{called}多“{'、'.join(extra)}”"
    return f"与{called}相近"


def _kind(called: str, lacking: list[str], extra: list[str]) -> str:
    if called.startswith("曾用名"):
        return "曾用名"
    return "错写" if len("".join(lacking)) == len("".join(extra)) == 1 else "简称"
