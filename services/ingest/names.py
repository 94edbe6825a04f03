"""One unit under all its names: what it is called officially, for whatever a spreadsheet calls it (ledgers.md §3.1)."""

from collections.abc import Iterable, Sequence

from rapidfuzz import fuzz, process

from services.text import normal

# Words in which 市 does not stand for the city: 市委, 市直, 市政, 市场 are never made out of 委, 直, 政, 场.
NOT_THE_CITY = ("委", "直", "政", "场")
SUGGESTIONS, LIKENESS = 3, 50


class UnitNames:
    """The names of all units. A name of two units is none's, and both are suggested."""

    def __init__(
        self,
        rows: Iterable[tuple[str, str | None, Sequence[str] | None]],
        aliases: Iterable[tuple[str, str]] = (),
        city: str = "",
    ) -> None:
        """Take (name, short name, former names) of every unit, confirmed (alias, unit) pairs and 城市名称."""
        self._official: dict[str, str] = {}
        self._confirmed: dict[str, set[str]] = {}
        self._others: dict[str, set[str]] = {}
        for name, short, former in rows:
            self._official[normal(name)] = name
            for other in (short, *(former or ())):
                if other:
                    self._others.setdefault(normal(other), set()).add(name)
        for alias, unit in aliases:
            self._confirmed.setdefault(normal(alias), set()).add(self._official.get(normal(unit), unit))
        self._city = normal(city)
        self._answers: dict[str, str | None] = {}

    def official(self, text: str) -> str | None:
        """Give the official name for a written one; None for an unknown name and one that two units share.

        It is tried as it stands, with the city's own name replaced by 市, and with a 市 put in front; a 市 is never
        taken away.
        """
        if text not in self._answers:
            found = self._found(normal(text))
            self._answers[text] = next(iter(found)) if len(found) == 1 else None
        return self._answers[text]

    def _found(self, form: str) -> set[str]:
        for each in self._forms(form):
            if each in self._official:
                return {self._official[each]}
            found = self._confirmed.get(each) or self._others.get(each)
            if found:
                return found
        return set()

    def _forms(self, form: str) -> list[str]:
        forms = [form]
        if self._city and self._city in form:
            forms.append(form.replace(self._city, "市", 1))
        if form and not form.startswith(NOT_THE_CITY):
            forms.append(f"市{form}")
        return forms

    def suggest(self, text: str) -> tuple[str, ...]:
        """Give the official names of at most three units that may be meant; a person has to confirm one."""
        shared = self._found(normal(text))
        if len(shared) > 1:
            return tuple(sorted(shared))[:SUGGESTIONS]
        names = {**self._others, **self._confirmed, **{form: {name} for form, name in self._official.items()}}
        near = process.extract(normal(text), names.keys(), scorer=fuzz.ratio, limit=10, score_cutoff=LIKENESS)
        found = dict.fromkeys(unit for form, _, _ in near for unit in sorted(names[form]))
        return tuple(found)[:SUGGESTIONS]
