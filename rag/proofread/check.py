"""Sentences → findings. Pure: what the library says comes from the ``Checker`` handed in."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from rag.proofread.by_place import by_place
from rag.proofread.context import Context, Here
from rag.proofread.explain import finding, requoted, together
from rag.proofread.facts import NOTHING, QUESTION, asks, checkable, is_question, rhetorical
from rag.proofread.quotation import quotations
from rag.proofread.sentences import sentences
from rag.proofread.types import Block, Checker, Finding, Sentence, Whole
from rag.times import times

_ASKS = "这是问句，不核对。"
_TITLE_LINES = 3
_OF_TIME = ("wrong_year", "target_as_result", "result_as_target")


def statement(text: str, checker: Checker, place: str, year: int) -> Finding:
    """The finding on one statement as it was typed; nothing is checked of a question, or of
    what states no fact."""
    said = " ".join(text.split())
    alone = Sentence(1, 0, 0, len(said), said, "")
    if is_question(said):
        return Finding(alone, Whole(said), why=QUESTION)
    if rhetorical(said):
        return Finding(alone, Whole(said), why=NOTHING)
    found = _ruled(alone, Context(place, year, checker.places).whole(said), checker)
    if found.verdict == "not_enough_info" and not checkable(said):
        return Finding(alone, Whole(said), why=NOTHING)
    return found


def findings(
    blocks: Sequence[Block], checker: Checker, context: Context, markdown: bool = False
) -> Iterator[Finding]:
    """The findings on all sentences of a manuscript, in order.

    The same sentence, meaning the same place and year, is ruled on once.
    """
    ruled: dict[str, Finding] = {}
    last = -1
    for sentence in sentences(blocks, markdown):
        if blocks[sentence.block].heading and sentence.block != last:
            context.under(sentence.text)
        last = sentence.block
        yield _found(sentence, checker, context, ruled)


def context_of(
    blocks: Sequence[Block], places: frozenset[str], place: str, year: int | None, clock: int
) -> Context:
    """Where a manuscript begins: its own place, and the year that its 今年 means.

    That is the year given, else the one year that its first lines name, else the clock's.
    """
    told = [times(block.text, clock).years for block in blocks[:_TITLE_LINES] if block.heading]
    named = next((years[0] for years in told if len(years) == 1), None)
    return Context(place, year or named or clock, places, here=Here(place))


def _found(
    sentence: Sentence, checker: Checker, context: Context, ruled: dict[str, Finding]
) -> Finding:
    whole = context.whole(sentence.text)
    if asks(sentence.text):
        return Finding(sentence, whole, why=_ASKS)
    if not checkable(sentence.text):
        return Finding(sentence, whole, why=NOTHING)
    same = ruled.get(whole.text)
    if same is None:
        same = ruled[whole.text] = _ruled(sentence, whole, checker)
    return replace(same, sentence=sentence)


def _ruled(sentence: Sentence, whole: Whole, checker: Checker) -> Finding:
    """The ruling; a year that we supplied refutes nothing that holds without it."""
    found = _judged(sentence, whole, checker)
    if found.error in _OF_TIME and whole.undated:
        undated = _judged(sentence, whole.undated, checker)
        found = found if undated.verdict == "refuted" else undated
    for quote in quotations(whole.text):
        found = requoted(found, checker.quoted(quote, whole.text))
    return found


def _judged(sentence: Sentence, whole: Whole, checker: Checker) -> Finding:
    """The ruling on a sentence, or those on what it says of each of several places."""
    said = by_place(whole.text)
    if len(said) < 2:
        return finding(sentence, whole, checker.judge(whole.text))
    each = [finding(sentence, replace(whole, text=one), checker.judge(one)) for one in said]
    return together(sentence, whole, each)
