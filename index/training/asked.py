"""Questions that a user has, with the sentence that answers each, from files of cases.

A line of such a file is a JSON object with ``question`` and ``evidence`` (``doc``, ``quote``), as
``zhengwen eval`` reads them and the page's thumbs write them, or ``question TAB sentence``.
"""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from corpus.errors import UserError
from index.training.texts import Example

_WHITE = re.compile(r"\s+")
_LEAST = 6


def asked(paths: Sequence[Path], documents: Mapping[str, Sequence[str]]) -> list[Example]:
    """The questions whose quote stands in a sentence of ``documents``, or the other way round.

    Raises ``UserError`` for a file that cannot be read or a line that is neither form.
    """
    where = {
        _bare(sentence): (name, sentence)
        for name, sentences in documents.items()
        for sentence in sentences
    }
    return [
        Example(name, "zh", question, sentence)
        for path in paths
        for question, quote in _pairs(path)
        for name, sentence in _found(_bare(quote), where)
    ]


def _pairs(path: Path) -> Iterator[tuple[str, str]]:
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise UserError(f"读不了 {path}：{error}。") from None
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        if not line.lstrip().startswith("{"):
            question, tab, quote = line.partition("\t")
            if not tab:
                raise UserError(f"{path}:{number} 要么是 JSON，要么是“问题<Tab>句子”。")
            yield question, quote
            continue
        try:
            case = json.loads(line)
            quotes = [str(evidence["quote"]) for evidence in case.get("evidence", ())]
            yield from ((str(case["question"]), quote) for quote in quotes)
        except (ValueError, KeyError, TypeError):
            raise UserError(f"{path}:{number} 不是合格的题目。") from None


def _found(quote: str, where: Mapping[str, tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """The first sentence that is the quote, holds it or is held by it."""
    if quote in where:
        yield where[quote]
        return
    for bare, place in where.items():
        if min(len(bare), len(quote)) >= _LEAST and (quote in bare or bare in quote):
            yield place
            return


def _bare(text: str) -> str:
    return _WHITE.sub("", text)
