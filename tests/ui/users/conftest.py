"""One page for the tests of a module: starting it takes seconds."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.ui.users.guarded import House, served


@pytest.fixture(scope="module")
def house(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    with served(root, tmp_path_factory.mktemp("users")) as found:
        yield found
