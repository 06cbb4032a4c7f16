"""The set phrases of some texts: slogans and names that the tokenizer cuts into pieces."""

import json
import math
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from tokenizers import Tokenizer

from index.words import is_han

_LEAST = 4
_BOUND = 6.0
_LONGEST = 6
_MOST = 2_000
_ROUNDS = 2
_LOOSE = frozenset("的了和与及等在是为对把将以并或就从到向新大多个年月日")


def set_phrases(texts: Sequence[str], tokenizer: Tokenizer) -> tuple[str, ...]:
    """Words that stand side by side far more often than by chance, the most frequent first.

    Two neighbours are bound where their pointwise mutual information (Church and Hanks 1990) is
    6 bits or more and they stand together at least four times; what was bound is then bound again.
    """
    found: Counter[str] = Counter()
    cutter = tokenizer
    for _ in range(_ROUNDS):
        bound = _bound(list(_runs(texts, cutter)))
        found |= bound
        cutter = with_phrases(tokenizer, sorted(found))
    return tuple(sorted(found, key=lambda phrase: (-found[phrase], phrase))[:_MOST])


def with_phrases(tokenizer: Tokenizer, phrases: Sequence[str]) -> Tokenizer:
    """The tokenizer with further tokens at the end of its vocabulary, each taken whole."""
    described = json.loads(tokenizer.to_str())
    vocabulary = described["model"]["vocab"]
    scores = dict(vocabulary)
    for phrase in phrases:
        pieces = tokenizer.encode(phrase, add_special_tokens=False).tokens
        vocabulary.append([phrase, min(scores[piece] for piece in pieces)])
    return Tokenizer.from_str(json.dumps(described, ensure_ascii=False))


def _bound(runs: Sequence[Sequence[str]]) -> Counter[str]:
    alone = Counter(word for run in runs for word in run)
    together = Counter(pair for run in runs for pair in pairwise(run))
    total = sum(alone.values())
    return Counter(
        {
            first + second: count
            for (first, second), count in together.items()
            if count >= _LEAST
            and len(first + second) <= _LONGEST
            and _LOOSE.isdisjoint({first, second, first[0], second[-1]})
            and math.log2(count * total / (alone[first] * alone[second])) >= _BOUND
        }
    )


def _runs(texts: Sequence[str], tokenizer: Tokenizer) -> Iterator[list[str]]:
    """The Chinese words that follow each other with nothing between them."""
    for encoding in tokenizer.encode_batch(list(texts), add_special_tokens=False):
        run: list[str] = []
        end = -1
        for token, (start, after) in zip(encoding.tokens, encoding.offsets, strict=True):
            chinese = bool(token) and is_han(token)
            if not chinese or start != end:
                yield run
                run = []
            if chinese:
                run.append(token)
            end = after
        yield run
