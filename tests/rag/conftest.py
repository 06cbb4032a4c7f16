"""A small library of invented documents, read, indexed and answered by the real chain."""

from pathlib import Path

import pytest

from index.build import build
from index.embedders import encoder
from rag.chain import Chain, open_chain
from tests.rag.documents import DOCUMENTS
from tests.rag.library import TODAY, chain_over, written
from tests.rag.provinces import PROVINCES


@pytest.fixture(scope="session")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the documents."""
    return written(tmp_path_factory.mktemp("library"), DOCUMENTS)


@pytest.fixture(scope="session")
def home(library: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The index of the documents; tests that write go to a copy."""
    home = tmp_path_factory.mktemp("home")
    build([library], home, encoder())
    return home


@pytest.fixture(scope="session")
def chain(home: Path) -> Chain:
    """The chain over the documents on the first of April 2026."""
    return open_chain(home, TODAY)


@pytest.fixture(scope="session")
def provinces(tmp_path_factory: pytest.TempPathFactory) -> Chain:
    """The chain over the reports of five provinces."""
    return chain_over(tmp_path_factory.mktemp("provinces"), PROVINCES)
