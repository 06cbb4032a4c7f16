"""What the documents say is so: help, links, targets, commands, version, schema, screenshots."""

import json
import re
import tomllib
from importlib.util import find_spec
from pathlib import Path

import pytest
from jsonschema.validators import validator_for

from tests.readme import READMES, commands, filled, help_of

ROOT = Path(__file__).parent.parent
DOCUMENTS = sorted(
    path.relative_to(ROOT).as_posix() for path in [*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")]
)
SCHEMAS = sorted(path.relative_to(ROOT).as_posix() for path in ROOT.glob("docs/**/*.schema.json"))
LINK = re.compile(r"\]\((?!https?:|mailto:|#)(?P<target>[^)#\s]+)|<img[^>]+src=\"(?P<image>[^\"]+)")
FENCE = re.compile(r"^```.*?^```$|`[^`\n]+`", re.S | re.M)
MAKE = re.compile(r"\bmake ([a-z-]+)")
COMMAND = re.compile(r"\bzhengwen ([a-z]+)\b")
TARGET = re.compile(r"^([a-z-]+):.*?## ", re.M)
MODULE = re.compile(r"python -m ([\w.]+)")


def _read(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def _runs(module: str) -> bool:
    """Whether there is such a module, or such a package with a ``__main__``."""
    spec = find_spec(module)
    package = spec is not None and spec.submodule_search_locations is not None
    return spec is not None and (not package or find_spec(f"{module}.__main__") is not None)


def _code(text: str) -> str:
    """What stands in fences and between backticks, a piece a line."""
    return "\n".join(FENCE.findall(text))


def test_help_is_filled_in_and_all_else_is_left_alone() -> None:
    text = "a\n<!-- zhengwen ask --help -->\n```text\nold\n```\nb\n```text\nkept\n```\n"
    assert commands(text) == ["ask --help"]
    assert filled(text, lambda arguments: f"new {arguments}\n") == (
        "a\n<!-- zhengwen ask --help -->\n```text\nnew ask --help\n```\nb\n```text\nkept\n```\n"
    )


@pytest.mark.slow
@pytest.mark.parametrize("name", READMES, ids=["english", "chinese"])
def test_a_readme_shows_the_help_of_today(name: str) -> None:
    text = _read(name)
    assert text == filled(text, help_of), "run `make readme`"


@pytest.mark.slow
def test_the_readmes_show_the_help_of_zhengwen_itself() -> None:
    shown = {line for name in READMES for line in commands(_read(name))}
    assert "--help" in shown


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_link_within_the_project_leads_to_a_file(name: str) -> None:
    text = re.sub(r"^```.*?^```$", "", _read(name), flags=re.S | re.M)
    targets = [found["target"] or found["image"] for found in LINK.finditer(text)]
    folder = (ROOT / name).parent
    assert [t for t in targets if "://" not in t and not (folder / t).exists()] == []


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_make_target_that_is_named_exists(name: str) -> None:
    targets = set(TARGET.findall(_read("Makefile")))
    assert set(MAKE.findall(_code(_read(name)))) - targets == set()


@pytest.mark.slow
@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_command_that_is_named_exists(name: str) -> None:
    known = set(re.findall(r"^  ([a-z]+)  ", help_of("--help"), re.M))
    assert set(COMMAND.findall(_code(_read(name)))) - known == set()


def test_every_module_that_the_makefile_runs_exists() -> None:
    modules = sorted(set(MODULE.findall(_read("Makefile"))))
    assert [module for module in modules if not _runs(module)] == []


def test_the_changelog_begins_with_the_version_of_the_project() -> None:
    version = tomllib.loads(_read("pyproject.toml"))["project"]["version"]
    headings = re.findall(r"^## \[?([^\]\s]+)", _read("CHANGELOG.md"), re.M)
    assert headings[0] in {version, "Unreleased"}
    assert version in headings


@pytest.mark.parametrize("name", SCHEMAS)
def test_every_schema_is_a_schema(name: str) -> None:
    schema = json.loads(_read(name))
    validator_for(schema).check_schema(schema)


def test_every_picture_of_the_page_is_shown_and_all_together_are_small() -> None:
    pictures = sorted((ROOT / "docs" / "screenshots").glob("*.png"))
    shown = _read("docs/page.md")
    assert [path.name for path in pictures if f"screenshots/{path.name})" not in shown] == []
    assert sum(path.stat().st_size for path in pictures) < 3_000_000
