"""Questions put in other words by a model: follow-ups made whole, what was not found looked for
by official names. Our own understanding checks both."""

import logging
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from corpus.figures import figures
from rag.model.choice import ModelChoice
from rag.model.spoken import spoken
from rag.model.trouble import trouble_of
from rag.query import Query
from rag.types import Question, Turn

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel
    from langchain_core.runnables import RunnableConfig

log = logging.getLogger(__name__)

_WHOLE = (
    "把最后一个问题改写成一个不看上文也能懂的完整问题：补上它省略的地方、年份和事情，不要回答，"
    "不要添加它没有问的。只写这一个问题。"
)
_NAMED = (
    "下面的问题在政府工作报告里没有找到。报告常用正式的说法。把问题换成报告可能用的说法再问，"
    "意思不变，地方和年份不变，最多三种，每行一种，不要编号，不要回答。"
)
_LONGEST = 120
_MOST = 3
_LEAD = re.compile(r"^\s*(?:[-•*]|\d{1,2}[.、)）]|问题[:：])\s*")


@dataclass(frozen=True, slots=True)
class Rewriter:
    """The model that rewrites; where it fails, nothing is rewritten."""

    choice: ModelChoice
    model: "Callable[[], BaseChatModel]"

    def whole(
        self,
        question: Question,
        understand: Callable[[Question], Query],
        config: "RunnableConfig | None" = None,
    ) -> Question:
        """A follow-up as a question of its own, if it means the places and years that our own
        reading of it means; else as it is."""
        if not question.history:
            return question
        before = "\n".join(_line(turn) for turn in question.history[-6:] if turn.role == "user")
        lines = self._lines(_WHOLE, f"上文问过：\n{before}\n最后一个问题：{question.text}", config)
        own = understand(question)
        for text in lines[:1]:
            said = replace(question, text=text, history=())
            if _alike(understand(said), own) and not _new_figures(text, question):
                return said
        return question

    def other_words(
        self,
        question: Question,
        understand: Callable[[Question], Query],
        config: "RunnableConfig | None" = None,
    ) -> Iterator[Question]:
        """The question in up to three other wordings, of the same places and years."""
        own = understand(question)
        for text in self._lines(_NAMED, question.text, config)[:_MOST]:
            said = replace(question, text=text, history=())
            if text != question.text and _alike(understand(said), own):
                yield said

    def _lines(self, task: str, said: str, config: "RunnableConfig | None") -> list[str]:
        """What the model writes, line by line; nothing where it fails."""
        try:
            message = self.model().invoke([("system", task), ("user", said)], config)
        except Exception as error:
            log.info("nothing was rewritten: %s", trouble_of(error, self.choice))
            return []
        lines = (_LEAD.sub("", line).strip() for line in spoken(str(message.text)).split("\n"))
        return [line for line in lines if line and len(line) <= _LONGEST]


def _line(turn: Turn) -> str:
    return f"- {' '.join(turn.content.split())[:_LONGEST]}"


def _alike(one: Query, other: Query) -> bool:
    """Whether two questions are about the same places and years, and both can be asked."""
    same = (set(one.places), set(one.years)) == (set(other.places), set(other.years))
    return same and not one.missing and not one.conflict


def _new_figures(text: str, question: Question) -> bool:
    """Whether a figure came in that nobody asked about."""
    known = question.text + "".join(turn.content for turn in question.history)
    return any(figure.text not in known for figure in figures(text))


def told(asked: str) -> str:
    """The note under an answer that was found by other words."""
    return f"文库没有这样的说法；这是按“{asked}”查到的。"
