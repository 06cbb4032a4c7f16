"""The bundled embedder: a vector a word, summed. No torch, no network, thousands of texts a second.

A passage is the sum of its token vectors. A question is the sum of the same vectors, each under
the weight it has in questions, turned by a linear map towards the passages that answer.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

import numpy as np
import numpy.typing as npt
from tokenizers import Tokenizer

from corpus.errors import UserError
from index.embedders.tensors import read_tensors
from index.types import Vectors

NAME = "zhengwen-static"
BUNDLED = Path(__file__).parent / NAME

MODEL = "model.safetensors"
QUESTION = "question.safetensors"
TOKENIZER = "tokenizer.json"

_BATCH = 1024


@dataclass(slots=True)
class StaticEncoder:
    """An ``index.types.Encoder`` over a table of token vectors.

    ``table`` is ``(vocabulary, dimension)`` int8; ``passage_weights`` and ``question_weights`` are
    ``(vocabulary,)`` float32 and hold the scale of each row; ``question_map`` is
    ``(dimension, dimension)`` float32, applied from the right.
    """

    name: str
    dimension: int
    tokenizer: Tokenizer
    table: npt.NDArray[np.int8]
    passage_weights: npt.NDArray[np.float32]
    question_weights: npt.NDArray[np.float32]
    question_map: Vectors

    def passages(self, texts: Sequence[str]) -> Vectors:
        """``(len(texts), dimension)`` float32 unit rows; 0 where no token is known."""
        return _unit(self._sums(texts, self.passage_weights))

    def questions(self, texts: Sequence[str]) -> Vectors:
        """As ``passages``, for what is asked."""
        return _unit(self._sums(texts, self.question_weights) @ self.question_map)

    def _sums(self, texts: Sequence[str], weights: npt.NDArray[np.float32]) -> Vectors:
        sums = np.zeros((len(texts), self.dimension), np.float32)
        for start in range(0, len(texts), _BATCH):
            batch = list(texts[start : start + _BATCH])
            encodings = self.tokenizer.encode_batch_fast(batch, add_special_tokens=False)
            for row, encoding in enumerate(encodings, start):
                tokens = encoding.ids
                sums[row] = weights[tokens] @ self.table[tokens]
        return sums


def load(folder: Path | None = None) -> StaticEncoder:
    """The encoder in ``folder``, by default the bundled one.

    Its name ends in a fingerprint of the vectors, so that no index outlives a change of them.
    Raises ``UserError`` for a folder that is incomplete or damaged.
    """
    folder = folder or BUNDLED
    try:
        model = read_tensors(folder / MODEL)
        question = read_tensors(folder / QUESTION)
    except (OSError, ValueError, KeyError):
        raise UserError(f"模型“{folder}”不完整或已损坏，请换一份完整的。") from None
    return StaticEncoder(
        name=f"{folder.name}@{_fingerprint(model['embeddings'])}",
        dimension=int(model["embeddings"].shape[1]),
        tokenizer=Tokenizer.from_file(str(folder / TOKENIZER)),
        table=model["embeddings"],
        passage_weights=model["weights"],
        question_weights=model["weights"] * question["weights"],
        question_map=question["map"],
    )


def folder_of(name: str) -> Path | None:
    """The folder of a model of this kind under a path, None where there is none."""
    folder = Path(name).expanduser()
    return folder if (folder / QUESTION).is_file() else None


def _fingerprint(table: npt.NDArray[np.int8]) -> str:
    """Eight hexadecimal digits of the table's BLAKE2 hash."""
    return blake2b(np.ascontiguousarray(table).data, digest_size=4).hexdigest()


def _unit(rows: Vectors) -> Vectors:
    lengths = np.linalg.norm(rows, axis=1, keepdims=True)
    scaled: Vectors = rows / np.maximum(lengths, np.finfo(np.float32).tiny)
    return scaled
