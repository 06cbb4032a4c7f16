"""Reading loses no evidence: every quote of the development set stands in its document."""

import json
import re
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from corpus.clean import clean_pages
from corpus.formats import read_raw

pytestmark = pytest.mark.slow
SETS = ("dev", "claims", "indicators")


@pytest.fixture(scope="module")
def texts(shared: Path) -> dict[str, str]:
    """The text of every report by its file's name without ending, without white space."""
    started = time.process_time()
    found = {}
    for path in sorted((shared / "reports").rglob("*")):
        if path.is_file():
            raw = read_raw(path)
            text, _ = clean_pages(raw.text, raw.pages, raw.lines_are_paragraphs)
            found[path.stem] = re.sub(r"\s", "", text)
    assert time.process_time() - started < 20
    return found


def quotes(value: Any, document: str = "") -> Iterator[tuple[str, str]]:
    """Every quote in a case with the document that it is from."""
    if isinstance(value, dict):
        document = value.get("doc") or document
        if value.get("quote"):
            yield document, value["quote"]
        for inner in value.values():
            yield from quotes(inner, document)
    elif isinstance(value, list):
        for inner in value:
            yield from quotes(inner, document)


@pytest.mark.parametrize("name", SETS)
def test_every_quote_survives(shared: Path, texts: dict[str, str], name: str) -> None:
    lines = (shared / "eval" / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    told = [quote for line in lines for quote in quotes(json.loads(line))]
    assert len(told) > 100
    assert [(d, q) for d, q in told if re.sub(r"\s", "", q) not in texts[d]] == []
