"""What the source says of writing: which functions do so as a declared operation, and which do so behind its back."""

import ast
from collections.abc import Iterator
from pathlib import Path

from services.access import OPERATIONS

ROOT = Path(__file__).parents[2]
DOING = {"perform", "_changing"}  # the latter is accounts.py's own, with the account it is about
# Where the store is written without an operation, and why that is none.
ELSEWHERE = {
    "services/demo/fill.py fill": "a new store, before anybody can act",
    "services/batches/effects.py effects": "taken back in the same breath",
    "services/codes.py codes": "a short name for a figure that is shown",
    "services/screen/seal.py key": "made when it is first asked for",
    "services/screen/pairing.py known": "when a device was last seen",
}


def sources() -> Iterator[tuple[str, str]]:
    """Give path and text of every module of the program, but for the store's own."""
    for path in (ROOT / "app.py", *(ROOT / "services").rglob("*.py"), *(ROOT / "pages").rglob("*.py")):
        name = path.relative_to(ROOT).as_posix()
        if not name.startswith("services/store/"):
            yield name, path.read_text("utf-8")


def undeclared(name: str, text: str) -> list[str]:
    """Give the functions of a module that open the store for writing by themselves, as "path function"."""
    return [f"{name} {function}" for function, node in _walk(ast.parse(text)) if _opens_for_writing(node)]


def doing(name: str, text: str) -> set[str]:
    """Give the functions of a module that write as an operation, by their full names."""
    module = name.removesuffix(".py").replace("/", ".")
    return {
        f"{module}.{function}"
        for function, node in _walk(ast.parse(text))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in DOING
    }


def operations(text: str) -> set[str]:
    """Give the operations a module names."""
    constants = {node.value for node in ast.walk(ast.parse(text)) if isinstance(node, ast.Constant)}
    return {value for value in constants if isinstance(value, str) and value in OPERATIONS}


def _walk(tree: ast.AST, function: str = "") -> Iterator[tuple[str, ast.AST]]:
    """Give every node with the outermost function it stands in."""
    for child in ast.iter_child_nodes(tree):
        inside = function or (child.name if isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef) else "")
        yield inside, child
        yield from _walk(child, inside)


def _opens_for_writing(node: ast.AST) -> bool:
    """Say whether a node is `….write()`, `store.write` in any use, or the engine under a store."""
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "write":
        return not node.args
    if isinstance(node, ast.Attribute) and node.attr == "write":
        return "store" in ast.unparse(node.value).lower()
    return isinstance(node, ast.Attribute) and node.attr in ("begin", "connect") and "engine" in ast.unparse(node.value)
