"""Our own answer put into the words of a model, or told why it was not."""

import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from corpus.types import Document, Identity
from index.search import Index
from index.types import Hit
from rag.lock import lock
from rag.model.choice import ModelChoice
from rag.model.complete import left_out
from rag.model.evidence import evidence
from rag.model.numbering import numbered
from rag.model.orders import orders
from rag.model.own import worked_out
from rag.model.prompt import messages
from rag.model.summary import messages as summed
from rag.model.summary import sections
from rag.model.trouble import ModelTrouble, TooMuch
from rag.model.writing import Ground, Written, written
from rag.types import Answer, AnswerKind, Question

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel
    from langchain_core.runnables import RunnableConfig

WORDED: frozenset[AnswerKind] = frozenset(
    {
        *("number", "enumeration", "list", "how", "who", "when", "where", "yesno"),
        *("compare", "trend", "table"),
    }
)
"""What a model may word. Verdicts, lists of uses and refusals are ours to the last word."""

_SMALLER, _TIMES = 3, 3
"""By how much less evidence a model is given that cannot take it all, and how often."""


@dataclass(frozen=True, slots=True)
class Writer:
    """A model that words answers; ``model`` opens it when it is first needed."""

    choice: ModelChoice
    model: "Callable[[], BaseChatModel]"

    def wording(
        self,
        question: Question,
        extracted: Answer,
        hits: Sequence[Hit],
        index: Index,
        config: "RunnableConfig | None" = None,
    ) -> Iterator[Answer]:
        """Snapshots of the answer in the model's words; the last is whole.

        Where the model fails or leaves something out, it is our own answer, told why.
        """
        try:
            yield from self._worded(question, extracted, hits, index, config)
        except ModelTrouble as trouble:
            yield _told_why(extracted, trouble)

    def summary(
        self, extracted: Answer, document: Document, index: Index, config: "RunnableConfig | None"
    ) -> Iterator[Answer]:
        """A document summed up part by part under its own headings; our own outline where the
        model fails."""
        parts = sections(document, index, self.choice.room // 2)
        given = tuple(one for part in parts for one in (part.title, *part.sentences))
        done, whole = "", Written()
        try:
            for part in parts:
                ground = Ground(given, _identities(index), extracted.resolved, (part.title.text,))
                lead = f"{done}{part.title.text}[{part.title.number}]\n"
                if not part.sentences:
                    done = lead
                    continue
                now = Written()
                for now in written(self.model(), self.choice, summed(part), ground, config):
                    yield _answer(extracted, _after(whole, lead, now), ground, ())
                if now.own:
                    whole = _after(whole, lead, now)
                    done = f"{whole.text}\n"
            if not whole.own:
                raise ModelTrouble(f"{self.choice.shown} 写的每一句都没有依据")
            ground = Ground(given, _identities(index), extracted.resolved, ())
            yield _answer(extracted, whole, ground, ())
        except ModelTrouble as trouble:
            yield _told_why(extracted, trouble)

    def _worded(
        self,
        question: Question,
        extracted: Answer,
        hits: Sequence[Hit],
        index: Index,
        config: "RunnableConfig | None",
    ) -> Iterator[Answer]:
        room = self.choice.room
        notes: tuple[str, ...] = ()
        while True:
            try:
                yield from self._once(question, extracted, hits, index, room, notes, config)
                return
            except TooMuch as trouble:
                room //= _SMALLER
                if room < self.choice.room // _SMALLER**_TIMES:
                    raise
                notes = (f"{trouble}，只给了其中一部分。",)

    def _once(
        self,
        question: Question,
        extracted: Answer,
        hits: Sequence[Hit],
        index: Index,
        room: int,
        notes: tuple[str, ...],
        config: "RunnableConfig | None",
    ) -> Iterator[Answer]:
        given = evidence(extracted, hits, index, room)
        ground = Ground(given, _identities(index), extracted.resolved, worked_out(extracted))
        asked = messages(extracted.resolved, extracted, given, question.history)
        last = Written()
        for last in written(self.model(), self.choice, asked, ground, config):
            if extracted.kind == "yesno" and last.text[:1] not in ("", extracted.answer[:1]):
                raise ModelTrouble(f"{self.choice.shown} 的结论与核对的不同")
            yield _answer(extracted, last, ground, notes)
        missing = left_out(extracted, last.text)
        if last.own == 0 or not last.text:
            raise ModelTrouble(f"{self.choice.shown} 写的每一句都没有依据")
        if missing:
            raise ModelTrouble(f"{self.choice.shown} 漏了{'、'.join(missing[:3])}")


def _after(whole: Written, lead: str, now: Written) -> Written:
    """What was written of the parts before, and of one more under its heading."""
    problems = tuple(dict.fromkeys((*whole.problems, *now.problems)))
    usage = replace(
        now.usage,
        read=whole.usage.read + now.usage.read,
        written=whole.usage.written + now.usage.written,
    )
    return Written(f"{lead}{now.text}", problems, whole.own + now.own, usage)


def _told_why(extracted: Answer, trouble: ModelTrouble) -> Answer:
    said = f"{trouble}，这里是摘自原文的答案。"
    return replace(extracted, problems=(*extracted.problems, said))


def _answer(extracted: Answer, now: Written, ground: Ground, notes: tuple[str, ...]) -> Answer:
    said = numbered(now.text, ground.citations, extracted)
    problems = (*extracted.problems, *notes, *now.problems)
    said = replace(said, author="model", usage=now.usage, problems=problems)
    return replace(said, lock=lock(said))


def _identities(index: Index) -> Mapping[str, Identity]:
    return {document.source: document.identity for document in index.documents}


def worded(answer: Answer, english: bool) -> bool:
    """Whether an answer may be put into a model's words. English ones stay as they are: the guard
    reads Chinese. So do those that rest on a sentence that gives orders."""
    quiet = not any(orders(one.text) for one in answer.citations)
    return answer.answered and answer.kind in WORDED and not english and quiet


def since(began: float) -> float:
    """The seconds since ``time.perf_counter()`` was ``began``."""
    return round(time.perf_counter() - began, 6)
