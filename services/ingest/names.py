"""One unit under all its names: what it is called officially, for whatever a spreadsheet calls it (ledgers.md §3.1)."""

from collections.abc import Iterable, Sequence

from rapidfuzz import fuzz, process

from services.ingest.likeness import Suggestion, suggestion
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
        """Take (name, short name, former names) of every unit, confirmed (alias, unit) pairs and 城市名称.

        An alias of a unit that has been renamed follows it by its former name; one of a unit that is not among the
        rows means nothing.
        """
        self._official: dict[str, str] = {}
        self._confirmed: dict[str, set[str]] = {}
        self._others: dict[str, set[str]] = {}
        self._called: dict[tuple[str, str], str] = {}
        for name, short, former in rows:
            self._official[normal(name)] = name
            for word, other in (("简称", short), *(("曾用名", each) for each in former or ())):
                if other:
                    self._add(self._others, other, name, word)
        for alias, written in aliases:
            unit = self._registered(written)
            if unit is not None:
                self._add(self._confirmed, alias, unit, "别名")
        self._city = normal(city)
        self._answers: dict[str, str | None] = {}

    def _add(self, names: dict[str, set[str]], text: str, unit: str, word: str) -> None:
        form = normal(text)
        names.setdefault(form, set()).add(unit)
        self._called.setdefault((form, unit), f"{word}“{text}”")

    def _registered(self, name: str) -> str | None:
        form = normal(name)
        found = {self._official[form]} if form in self._official else self._others.get(form, set())
        return next(iter(found)) if len(found) == 1 else None

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
        return tuple(each.unit for each in self.explain(text))

    def explain(self, text: str) -> tuple[Suggestion, ...]:
        """Give at most three units that may be meant, best first, each with the reason."""
        form = normal(text)
        shared = sorted(self._found(form))
        if len(shared) > 1:
            return tuple(Suggestion(unit, "几个单位共用这个名称", "简称") for unit in shared[:SUGGESTIONS])
        names = {**self._others, **self._confirmed, **{near: {name} for near, name in self._official.items()}}
        if self._city:
            form = form.replace(self._city, "市", 1)
        near = process.extract(form, names.keys(), scorer=fuzz.ratio, limit=10, score_cutoff=LIKENESS)
        found: dict[str, Suggestion] = {}
        for name, _, _ in near:
            for unit in sorted(names[name]):
                called = self._called.get((name, unit), "全称") if name != normal(unit) else "全称"
                found.setdefault(unit, suggestion(form, unit, name, called))
        return tuple(found.values())[:SUGGESTIONS]
