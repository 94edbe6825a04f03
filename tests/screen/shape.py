"""A value against a type: TypedDicts with exactly their keys, lists, literals, unions and plain types."""

from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints, is_typeddict


def faults(value: Any, kind: Any, place: str = "") -> list[str]:
    """Give every place where a value is not of the type; none where it is."""
    if is_typeddict(kind):
        hints = get_type_hints(kind)
        if not isinstance(value, dict) or value.keys() != hints.keys():
            return [f"{place}: keys {sorted(value) if isinstance(value, dict) else value!r}, not {sorted(hints)}"]
        return [fault for name, own in hints.items() for fault in faults(value[name], own, f"{place}.{name}")]
    origin = get_origin(kind)
    if origin is Literal:
        return [] if value in get_args(kind) else [f"{place}: {value!r} is none of {get_args(kind)}"]
    if origin in (Union, UnionType):
        found = [faults(value, own, place) for own in get_args(kind)]
        return [] if [] in found else min(found, key=len)
    if origin is list:
        if not isinstance(value, list):
            return [f"{place}: {value!r} is no list"]
        (own,) = get_args(kind)
        return [fault for number, each in enumerate(value) for fault in faults(each, own, f"{place}[{number}]")]
    plain = (int, float) if kind is float else (NoneType,) if kind is None else (kind,)
    return [] if isinstance(value, plain) and type(value) is not bool else [f"{place}: {value!r} is no {kind}"]
