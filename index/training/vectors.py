"""Word vectors from running text: word2vec, skip-gram with negative sampling (Mikolov 2013)."""

import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

import numpy as np
from gensim.models import Word2Vec
from tokenizers import Tokenizer

from index.training.vocabulary import LETTERS, UNKNOWN
from index.types import Vectors

EPOCHS = 5
WORKERS = 2
REPORT_REPEATS = 3


def word_vectors(
    articles: Iterable[str],
    reports: Iterable[str],
    tokenizer: Tokenizer,
    dimension: int,
    seed: int,
) -> Vectors:
    """``(vocabulary, dimension)`` float32, rows scaled to a mean length of 1; 0 for unseen words.

    Reports are read several times over, being few among many articles.
    """
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "words.txt"
        with path.open("w", encoding="utf-8") as lines:
            lines.writelines(_cut([*reports] * REPORT_REPEATS, tokenizer))
            lines.writelines(_cut(articles, tokenizer))
        model = Word2Vec(
            corpus_file=str(path),
            vector_size=dimension,
            sg=1,
            negative=5,
            window=5,
            min_count=5,
            sample=1e-4,
            epochs=EPOCHS,
            workers=WORKERS,
            seed=seed,
        )
    return _rows(model, tokenizer.get_vocab())


def _cut(texts: Iterable[str], tokenizer: Tokenizer) -> Iterator[str]:
    """Texts as lines of words between spaces, without letters, digits and unknown characters."""
    silent = {*LETTERS, UNKNOWN}
    for text in texts:
        tokens = tokenizer.encode(text, add_special_tokens=False).tokens
        yield " ".join(token for token in tokens if token not in silent) + "\n"


def _rows(model: Word2Vec, vocabulary: dict[str, int]) -> Vectors:
    learned = model.wv
    scale = float(np.linalg.norm(learned.vectors, axis=1).mean())
    rows = np.zeros((len(vocabulary), learned.vector_size), np.float32)
    for token, row in vocabulary.items():
        if token in learned.key_to_index:
            rows[row] = learned[token] / scale
    return rows
