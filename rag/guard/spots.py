"""The places that a text names, and what stands for the place of its own report."""

import re
from functools import lru_cache

from corpus.gazetteer import known
from corpus.places import find

OWN = re.compile(
    r"(?:全|我|本)(?:省|市|县|区|州|旗|镇|乡)(?!域|际|级|委|人大|人民(?:政府|代表|法院|检察院))"
)
COUNTRY = "全国"
_SUFFIXES = ("省", "市", "县", "区", "州", "镇", "乡")


@lru_cache(maxsize=1 << 13)
def spots(text: str, also: frozenset[str] = frozenset()) -> tuple[tuple[int, int, str], ...]:
    """Start, end and short name of the places named; the country is 全国.

    ``also`` are names that no gazetteer has. A place that only says where the next one lies
    (浙江 of 浙江省新昌县) is left out.
    """
    found = find(text, country=True)
    kept = []
    for at, mention in enumerate(found):
        after = found[at + 1] if at + 1 < len(found) else None
        leads = after is not None and after.start == mention.end
        if not (leads and after and after.place.parent == mention.place.short):
            name = COUNTRY if mention.place.level == "country" else mention.place.short
            kept.append((mention.start, mention.end, name))
    for name in also:
        kept += [
            (one.start(), one.end(), name)
            for one in re.finditer(f"{re.escape(name)}[省市县区镇乡]?", text)
        ]
    return tuple(sorted(kept))


def related(one: str, other: str) -> bool:
    """Whether two short names are one place or one lies in the other."""
    return one == other or one in above(other) or other in above(one)


@lru_cache(maxsize=1 << 11)
def above(name: str) -> frozenset[str]:
    """Everything that a place lies in, but for the country."""
    found: set[str] = set()
    todo = [name]
    while todo:
        for place in known().by_short(todo.pop()):
            if place.level in ("prefecture", "county") and place.parent not in found:
                found.add(place.parent)
                todo.append(place.parent)
    return frozenset(found)


def without(text: str) -> str:
    """The text without its places."""
    for mention in reversed(find(text, country=True)):
        end = mention.end + (text[mention.end : mention.end + 1] in _SUFFIXES)
        text = text[: mention.start] + "　" + text[end:]
    return OWN.sub("　", text)
