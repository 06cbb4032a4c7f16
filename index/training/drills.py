"""Questions made out of the sentences that answer them: what a person remembers of a sentence."""

import math
import random
from collections import Counter
from collections.abc import Sequence

from index.training.texts import Example
from index.words import is_han, words

_FEWEST, _MOST = 2, 5
_SHORTEST = 12


def drills(
    document: str, sentences: Sequence[str], common: Counter[str], seed: int
) -> list[Example]:
    """For each sentence of some length a few of its words in their order, the rarer the likelier.

    ``common`` counts in how many sentences of the library each word stands. The words are drawn
    without replacement with weights of 1 over it (Efraimidis and Spirakis 2006).
    """
    generator = random.Random(f"{seed}{document}")
    made = []
    for sentence in sentences:
        told = [w for w in dict.fromkeys(words(sentence)) if len(w) > 1 and is_han(w)]
        if len(sentence) < _SHORTEST or len(told) < _FEWEST:
            continue
        size = generator.randint(_FEWEST, min(_MOST, len(told)))
        drawn = {word: common[word] * math.log(1 - generator.random()) for word in told}
        kept = set(sorted(told, key=lambda word: -drawn[word])[:size])
        question = "".join(word for word in told if word in kept)
        made.append(Example(document, "zh", question, sentence))
    return made


def word_counts(documents: Sequence[Sequence[str]]) -> Counter[str]:
    """In how many sentences each word stands."""
    return Counter(
        word for sentences in documents for sentence in sentences for word in set(words(sentence))
    )
