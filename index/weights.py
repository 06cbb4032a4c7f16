"""How much each score of a row counts in a search."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Weights:
    """How much each score counts; ``neighbour`` is the share of the scores of those beside."""

    bigrams: float = 0.8
    words: float = 0.4
    dense: float = 3.6
    headings: float = 0.4
    paragraph: float = 0.0
    neighbour: float = 0.2


OFFICIAL = Weights()
"""For reports and speeches: what the bundled vectors were made for."""

ELSEWHERE = Weights(bigrams=0.5, words=0.5, dense=0.3, headings=0.2, paragraph=2.0)
"""For any other text: there the words say more than the vectors, and the paragraph more than the
sentence."""

ELSEWHERE_ENGLISH = Weights(bigrams=0.3, words=0.3, dense=2.5, headings=0.2, paragraph=0.6)
"""For an English question put to such texts: a glossary knows only some of its words."""
