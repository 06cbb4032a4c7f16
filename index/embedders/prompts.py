"""What models were trained to read before a text: told by their files, else by their family."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Prompts:
    """Put before each question and before each passage."""

    question: str = ""
    passage: str = ""


BGE_CHINESE = Prompts(question="为这个句子生成表示以用于检索相关文章：")
BGE_ENGLISH = Prompts(question="Represent this sentence for searching relevant passages: ")
E5 = Prompts(question="query: ", passage="passage: ")

# The first family whose parts all stand in the model's name; gte, m3e and bge-m3 read plain text.
FAMILIES: tuple[tuple[tuple[str, ...], Prompts], ...] = (
    (("bge-", "-zh"), BGE_CHINESE),
    (("bge-", "-en"), BGE_ENGLISH),
    (("e5-",), E5),
)

_QUESTION = ("query",)
_PASSAGE = ("document", "passage", "corpus")


def prompts_of(name: str) -> Prompts:
    """The prompts of the family that ``name`` tells, or none.

    >>> prompts_of("intfloat/multilingual-e5-small").passage
    'passage: '
    """
    lowered = name.lower()
    for parts, prompts in FAMILIES:
        if all(part in lowered for part in parts):
            return prompts
    return Prompts()


def saved_prompts(saved: Mapping[str, str | None], default: str | None, name: str) -> Prompts:
    """The prompts saved with a model, ``default`` being the name of the one for all texts.

    What is missing or empty is that of the family: newer versions of sentence-transformers save
    empty prompts with every model.
    """
    family, general = prompts_of(name), saved.get(default or "")
    question = _first(saved, _QUESTION) or general or family.question
    passage = _first(saved, _PASSAGE) or general or family.passage
    return Prompts(question, passage)


def _first(saved: Mapping[str, str | None], names: tuple[str, ...]) -> str:
    return next((told for name in names if (told := saved.get(name))), "")
