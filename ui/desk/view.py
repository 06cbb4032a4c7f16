"""A checked manuscript as HTML: its sentences with their verdicts, the evidence of one. Pure."""

from base64 import b64encode
from collections.abc import Sequence
from itertools import groupby
from pathlib import PurePath

from rag.proofread.footnotes import SIGNS
from rag.proofread.types import Block, Finding, Result
from rag.types import Part, Verdict
from ui import words as shared
from ui.desk import words
from ui.evidence import cards
from ui.markup import element, text
from ui.render import VERDICTS, badge
from ui.types import Language

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def progress(done: int, total: int, language: Language) -> str:
    """How far the check is."""
    said = text(words.proofreading(language, done=done, total=total))
    bar = element("progress", "", max=max(total, 1), value=str(done), aria_label=said)
    return element("p", bar + element("span", said), class_="progress", role="status")


def summary(result: Result, word: bytes, language: Language) -> str:
    """How many sentences have which verdict, and the Word file with comments to take away.

    The file is part of the page: nothing of it lies on the server where another could fetch it.
    """
    counts = result.summary
    said = words.summary(language, sentences=counts.sentences, checked=counts.checked)
    verdicts: tuple[Verdict, ...] = ("supported", "refuted", "not_enough_info")
    numbers = {v: getattr(counts, v) for v in verdicts}
    badges = "".join(
        element("span", f"{_sign(v, language)}{text(VERDICTS[v](language))} {numbers[v]}",
                class_=f"badge {v}")
        for v in verdicts
    )  # fmt: skip
    line = element("span", text(said)) + badges
    if not counts.checked:
        line = element("span", text(words.nothing_checked(language)))
    return element("p", line, class_="counts", role="status") + _download(result, word, language)


def manuscript(result: Result, language: Language) -> str:
    """The blocks as paragraphs; a sentence that was checked can be opened."""
    by_block = {
        block: list(found)
        for block, found in groupby(result.findings, lambda one: one.sentence.block)
    }
    return "".join(
        _block(block, by_block.get(at, []), language) for at, block in enumerate(result.blocks)
    )


def evidence(result: Result | None, number: int, language: Language) -> str:
    """What was found on the sentence of this number: verdict, reason, parts, cited sentences."""
    head = element("h2", text(shared.evidence(language)))
    if result is None or not 0 < number <= len(result.findings):
        return head + element("p", text(words.desk_hint(language)), class_="hint")
    found = result.findings[number - 1]
    if found.verdict is None:
        return head + element("p", text(found.why), class_="hint")
    said = badge(found.verdict, language)
    if found.error:
        said += element("span", text(shared.error(found.error, language)), class_="error")
    return (
        head
        + element("p", text(found.sentence.text), class_="checked")
        + element("p", said, class_="verdict")
        + _supplied(found, language)
        + element("p", text(found.explanation), class_="why")
        + _parts(found.parts, language)
        + cards(found.citations, -number, "citation", language)
    )


def _block(block: Block, found: Sequence[Finding], language: Language) -> str:
    """A block, its checked sentences marked, the rest as it is."""
    pieces, at = [], 0
    for one in found:
        sentence = one.sentence
        pieces.append(text(block.text[at : sentence.start]))
        shown = text(block.text[sentence.start : sentence.end])
        pieces.append(_sentence(one, shown, language) if one.verdict else shown)
        at = sentence.end
    pieces.append(text(block.text[at:]))
    return element("p", "".join(pieces), class_="head" if block.heading else "")


def _sentence(found: Finding, shown: str, language: Language) -> str:
    verdict = found.verdict or "not_enough_info"
    return element(
        "a",
        _sign(verdict, language) + shown,
        class_=f"said {verdict}",
        href="#zw-desk-evidence",
        title=VERDICTS[verdict](language),
        data_event="look",
        data_number=found.sentence.number,
    )


def _sign(verdict: Verdict, language: Language) -> str:
    """The verdict as a sign, so that it can be seen without its colour and heard."""
    name = VERDICTS[verdict](language)
    return element("span", SIGNS[verdict], class_="sign", role="img", aria_label=name)


def _supplied(found: Finding, language: Language) -> str:
    if not found.whole.supplied:
        return ""
    said = words.checked_as(language, supplied="、".join(found.whole.supplied))
    return element("p", text(said), class_="hint")


def _parts(parts: Sequence[Part], language: Language) -> str:
    items = (
        element("li", badge(part.verdict, language) + element("span", text(part.text)))
        for part in parts
    )
    return element("ul", "".join(items), class_="parts") if parts else ""


def _download(result: Result, word: bytes, language: Language) -> str:
    name = f"{PurePath(result.name).stem or words.manuscript('zh')}-核稿.docx"
    return element(
        "a",
        text(words.download(language)),
        class_="download",
        download=name,
        href=f"data:{WORD};base64,{b64encode(word).decode()}",
    )
