"""Make one archive that installs zhengwen where there is no internet: `make bundle`.

It holds the wheel of zhengwen, weights and documents inside, and the wheels of what it needs,
at the versions installed here. torch and sentence-transformers are declared for models that a
person chooses, and asking with the bundled embedder needs neither: they stay out, with what only
they need, unless ``--all`` is given. So that pip takes the rest without them, the bundle is
installed with ``--no-deps``: the wheels in it are the whole list, made here by walking the
requirements rather than there by resolving them.
"""

import argparse
import shutil
import subprocess
import sys
import sysconfig
import tarfile
import tomllib
from pathlib import Path
from string import Template
from typing import Any

from constraints import closure
from packaging.requirements import Requirement

ROOT = Path(__file__).parent.parent
PACKAGES = ("corpus", "index", "rag", "ui", "eval")
LEFT_OUT = frozenset({"torch", "sentence-transformers"})
PYTHON = f"{sys.version_info.major}.{sys.version_info.minor}"
TEXTS = Path(__file__).parent / "bundle"


def copy_source(into: Path) -> Path:
    """What a wheel is built from, and nothing that an earlier build left beside it."""
    ignored = shutil.ignore_patterns("__pycache__", "*.pyi")
    for package in PACKAGES:
        shutil.copytree(ROOT / package, into / package, ignore=ignored)
    for name in ("pyproject.toml", "README.md"):
        shutil.copy(ROOT / name, into / name)
    return into


def build_wheel(source: Path, into: Path) -> Path:
    """The wheel of zhengwen alone, built by the setuptools installed here."""
    _pip("wheel", "--no-deps", "--no-build-isolation", "--wheel-dir", into, source)
    return next(into.glob("zhengwen-*.whl"))


def required(project: dict[str, Any]) -> list[str]:
    """The base requirements, and those of the extra ``eval``."""
    return [*project["dependencies"], *project["optional-dependencies"]["eval"]]


def pins(project: dict[str, Any], left_out: frozenset[str]) -> list[str]:
    """The requirements and all that they require, pinned, without those left out."""
    wanted = [line for line in required(project) if Requirement(line).name not in left_out]
    return [f"{name}=={pin}" for name, pin in sorted(closure(wanted).items())]


def fetch(wheels: Path, project: dict[str, Any], everything: bool) -> None:
    """Put the wheels of what is needed beside that of zhengwen.

    Everything is left to pip to resolve, as torch needs other packages from one index than
    from another.
    """
    if everything:
        _pip("wheel", "-c", ROOT / "constraints.txt", "-w", wheels, *required(project))
    else:
        _pip("wheel", "--no-deps", "-w", wheels, *pins(project, LEFT_OUT))


def write_texts(folder: Path, release: str) -> None:
    """The script that installs the bundle, and what a person reads first."""
    for name in ("install.sh", "README.txt"):
        text = Template((TEXTS / name).read_text(encoding="utf-8"))
        (folder / name).write_text(
            text.safe_substitute(ZW_PYTHON=PYTHON, ZW_RELEASE=release), encoding="utf-8"
        )
    (folder / "install.sh").chmod(0o755)


def _pip(*arguments: str | Path) -> None:
    subprocess.run([sys.executable, "-m", "pip", "--quiet", *arguments], check=True)


def main() -> None:
    """Write the archive into dist and print where it is."""
    parser = argparse.ArgumentParser(prog="make bundle")
    parser.add_argument("--all", action="store_true", help="torch and sentence-transformers too")
    everything = parser.parse_args().all
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    release, platform = project["version"], sysconfig.get_platform().replace("-", "_")
    work = ROOT / "build" / "bundle"
    name = f"zhengwen-{release}-cp{PYTHON.replace('.', '')}-{platform}"
    shutil.rmtree(work, ignore_errors=True)
    wheels = work / name / "wheels"
    wheels.mkdir(parents=True)
    build_wheel(copy_source(work / "source"), wheels)
    fetch(wheels, project, everything)
    write_texts(work / name, release)
    archive = ROOT / "dist" / f"{name}.tar.gz"
    archive.parent.mkdir(exist_ok=True)
    with tarfile.open(archive, "w:gz", compresslevel=1) as tar:
        tar.add(work / name, name)
    size, count = archive.stat().st_size / 2**20, len(list(wheels.iterdir()))
    print(f"{archive} ({size:.0f} MiB, {count} wheels)")


if __name__ == "__main__":
    main()
