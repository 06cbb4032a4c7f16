"""Statements without figures: are the words there, are the items right, does a verb turn round?"""

import re
from dataclasses import dataclass

from corpus.clauses import clauses
from index.search import Index
from index.types import Hit
from rag.lexicon import expand
from rag.query import Query
from rag.sequences import value
from rag.soft import content, coverage

_OPPOSITES = (
    (
        r"增长|增加|上升|上涨|提高|扩大|回升|增多|[升涨]到|升至",
        r"下降|减少|降低|回落|缩小|收窄|下跌|压减|减至|降到|降至|降为",
    ),
    (r"扩大|拉大", r"收窄|缩小"),
    (r"顺差", r"逆差"),
    (r"高于|快于|超过", r"低于|慢于|不及"),
    (r"多了", r"少了"),
    (r"增产|丰收", r"减产|歉收"),
)
_LIST = re.compile(
    r"[^，。；：:、]{1,24}(?:、[^，。；：:、]{1,16})*(?:、|和|与|以及)[^，。；：:、和与]{1,24}"
)
_RANK = re.compile(
    r"第(?P<n>\d{1,2}|[一二三四五六七八九十]{1,2})(?:位|名|(?!产业|次|季|批|届|轮|个|[一-鿿]{0,2}[产季])|$)"
    r"|前(?P<within>\d{1,2}|[一二三四五六七八九十])(?![年季期])|首位|榜首|头名|之首|居首|头把交椅|冠军"
)
_ROSE = re.compile(r"[由从].{1,16}?第.{1,12}?(?:升|降|跃|提高|前移|退)")
_NOT = re.compile(r"没有?|未|不")
_NOT_SO = re.compile(r"(?:没有|尚未|并未|未曾)(?P<what>[一-鿿]{2})")
_UNDONE = re.compile(r"(?:没有|未能?|尚未)(?:全部|如期)?(?:完成|达到|实现|达标)")
_SPLIT = re.compile(r"、|和|以及|与|及")
_COVERED = 0.8
_LESS = 0.95
NAME = 0.15
"""How much less near a sentence is for each rare word of a part that it does not hold."""
_RARE = 6.0
_BOAST = 0.25
_FIRST = re.compile(
    r"第一|第1|首[个次家位批创例]|最[早高大多快好低]|率先|居首|领先|头把交椅|之首|榜首|唯一|冠军|金牌|历史性|第一次"
)


@dataclass(frozen=True, slots=True)
class Wording:
    """How a sentence words a part: the share of its content that is covered, by which clause,
    and the items of its list that are not there although most are."""

    hit: Hit
    covered: float
    clause: str
    items: tuple[str, ...]


def contradicts(said: str, clause: str) -> bool:
    """Whether one says up where the other says down."""
    for one, other in _OPPOSITES:
        up, down = bool(re.search(one, said)), bool(re.search(other, said))
        there_up, there_down = bool(re.search(one, clause)), bool(re.search(other, clause))
        if up != down and there_up != there_down and up == there_down:
            return True
    undone = bool(_UNDONE.search(clause)) and not _UNDONE.search(said)
    return undone or _denied(said, clause) or _outranked(said, clause)


def _denied(said: str, clause: str) -> bool:
    """Whether the clause says that what is claimed was not so (没有取消)."""
    if _NOT.search(said):
        return False
    return any(found["what"] in said for found in _NOT_SO.finditer(clause))


def _outranked(said: str, clause: str) -> bool:
    """Whether a rank is claimed (第一, 前三) that the clause does not give."""
    claimed, ranks = _RANK.search(said), list(_RANK.finditer(clause))
    if not claimed or not ranks:
        return False
    told = ranks[-1] if _ROSE.search(clause) else ranks[0]
    most = _place(claimed)
    return _place(told) > most if claimed["within"] else _place(told) != most


def _place(found: re.Match[str]) -> int:
    return value(found["within"] or found["n"] or "") or 1


def missing(core: str, said: str, hit: Hit, query: Query, index: Index) -> Wording:
    """How a sentence words a part of a statement.

    What only its heading covers counts too. A rare word of the part that the sentence does not
    hold counts twice against it: nearness of meaning is no proof of a name.
    """
    text = hit.passage.text
    under = "，".join((*hit.passage.headings[-1:], text))
    official = " ".join(expand(core))
    own, other = (coverage(words, [under], index)[0] for words in (core, official))
    covered = max(own, _LESS * other)
    parts = [part.text for part in clauses(text)] or [text]
    near = coverage(core, parts, index)
    clause = parts[max(range(len(parts)), key=lambda at: near[at])]
    items = _absent(said, text)
    less = 0.0 if items else NAME * names_absent(core, under, index)
    if _FIRST.search(said) and not _FIRST.search(text):
        less += _BOAST
    return Wording(hit, covered - less, clause, items)


def names_absent(core: str, text: str, index: Index) -> int:
    """How many of the part's rare words have no character pair in the text."""
    speakers = set(index.contents.speakers)
    rare = [
        word
        for word in content(core)
        if len(word) > 1 and word not in speakers and index.wordbook.idf(word) > _RARE
    ]
    return sum(not any(w[at : at + 2] in text for at in range(len(w) - 1)) for w in rare)


def _absent(said: str, text: str) -> tuple[str, ...]:
    """The items of a statement's list that a sentence with most of them does not hold.

    The first item may follow other words, the last go before others.
    """
    found = _LIST.search(said)
    items = [item for item in _SPLIT.split(found.group()) if item] if found else []
    if len(items) < 2:
        return ()
    last = len(items) - 1
    absent = [
        item
        for at, item in enumerate(items)
        if not _holds(item.strip("“”"), text, at == 0, at == last)
    ]
    return tuple(absent) if 0 < len(absent) <= len(items) / 2 else ()


def _holds(item: str, text: str, first: bool, last: bool) -> bool:
    """Whether an item stands in a text: whole, by its end if first, by its beginning if last."""
    least = min(2, len(item))
    cuts = [item]
    if first:
        cuts += [item[at:] for at in range(1, len(item) - least + 1)]
    if last:
        cuts += [item[:at] for at in range(len(item) - 1, least - 1, -1)]
    if any(cut in text for cut in cuts):
        return True
    words = [word for word in content(item) if len(word) > 1]
    return bool(words) and sum(word in text for word in words) >= _COVERED * len(words)
