"""The client's modules as one script, for a page that has no server to ask for them.

Knows the client's own style only: `import { … } from "./name.js"` and exported declarations.
"""

import re
from pathlib import Path

_IMPORT = re.compile(r'^import \{([^}]*)\} from "\./([\w.-]+)";$', re.MULTILINE)
_EXPORT = re.compile(r"^export (?=(?:async function|function|const|class) (\w+))", re.MULTILINE)
_ELSE = re.compile(r"^(?:import|export)\b|\bimport\(", re.MULTILINE)


def bundle(entry: Path) -> str:
    """Give one classic script that runs `entry` with every module it reaches, each in a scope of its own.

    Raises ValueError for an import or export in another style, and for modules that need one another.
    """
    written: dict[str, str] = {}
    _add(entry, written, ())
    return "\n".join(['"use strict";', "const modules = {};", *written.values(), ""])


def _add(module: Path, written: dict[str, str], above: tuple[str, ...]) -> None:
    if module.name in above:
        raise ValueError(f"modules need one another: {' → '.join([*above, module.name])}")
    if module.name in written:
        return
    code = module.read_text("utf-8")
    for each in _IMPORT.finditer(code):
        _add(module.with_name(each[2]), written, (*above, module.name))
    names = _EXPORT.findall(code)
    code = _EXPORT.sub("", _IMPORT.sub(_taken, code))
    if found := _ELSE.search(code):
        raise ValueError(f"{module.name}: cannot bundle “{found[0]}”")
    written[module.name] = f'modules["{module.name}"] = (() => {{\n{code}return {{ {", ".join(names)} }};\n}})();'


def _taken(found: re.Match[str]) -> str:
    names = re.sub(r"(\w+) as (\w+)", r"\1: \2", found[1])
    return f'const {{{names}}} = modules["{found[2]}"];'
