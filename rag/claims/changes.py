"""By how much a thing went from one figure to another: 由36.5%降为33.6% is down by 2.9 points."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from corpus.figures import Direction
from rag.claims.labels import Labelled

_WENT = re.compile(r"(?P<up>[增升涨提扩上]|多)|(?P<down>[降减缩收下少回])")
_FROM = re.compile(r"[由从][^，。；]{0,14}$")


def changes(sentence: str, stated: Sequence[Labelled]) -> Iterator[Labelled]:
    """The change between two figures of one unit that follow each other as 由…到….

    >>> [one.figure.text for one in changes(said, labelled(said))]  # said: 由36.5%降为33.6%
    ['2.9个百分点']
    """
    for first, second in pairwise(stated):
        between = sentence[first.at + len(first.figure.text) : second.at]
        went = _WENT.search(between)
        same = first.figure.unit == second.figure.unit
        if not (same and went and len(between) <= 8 and _FROM.search(sentence[: first.at])):
            continue
        unit = "个百分点" if first.figure.unit == "%" else first.figure.unit
        gap = abs(second.figure.low - first.figure.low)
        direction: Direction = "up" if went["up"] else "down"
        figure = replace(
            second.figure,
            text=f"{gap.normalize():f}{unit}",
            low=gap,
            high=gap,
            unit=unit,
            direction=direction,
            qualifier="exact",
            digits=len(str(gap).replace(".", "").strip("0")),
        )
        yield replace(second, figure=figure, label=first.label)
