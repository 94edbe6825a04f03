"""A thirteenth register is one file: the README's own example, read from there, gets everything it promises."""

import os
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_the_readmes_example_gets_everything_from_its_declaration_alone(tmp_path: Path) -> None:
    (example,) = re.findall(r"```python\n(.*?)```", (ROOT / "README.md").read_text("utf-8"), re.DOTALL)
    folder = tmp_path / "ledgers"
    folder.mkdir()
    (folder / "volunteering.py").write_text(example, "utf-8")
    url = f"sqlite:///{tmp_path / 'store.db'}"
    done = subprocess.run(
        [sys.executable, "-m", "tests.ledgers.thirteenth", str(folder), url],
        cwd=ROOT, env={**os.environ, "DATABASE_URL": url, "PYTHONUTF8": "1"}, capture_output=True, text=True,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr[-3000:]
