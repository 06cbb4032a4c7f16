"""Texts made into a library, an index and a chain by the real code."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from index.build import build
from index.embedders import encoder
from rag.chain import Chain, open_chain
from rag.types import Answer, Question, Turn

TODAY = date(2026, 4, 1)


def written(folder: Path, texts: Mapping[str, str]) -> Path:
    """The folder with a file a text."""
    for name, text in texts.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def chain_over(folder: Path, texts: Mapping[str, str]) -> Chain:
    """The chain over some texts, on the first of April 2026."""
    build([written(folder / "library", texts)], folder / "home", encoder())
    return open_chain(folder / "home", TODAY)


def ask(chain: Chain, text: str, *before: str) -> Answer:
    """The answer to a question, after other questions where there were any."""
    return chain.invoke(Question(text, tuple(Turn("user", question) for question in before)))
