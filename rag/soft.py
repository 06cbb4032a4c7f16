"""How much of a question a text covers, word by word, by nearness of meaning."""

import re
from collections.abc import Sequence
from functools import lru_cache

import numpy as np

from index.search import Index
from index.words import words

_YEAR = re.compile(r"(?:19|20)\d\d(?:年代?)?[底末初]?|[今去明前]年")
_ASKING = frozenset(
    (
        *"的了是在有和与及把给让被会能这那对为上里到去来从向往由各都也就还不没吗呢啊",
        *"几哪多大想要谁年个家项种类名条做说提搞弄干全新过一两三四五六七八九十",
        *("多少", "哪些", "哪个", "什么", "怎么", "怎样", "如何", "一共", "总共", "大概", "打算"),
        *("计划", "准备", "目标", "达到", "请问", "分别", "具体", "主要", "方面", "情况", "报告"),
        *("其中", "已经", "百分之", "百分之几", "百分点"),
        *("the", "a", "an", "of", "in", "on", "at", "by", "for", "to", "from", "with", "and", "or"),
        *("is", "are", "was", "were", "be", "been", "do", "does", "did", "has", "have", "had"),
        *("will", "would", "can", "could", "should", "what", "which", "who", "whom", "whose"),
        *("when", "where", "why", "how", "many", "much", "that", "this", "these", "those", "it"),
        *("its", "their", "there", "according", "report", "year", "as", "than", "about", "into"),
    )
)
_SINGLE = 0.4
_COMPARING = "于过到成"


def content(question: str) -> list[str]:
    """The words of a question that carry its content, each once, in order."""
    return list(_content(question))


@lru_cache(maxsize=1 << 14)
def _content(question: str) -> tuple[str, ...]:
    found = words(_YEAR.sub(" ", question))
    return tuple(word for word in dict.fromkeys(found) if word not in _ASKING)


def coverage(question: str, texts: Sequence[str], index: Index) -> list[float]:
    """For each text the share of the question's content that it covers, 0 to 1.

    A content word counts by its rarity, and is covered as far as its nearest word in the text is
    near: 1 where the word itself stands there, else the cosine of the two words' vectors.
    """
    return coverage_of(question, [(text,) for text in texts], index)


def coverage_of(question: str, texts: Sequence[tuple[str, ...]], index: Index) -> list[float]:
    """The same for texts that consist of several pieces, such as a heading and a sentence."""
    wanted = content(question)
    if not wanted:
        return [0.0] * len(texts)
    book = index.wordbook
    rarity = np.array([_weight(word, index) for word in wanted], np.float32)
    total = float(rarity.sum())
    cut = [dict.fromkeys(word for piece in text for word in _cut(piece)) for text in texts]
    said = [row for row in cut if row]
    if not said:
        return [0.0] * len(texts)
    flat = [word for row in said for word in row]
    near = np.maximum(book.vectors(wanted) @ book.vectors(flat).T, 0)
    number = {word: at for at, word in enumerate(wanted)}
    same = [(number[word], at) for at, word in enumerate(flat) if word in number]
    if same:
        rows, columns = zip(*same, strict=True)
        near[rows, columns] = 1.0
    starts = np.cumsum([0, *map(len, said[:-1])])
    shares = iter((rarity @ np.maximum.reduceat(near, starts, axis=1) / total).tolist())
    return [next(shares) if row else 0.0 for row in cut]


def farthest(question: str, text: tuple[str, ...], index: Index) -> float:
    """How near the word of the question that is farthest from a text comes to it, 0 to 1; 1 where
    there is none to judge by.

    Only words that the library itself uses count: what people say in their own words is near to
    the official ones at best by half.
    """
    unseen = index.wordbook.idf("")
    asked = [
        word
        for word in content(question)
        if len(word) > 1 and word[-1] not in _COMPARING and index.wordbook.idf(word) < unseen
    ]
    said = list(dict.fromkeys(word for piece in text for word in _cut(piece)))
    if not asked or not said:
        return 1.0
    near = (index.wordbook.vectors(asked) @ index.wordbook.vectors(said).T).max(axis=1)
    whole = "".join(text)
    return min(1.0 if word in whole else float(n) for word, n in zip(asked, near, strict=True))


@lru_cache(maxsize=1 << 15)
def _cut(text: str) -> tuple[str, ...]:
    """The words of a text; the same sentences come up again and again."""
    return tuple(words(text))


def _weight(word: str, index: Index) -> float:
    """Rarity, less for a single character, which is seldom a whole word of content."""
    weight = index.wordbook.idf(word)
    return weight * _SINGLE if len(word) == 1 else weight
