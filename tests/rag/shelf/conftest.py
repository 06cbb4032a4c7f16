"""A shelf whose library holds one report of 云溪县, indexed once and copied for each test."""

import shutil
from pathlib import Path

import pytest

from index.build import build
from index.embedders import encoder
from rag.shelf.shelf import Shelf
from tests.rag.library import written
from tests.rag.shelf.shelves import report, shelf_over


@pytest.fixture(scope="session")
def indexed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The home to be copied."""
    folder = tmp_path_factory.mktemp("shelf")
    library = written(folder / "library", {"云溪.txt": report("云溪县", 2026, 118)})
    build([library], folder / "home", encoder())
    return folder / "home"


@pytest.fixture
def shelf(indexed: Path, tmp_path: Path) -> Shelf:
    return shelf_over(Path(shutil.copytree(indexed, tmp_path / "home")))


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """Where the files lie that are handed in."""
    return tmp_path / "desk"
