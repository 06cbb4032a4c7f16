"""Which of many values a question wants: the highest, the lowest, those above or equal to one."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TypeVar

from corpus.figures import Figure, figures

_Item = TypeVar("_Item")
_Value = Callable[[_Item], Decimal | None]

_HIGHEST = re.compile(r"最[高大多快]|排(?:名|在)?第一|居首|领先|第一名")
_LOWEST = re.compile(r"最[低小少慢]")
_ABOVE = re.compile(r"高于|超过|大于|突破|不低于|不少于|以上的|多于|过(?=\d)")
_BELOW = re.compile(r"(?<!不)低于|不高于|不到|小于|不超过|不足|(?<!不)少于|以下的")
_INCLUSIVE = ("at_least", "at_most")
_ORDERED = re.compile(r"排(?:个|一下)?(?:序|名|行)|从[高大多]到[低小少]|由[高大多]到")


@dataclass(frozen=True, slots=True)
class Ranking:
    """``words`` name it in an answer. With a ``bound`` the rows beyond it (``highest``: above) or,
    where ``equal``, those that say the same are chosen; without one they are put in order."""

    words: str
    highest: bool = True
    bound: Figure | None = None
    equal: bool = False
    superlative: bool = False

    def of(self, items: Sequence[_Item], value: "_Value[_Item]") -> list[_Item]:
        """The items that count, the highest or the lowest first."""
        valued = [(v, item) for item in items if (v := value(item)) is not None]
        valued = [(v, item) for v, item in valued if self._counts(v)]
        valued.sort(key=lambda pair: -pair[0] if self.highest else pair[0])
        return [item for _, item in valued]

    def best(self, items: Sequence[_Item], value: "_Value[_Item]") -> list[_Item]:
        """The first of ordered items, and those equal to it."""
        return [item for item in items if value(item) == value(items[0])]

    def _counts(self, value: Decimal) -> bool:
        if self.bound is None:
            return True
        if self.equal or (value == self.bound.low and self.bound.qualifier in _INCLUSIVE):
            return self.bound.low <= value <= self.bound.high
        return value > self.bound.high if self.highest else value < self.bound.low


def ranking(question: str) -> Ranking | None:
    """The ranking that a question asks for, None where it wants all.

    >>> ranking("哪个省的目标最高").words
    '最高'
    """
    highest, lowest = _HIGHEST.search(question), _LOWEST.search(question)
    if highest or lowest:
        found = highest or lowest
        assert found is not None
        return Ranking(found.group(), highest=highest is not None, superlative=True)
    bound = next(iter(figures(question)), None)
    if bound is not None:
        below = _BELOW.search(question)
        if below or _ABOVE.search(question):
            said = (below or _ABOVE.search(question)).group()  # type: ignore[union-attr]
            words = bound.text if said.rstrip("的") in bound.text else f"{said}{bound.text}"
            return Ranking(words, below is None, bound)
        return Ranking(f"为{bound.text}", bound=bound, equal=True)
    return Ranking("从高到低") if _ORDERED.search(question) else None
