"""The house keeps its shape: imports go one way, heavy packages load late, rooms have names."""

import re
import subprocess
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

from tests.imports import PACKAGES, imports, imports_of

ALLOWED = {
    "corpus": ["corpus"],
    "index": ["index", "corpus"],
    "rag": ["rag", "index", "corpus"],
    "ui": ["ui", "rag", "index.types", "corpus"],
    "eval": ["eval", "rag", "index", "corpus"],
}
FRONT_DOOR = "rag/cli.py"
HEAVY = {
    *("torch", "transformers", "gradio", "sentence_transformers"),
    *("onnxruntime", "pymilvus"),
}
TOP = {
    *PACKAGES,
    *("tests", "docs", "pyproject.toml", "constraints.txt", "Makefile"),
    *("README.md", "README.zh-CN.md", "CHANGELOG.md", "LICENSE"),
}
LEFT_BY_TOOLS = {"build", "dist", "zhengwen.egg-info", "__pycache__"}
NAMELESS = re.compile(r"utils?|helpers?|managers?|services?|misc|common|base")
REPORT = "2031年政府工作报告\n\n今年全县地区生产总值目标增长百分之五左右。\n"


@pytest.mark.parametrize("package", PACKAGES)
def test_a_package_imports_only_what_stands_left_of_it(package: str, root: Path) -> None:
    wrong = [
        str(found)
        for found in imports(package, root)
        if found.top in PACKAGES
        and not any(f"{found.module}.".startswith(f"{a}.") for a in ALLOWED[package])
        and not (found.file == FRONT_DOOR and found.late and found.top in {"ui", "eval"})
    ]
    assert wrong == []


@pytest.mark.parametrize("package", PACKAGES)
def test_no_package_imports_the_tests(package: str, root: Path) -> None:
    assert [str(found) for found in imports(package, root) if found.top == "tests"] == []


def test_imports_are_read_wherever_they_stand(tmp_path: Path) -> None:
    (tmp_path / "rag").mkdir()
    (tmp_path / "rag" / "x.py").write_text(
        "import ui.app\nfrom . import types\nfrom index import store\n"
        "def f() -> None:\n    if True:\n        from .answers.items import item\n",
        encoding="utf-8",
    )
    found = imports_of(Path("rag/x.py"), tmp_path)
    assert [(i.module, i.line, i.late) for i in found] == [
        ("ui.app", 1, False),
        ("rag.types", 2, False),
        ("index.store", 3, False),
        ("rag.answers.items.item", 6, True),
    ]


@pytest.mark.parametrize("package", PACKAGES)
def test_every_package_that_is_imported_is_declared(package: str, root: Path) -> None:
    declared = {_name(line) for line in _requirements(root)}
    owners = packages_distributions()
    wrong = [
        str(found)
        for found in imports(package, root)
        if found.top not in {*PACKAGES, *sys.stdlib_module_names}
        and not declared & {_name(owner) for owner in owners.get(found.top, [found.top])}
    ]
    assert wrong == []


def test_every_requirement_is_pinned_and_the_constraints_agree(root: Path) -> None:
    pins = (root / "constraints.txt").read_text(encoding="utf-8").splitlines()
    assert [line for line in _requirements(root) if line not in pins] == []
    assert [pin for pin in pins[1:] if not re.fullmatch(r"[a-z0-9-]+==[0-9][0-9a-z.]*", pin)] == []


@pytest.mark.slow
@pytest.mark.parametrize("module", ["rag.cli", "rag.chain"])
def test_importing_a_door_loads_nothing_heavy(module: str, root: Path) -> None:
    assert _heavy_after(f"import {module}", root) == ""


@pytest.mark.slow
def test_indexing_and_answering_with_the_bundled_embedder_load_nothing_heavy(
    root: Path, tmp_path: Path
) -> None:
    report = tmp_path / "report.txt"
    report.write_text(REPORT, encoding="utf-8")
    home = str(tmp_path / "home")
    commands = [
        ["index", str(report), "--home", home],
        ["ask", "今年经济增长目标是多少?", "--json", "--home", home],
    ]
    code = f"""
import contextlib
from rag.cli import main
for arguments in {commands!r}:
    sys.argv = ["zhengwen", *arguments]
    with contextlib.redirect_stdout(sys.stderr):
        try:
            main()
        except SystemExit as end:
            assert not end.code, end.code
"""
    assert _heavy_after(code, root) == ""


def test_the_top_of_the_repository_holds_only_what_is_agreed(root: Path) -> None:
    shown = {path.name for path in root.iterdir() if not path.name.startswith(".")}
    assert shown - TOP - LEFT_BY_TOOLS == set()


@pytest.mark.parametrize("package", PACKAGES)
def test_no_room_is_called_after_nothing(package: str, root: Path) -> None:
    rooms = [path for path in (root / package).rglob("*") if path.suffix in {"", ".py"}]
    assert [str(room) for room in rooms if NAMELESS.fullmatch(room.stem)] == []


def _heavy_after(code: str, root: Path) -> str:
    """The heavy packages that ``code`` leaves loaded in a process of its own, one a line."""
    tell = f"print(*sorted({HEAVY!r} & sys.modules.keys()), sep='\\n')"
    done = subprocess.run(
        [sys.executable, "-c", f"import sys\n{code}\n{tell}"],
        cwd=root,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def _requirements(root: Path) -> list[str]:
    """What pyproject.toml asks for, extras included: ``numpy==2.4.6``."""
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"].values()
    return [*project["dependencies"], *(line for lines in extras for line in lines)]


def _name(requirement: str) -> str:
    """A package's name as indexes write it: ``python-docx`` for ``Python_Docx==1.2.0``."""
    return re.sub(r"[-_.]+", "-", requirement.partition("==")[0]).lower()
