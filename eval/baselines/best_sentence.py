"""From retrieved chunks to an answer: the sentence of the best chunk that shares most words."""

from collections.abc import Sequence

from langchain_core.documents import Document as Chunk
from langchain_core.retrievers import BaseRetriever

from corpus.split import sentences
from eval.baselines.bm25 import cut
from eval.run import Ask
from rag.engine import timed
from rag.types import Answer, Citation, Question, Retrieved

_PASSAGES = 10


def answering(retriever: BaseRetriever) -> Ask:
    """Questions answered from what a retriever finds; a scope of sources is kept to."""
    return lambda question: timed(lambda: _answer(question, retriever.invoke(question.text)))


def _answer(question: Question, found: Sequence[Chunk]) -> Answer:
    allowed = question.scope.sources
    chunks = [c for c in found if not allowed or c.metadata["source"] in allowed][:_PASSAGES]
    if not chunks:
        reason = "没有找到"
        return Answer(question.text, question.text, "refusal", False, reason, question.id, reason)
    cited = _best(question.text, chunks[0])
    return Answer(
        question=question.text,
        resolved=question.text,
        kind="list",
        answered=True,
        answer=f"{cited.text}[1]",
        id=question.id,
        citations=(cited,),
        passages=tuple(_passage(chunk, 1 / rank) for rank, chunk in enumerate(chunks, 1)),
    )


def _best(question: str, chunk: Chunk) -> Citation:
    wanted, text = set(cut(question)), chunk.page_content
    spans = sentences(text) or [(0, len(text))]
    start, end = max(spans, key=lambda span: len(wanted & set(cut(text[slice(*span)]))))
    first = chunk.metadata["start_index"]
    source, quote = chunk.metadata["source"], text[start:end]
    return Citation(1, source, "", "", None, (), None, first + start, first + end, quote)


def _passage(chunk: Chunk, score: float) -> Retrieved:
    start, text = chunk.metadata["start_index"], chunk.page_content
    return Retrieved(chunk.metadata["source"], start, start + len(text), text, score)
