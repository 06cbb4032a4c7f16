"""How often a question finds the sentence that answers it, in documents held out of training."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from index import lexical
from index.training.texts import Example
from index.types import Encoder, Vectors
from index.words import bigrams

# (questions, sentences) -> scores of shape (questions, sentences), higher is better.
Scorer = Callable[[Sequence[str], Sequence[str]], Vectors]


@dataclass(frozen=True, slots=True)
class Recall:
    """Shares of ``questions`` whose sentence is among the first ``k``.

    ``document``: of its own document; ``library``: of all documents measured.
    """

    language: str
    questions: int
    k: int
    document: float
    library: float


def recall(
    scorer: Scorer,
    documents: Mapping[str, Sequence[str]],
    examples: Sequence[Example],
    language: str,
    k: int = 5,
) -> Recall:
    """Recall over the examples of one language; ``documents`` are sentences without repeats."""
    library = list(dict.fromkeys(s for sentences in documents.values() for s in sentences))
    asked = [e for e in examples if e.language == language and e.document in documents]
    near = [
        rank
        for document, sentences in documents.items()
        for rank in _ranks(scorer, sentences, [e for e in asked if e.document == document])
    ]
    far = _ranks(scorer, library, asked)
    return Recall(language, len(asked), k, _share(near, k), _share(far, k))


def dense(encoder: Encoder) -> Scorer:
    """Inner products of the encoder's vectors."""
    return lambda questions, sentences: encoder.questions(questions) @ encoder.passages(sentences).T


def bm25(questions: Sequence[str], sentences: Sequence[str]) -> Vectors:
    """BM25 over character bigrams, what a search without training would do."""
    postings = lexical.count([bigrams(sentence) for sentence in sentences])
    rows = [postings.scores(bigrams(question)) for question in questions]
    return np.stack(rows) if rows else np.zeros((0, len(sentences)), np.float32)


def _ranks(scorer: Scorer, sentences: Sequence[str], asked: Sequence[Example]) -> list[int]:
    """How many other sentences score as high as the right one, or higher."""
    scores = scorer([example.question for example in asked], sentences)
    numbers = {sentence: number for number, sentence in enumerate(sentences)}
    right = [numbers[example.sentence] for example in asked]
    return [int((row >= row[at]).sum()) - 1 for row, at in zip(scores, right, strict=True)]


def _share(ranks: Sequence[int], k: int) -> float:
    return sum(rank < k for rank in ranks) / max(len(ranks), 1)
