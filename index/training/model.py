"""The model that is trained: vectors of words and of the characters they are written with.

The vector of a token is its own plus those of its characters, times its weight. A passage is the
sum over its tokens; a question weighs them anew and is turned by a linear map.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from index.types import Vectors
from index.words import is_han

# What each token is spelt with, as row numbers of one table that holds tokens, then characters:
# a Chinese word with its characters, an English one with the Chinese words that mean it.
Spelling = tuple[tuple[int, ...], ...]

CHARACTER_LENGTH = 0.3
SMOOTHING = 1e-3


@dataclass(frozen=True, slots=True)
class Bag:
    """Texts as rows of the table: row ``parts[i]`` under the weight of token ``tokens[i]``.

    Text number n begins at ``starts[n]``. All three are int64 vectors.
    """

    parts: Tensor
    tokens: Tensor
    starts: Tensor


@dataclass(frozen=True, slots=True)
class Folded:
    """What is left after training: one vector and one weight for each token.

    ``vectors`` (vocabulary, dimension), ``question_weights`` (vocabulary,) relative to those of
    passages, which the vectors hold already, ``question_map`` (dimension, dimension).
    """

    vectors: Vectors
    question_weights: Vectors
    question_map: Vectors


class Towers(nn.Module):
    """Two encoders, for passages and for questions, that share the vectors of their tokens."""

    def __init__(self, vectors: Vectors, log_weights: Vectors, temperature: float) -> None:
        super().__init__()
        dimension = vectors.shape[1]
        self.vectors = nn.Parameter(torch.from_numpy(vectors))
        self.log_weights = nn.Parameter(torch.from_numpy(log_weights))
        self.log_emphasis = nn.Parameter(torch.zeros(len(log_weights)))
        self.question_map = nn.Parameter(torch.eye(dimension))
        self.log_scale = nn.Parameter(torch.tensor(-float(np.log(temperature))))

    def passages(self, bag: Bag, dropout: float = 0.0) -> Tensor:
        """``(texts, dimension)``, rows of length 1."""
        return functional.normalize(_sums(bag, self.vectors, self.log_weights, dropout), dim=1)

    def questions(self, bag: Bag, dropout: float = 0.0) -> Tensor:
        """As ``passages``, for what is asked."""
        sums = _sums(bag, self.vectors, self.log_weights + self.log_emphasis, dropout)
        return functional.normalize(sums @ self.question_map, dim=1)

    @torch.no_grad()
    def folded(self, spelling: Spelling) -> Folded:
        """The characters added to their tokens and the weights multiplied in."""
        everything = bag([[token] for token in range(len(spelling))], spelling)
        return Folded(
            vectors=_sums(everything, self.vectors, self.log_weights, 0.0).numpy(),
            question_weights=self.log_emphasis.exp().numpy(),
            question_map=self.question_map.numpy(),
        )


def bag(texts: Sequence[Sequence[int]], spelling: Spelling) -> Bag:
    """Texts of token ids, each token followed by its characters."""
    parts: list[int] = []
    tokens: list[int] = []
    starts: list[int] = []
    for text in texts:
        starts.append(len(parts))
        for token in text:
            parts += (token, *spelling[token])
            tokens += [token] * (1 + len(spelling[token]))
    return Bag(*(torch.tensor(column, dtype=torch.int64) for column in (parts, tokens, starts)))


def spell(vocabulary: Sequence[str], meanings: Mapping[str, Sequence[str]]) -> Spelling:
    """For each Chinese token the rows of its characters, for each other those of its meanings."""
    chinese = [token if is_han(token) else "" for token in vocabulary]
    characters = sorted({character for token in chinese for character in token})
    rows = {character: len(vocabulary) + n for n, character in enumerate(characters)}
    number = {token: at for at, token in enumerate(vocabulary)}

    def parts(token: str) -> tuple[int, ...]:
        return tuple(rows[character] for character in token)

    def meant(token: str) -> tuple[int, ...]:
        known = [word for word in meanings.get(token, ()) if word in number]
        return tuple(row for word in known for row in (number[word], *parts(word)))

    return tuple(
        parts(token) or meant(word) for token, word in zip(chinese, vocabulary, strict=True)
    )


def with_characters(vectors: Vectors, spelling: Spelling, seed: int) -> Vectors:
    """``vectors`` with a random row below them for each character, which marks it apart."""
    rows = max(max(parts, default=0) for parts in spelling) + 1 - len(vectors)
    random = np.random.default_rng(seed).standard_normal((rows, vectors.shape[1]))
    scaled = random * (CHARACTER_LENGTH / np.sqrt(vectors.shape[1]))
    return np.vstack([vectors, scaled.astype(np.float32)])


def rarity(vocabulary: Sequence[str], frequencies: dict[str, int]) -> Vectors:
    """Logarithms of smooth inverse frequencies (Arora 2017): log(a / (a + p)), 0 for the unseen."""
    total = sum(frequencies.values())
    shares = np.array([frequencies.get(token, 0) / total for token in vocabulary])
    return np.log(SMOOTHING / (SMOOTHING + shares)).astype(np.float32)


def _sums(bag: Bag, vectors: Tensor, log_weights: Tensor, dropout: float) -> Tensor:
    weights = log_weights.exp()
    if dropout:
        weights = weights * (torch.rand(len(weights)) > dropout)
    return functional.embedding_bag(
        bag.parts, vectors, bag.starts, mode="sum", per_sample_weights=weights[bag.tokens]
    )
