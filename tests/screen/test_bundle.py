"""The modules of the client as one script."""

from pathlib import Path

import pytest

from services.screen import bundle as bundling
from services.screen.bundle import bundle

STATIC = Path(bundling.__file__).parent / "static"


def write(folder: Path, **files: str) -> Path:
    for name, code in files.items():
        (folder / f"{name}.js").write_text(code, "utf-8")
    return folder / "entry.js"


def test_a_module_stands_before_whoever_needs_it_and_only_once(tmp_path: Path) -> None:
    made = bundle(
        write(
            tmp_path,
            entry='import { a } from "./one.js";\nimport {\n  b as c,\n} from "./two.js";\na(c);\n',
            one='import { b } from "./two.js";\nexport const a = () => b;\n',
            two="export function b() {}\nexport async function d() {}\n",
        )
    )
    order = [made.index(f'modules["{name}.js"] = ') for name in ("two", "one", "entry")]
    assert order == sorted(order)
    assert made.count('modules["two.js"] = ') == 1
    assert "return { b, d };" in made
    assert 'const {\n  b: c,\n} = modules["two.js"];' in made
    assert "import" not in made


@pytest.mark.parametrize(
    "code", ['import "./one.js";', 'import a from "./one.js";', "export default 1;", 'await import("./one.js");']
)
def test_another_style_is_refused(tmp_path: Path, code: str) -> None:
    with pytest.raises(ValueError, match="cannot bundle"):
        bundle(write(tmp_path, entry=f"{code}\n", one=""))


def test_a_circle_is_refused(tmp_path: Path) -> None:
    one = 'import { a } from "./entry.js";\nexport const b = 1;\n'
    with pytest.raises(ValueError, match=r"entry.js → one.js → entry.js"):
        bundle(write(tmp_path, entry='import { b } from "./one.js";\nexport const a = 1;\n', one=one))


def test_the_package_carries_nothing_that_asks_a_server() -> None:
    made = bundle(STATIC / "offline.js")
    assert "fetch(" not in made
    assert "serviceWorker" not in made
    assert "</script" not in made
    assert "<!--" not in made
