import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from subprocess import run
from types import ModuleType
from zipfile import ZipFile

import pytest

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def bundle() -> Iterator[ModuleType]:
    sys.path.insert(0, str(ROOT / ".ci"))
    yield import_module("bundle")
    sys.path.remove(str(ROOT / ".ci"))


def test_what_only_torch_needs_is_left_out(bundle: ModuleType) -> None:
    project = {
        "dependencies": ["numpy==2.4.6", "torch==2.13.0", "sentence-transformers==6.2.0"],
        "optional-dependencies": {"eval": ["jinja2==3.1.6"]},
    }

    names = [pin.split("==")[0] for pin in bundle.pins(project, bundle.LEFT_OUT)]

    assert names == ["jinja2", "markupsafe", "numpy"]


def test_the_script_is_shell_and_names_the_python_of_its_wheels(
    bundle: ModuleType, tmp_path: Path
) -> None:
    bundle.write_texts(tmp_path, "9.8.7")

    script = (tmp_path / "install.sh").read_text(encoding="utf-8")
    run(["bash", "-n", tmp_path / "install.sh"], check=True)
    assert f"python{bundle.PYTHON}" in script
    assert "--no-index" in script
    assert "ZW_" not in script + (tmp_path / "README.txt").read_text(encoding="utf-8")


@pytest.mark.slow
def test_the_wheel_has_every_file_of_the_packages(bundle: ModuleType, tmp_path: Path) -> None:
    source = bundle.copy_source(tmp_path / "source")
    wanted = {
        str(path.relative_to(source))
        for package in bundle.PACKAGES
        for path in (source / package).rglob("*")
        if path.is_file()
    }

    wheel = bundle.build_wheel(source, tmp_path)

    with ZipFile(wheel) as archive:
        assert wanted - set(archive.namelist()) == set()
    assert len(wanted) > 100
