"""A publisher on this machine and an empty shelf."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from corpus.sources.shelf import Shelf, opened
from tests.corpus.sources.site import Site, serving


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as site:
        yield site


@pytest.fixture
def shelf(tmp_path: Path) -> Iterator[Shelf]:
    with opened(tmp_path / "originals") as shelf:
        yield shelf
