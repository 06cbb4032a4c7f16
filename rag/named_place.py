"""A place or a year given by hand, as the library knows it."""

from collections.abc import Collection, Sequence

from corpus.errors import UserError
from corpus.places import find

_FEW = 12


def known_places(given: Sequence[str], held: Collection[str]) -> tuple[str, ...]:
    """The short names of places that the library has documents of, each once.

    Raises ``UserError`` for another. 浙江省 is 浙江.
    """
    return tuple(dict.fromkeys(_place(one.strip(), held) for one in given))


def known_years(given: Sequence[int], held: Collection[int]) -> tuple[int, ...]:
    """The years, each once. Raises ``UserError`` for one that the library has no document of."""
    for year in given:
        if year not in held:
            there = "、".join(map(str, sorted(held))) or "没有"
            raise UserError(f"文库里没有{year}年的文件；有的年份：{there}。")
    return tuple(dict.fromkeys(given))


def _place(given: str, held: Collection[str]) -> str:
    if given in held:
        return given
    named = {mention.place.short for mention in find(given, country=True)}
    if len(named) == 1 and (short := named.pop()) in held:
        return short
    names = sorted(held)
    there = "、".join(names[:_FEW]) + ("等" if len(names) > _FEW else "")
    raise UserError(f"文库里没有“{given[:20]}”的文件；有的地方：{there or '没有'}。")
