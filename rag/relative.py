"""去年 and 今年 in the words of a document, said as the years they are."""

import re

from index.search import Index
from rag.types import Answer, AnswerKind

_SHIFTS = {"前年": -2, "去年": -1, "上年": -1, "今年": 0, "明年": 1}
_WORD = re.compile(r"(?<![以目此当])前年|去年|(?<!比)(?<!较)上年(?!度)|今年|明年")
_KINDS: frozenset[AnswerKind] = frozenset({"number", "when", "where", "who", "yesno"})


def in_years(answer: Answer, index: Index) -> str:
    """What the relative years of a short answer are, empty where it has none or cites several
    documents: 2026年的文件里，“去年”即2025年."""
    sources = {citation.source for citation in answer.citations}
    if answer.kind not in _KINDS or len(sources) != 1:
        return ""
    year = index.document(sources.pop()).identity.year
    words = dict.fromkeys(_WORD.findall(answer.answer))
    if year is None or not words:
        return ""
    told = "，".join(f"“{word}”即{year + _SHIFTS[word]}年" for word in words)
    return f"{year}年的文件里，{told}"
