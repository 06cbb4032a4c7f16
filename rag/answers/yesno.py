"""Yes or no: the sentence that decides, and the word that it decides for."""

import re
from dataclasses import replace

from corpus.agreement import same
from corpus.figures import figures
from index.search import Index
from rag.answers.number import piece
from rag.claims.judge import rule
from rag.claims.ruling import Ruling
from rag.draft import Draft
from rag.query import Query
from rag.retrieve import Found

_NOT = re.compile(
    r"未(?!来)|没有|不(?!断|仅|但|少|低于|超过|动摇|忘|同|懈|负|畏|再)|尚|无法|难以|零(?=伤亡|事故)"
)
_NEGATED = re.compile(r"没有?(?=[?？]?$)|是不是|是否|有没有|能不能|会不会|([一-鿿])[不没]\1|了没")
_ASKING = re.compile(r"吗(?=[?？]?$)|(?<=了)没有?(?=[?？]?$)|^请问|真的")
_PARTIAL = re.compile(r"部分|大范围|试点|逐步|探索|局部|一方|单独")
_WHOLE = re.compile(r"全国都|全部|全面|所有|都|一律|全免")


def answer(query: Query, found: Found, index: Index) -> Draft | None:
    """是 or 否 first, then the sentence: the question is checked as the statement it asks about."""
    hits = found.hits
    if not hits:
        return None
    ruling = _ruled(query, found, index)
    if ruling is not None and ruling.hit is not None:
        denied = ruling.verdict == "refuted" or denies(query.search, ruling.hit.passage.text)
        word = "否" if denied else "是"
        proof = piece(query, ruling.hit, index, whole=90)
    else:
        proof = piece(query, hits[0], index, whole=90)
        word = "否" if denies(query.search, hits[0].passage.text) else "是"
    return Draft("yesno", (replace(proof, text=f"{word}。{proof.text}"),))


def _ruled(query: Query, found: Found, index: Index) -> Ruling | None:
    """What decides the question as a statement; None where nothing does or it asks two things."""
    said = _ASKING.sub("", _NEGATED.sub("", query.search)).strip("?？，, ")
    if _NOT.search(said) or query.english:
        return None
    rulings = rule(replace(query, search=said), found.hits, index)
    refuted = [ruling for ruling in rulings if ruling.verdict == "refuted"]
    if refuted:
        return refuted[0]
    decided = all(ruling.verdict == "supported" for ruling in rulings)
    return rulings[0] if rulings and decided else None


def denies(question: str, sentence: str) -> bool:
    """Whether a sentence speaks against what is asked: a negation, another figure, only a part."""
    asked = _NEGATED.sub("", question)
    if bool(_NOT.search(sentence)) != bool(_NOT.search(asked)) and _NOT.search(sentence):
        return True
    if _WHOLE.search(asked) and _PARTIAL.search(sentence) and not _WHOLE.search(sentence):
        return True
    return _other_figure(asked, sentence)


def _other_figure(asked: str, sentence: str) -> bool:
    """A figure of the question that the sentence has in the same unit, but with another value.

    超过26万 is not denied by 29.9万.
    """
    stated = figures(sentence)
    for claimed in figures(asked):
        alike = [figure for figure in stated if figure.unit == claimed.unit]
        if claimed.qualifier == "over":
            alike = [figure for figure in alike if figure.high < claimed.low]
        if alike and not any(same(claimed, figure) for figure in alike):
            return True
    return False
