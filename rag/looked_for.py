"""The phrase that a question looks for, and the words that search is given."""

from corpus.indicators import asked_indicator
from rag.kinds import is_bare, statement
from rag.sought import Sought, alone, asked
from rag.types import AnswerKind, Question


def looked_for(resolved: str, question: Question) -> Sought | None:
    """The phrase or figure whose users are asked for, or that was typed alone.

    An indicator that every report states (GDP) is a number's question even alone.
    """
    found = asked(resolved)
    if found or resolved != question.text.strip():
        return found
    bare = alone(resolved)
    if bare and not bare.figure and (not is_bare(resolved) or asked_indicator(resolved)):
        return None
    return bare


def said_of(text: str, kind: AnswerKind, resolved: str, sought: Sought | None) -> str:
    """What is looked for: a statement without its question, the phrase whose users are sought."""
    if sought:
        return resolved if sought.alone or sought.asks == "speakers" else sought.phrase
    return statement(text) if kind == "claim" else text
