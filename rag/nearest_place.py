"""Which places of a library come near to one that it lacks: by sound, shape or a character."""

from collections.abc import Collection, Iterable

from rag.sounds import alike

_NEAR = 0.5
_MOST = 3
_FEW = 5


def nearest(name: str, places: Iterable[str]) -> tuple[str, ...]:
    """The places whose names are half like ``name`` or more, the most alike first; up to three.

    >>> nearest("东京", ("浙江", "北京", "南京"))
    ('北京', '南京')
    """
    scored = [(_likeness(name, place), place) for place in places if place != "全国"]
    near = sorted((pair for pair in scored if pair[0] >= _NEAR), key=lambda pair: -pair[0])
    return tuple(place for _, place in near[:_MOST])


def held_note(lacking: Collection[str], places: Collection[str]) -> tuple[str, ...]:
    """A note on which places there are, where one that is asked about is not among them."""
    if not lacking or not places:
        return ()
    there = sorted(places, key=lambda place: (place != "全国", place))
    more = f"等{len(there)}个地方" if len(there) > _FEW else ""
    return (f"文库里有{'、'.join(there[:_FEW])}{more}的文件",)


def _likeness(name: str, place: str) -> float:
    """The share of characters that are the same, or typed for one another, at the same position."""
    if len(name) != len(place):
        return 0.0
    return sum(one == two or alike(one, two) for one, two in zip(name, place, strict=True)) / len(
        name
    )
