"""RGB's zh_fact (Chen et al., 2024): a question, passages that answer it, and falsified ones.

The library cannot know which passages are falsified, and should say what it is given: so reading
asks for the answer of the passages at hand, and a statement with the true answer is supported by
the right passages and refuted by the falsified ones.
"""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from eval.case import Case
from eval.sets.types import OutsideSet, documents, objects
from index.types import Scope

_ASKED = re.compile(
    r"多少|哪[一个年位家支部种里天月日]?[个年位家支部]?|几|什么(?:时候|地方)?|谁|何[时地]"
)
_TAIL = re.compile(r"[？?吗呢\s]+$")


def load(path: Path) -> OutsideSet:
    """Two documents and up to four cases a question."""
    items = [dict(item, id=str(item["id"])) for item in objects(path)]
    texts = {}
    for item in items:
        texts[f"{item['id']}-right"] = "\n".join(item["positive"])
        texts[f"{item['id']}-false"] = "\n".join(item["positive_wrong"])
    return OutsideSet(documents(texts), tuple(case for item in items for case in _cases(item)))


def _cases(item: Mapping[str, Any]) -> Iterator[Case]:
    for side, answer, verdict in (
        ("right", item["answer"], "supported"),
        ("false", item["fakeanswer"], "refuted"),
    ):
        scope = Scope(sources=(f"{item['id']}-{side}",))
        id_ = f"{item['id']}-{side}"
        must = (tuple(_spellings(answer)),)
        yield Case(id_, f"reading {side}", item["query"], must=must, scope=scope)
        said = statement(item["query"], next(_spellings(item["answer"])))
        if said:
            yield Case(f"{id_}-claim", f"claim {side}", said, verdict=verdict, scope=scope)


def statement(question: str, answer: str) -> str:
    """The question with its answer in the place of the word that asks; empty where none does.

    >>> statement("立法会有多少个议席？", "70")
    '立法会有70个议席。'
    """
    said, changed = _ASKED.subn(answer, _TAIL.sub("", question), count=1)
    return f"{said}。" if changed else ""


def _spellings(answer: object) -> Iterator[str]:
    """The spellings of an answer: a string, or lists of them in lists."""
    if isinstance(answer, list):
        for one in answer:
            yield from _spellings(one)
    else:
        yield str(answer)
