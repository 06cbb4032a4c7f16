"""What a Python file imports, read from its text."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

PACKAGES = ("corpus", "index", "rag", "ui", "eval")


@dataclass(frozen=True, slots=True)
class Import:
    """``module`` is absolute; for ``from a import b`` it is ``a.b`` where ``b`` may be a module.

    ``late`` is true inside a function: it runs only when that is called.
    """

    file: str
    line: int
    module: str
    late: bool

    @property
    def top(self) -> str:
        """The package that is imported from: ``index`` for ``index.types.Scope``."""
        return self.module.partition(".")[0]

    def __str__(self) -> str:
        return f"{self.file}:{self.line} imports {self.module}"


def imports(package: str, root: Path) -> list[Import]:
    """All imports of a package's files, those for type checkers and inside functions included."""
    files = sorted((root / package).rglob("*.py"))
    return [found for file in files for found in imports_of(file.relative_to(root), root)]


def imports_of(file: Path, root: Path) -> list[Import]:
    """The imports of one file, ``file`` being relative to ``root``."""
    tree = ast.parse((root / file).read_text(encoding="utf-8"))
    return [
        Import(file.as_posix(), node.lineno, module, late)
        for node, late in _walk(tree, late=False)
        for module in _modules(node, file)
    ]


def _walk(node: ast.AST, late: bool) -> Iterator[tuple[ast.Import | ast.ImportFrom, bool]]:
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.Import | ast.ImportFrom):
            yield child, late
        inside = late or isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda)
        yield from _walk(child, inside)


def _modules(node: ast.Import | ast.ImportFrom, file: Path) -> list[str]:
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    above = file.parts[:-1][: len(file.parts) - node.level] if node.level else ()
    base = ".".join([*above, *filter(None, [node.module])])
    return [f"{base}.{alias.name}" for alias in node.names]
