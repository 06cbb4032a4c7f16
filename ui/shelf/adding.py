"""What becomes of files that are handed in, file by file. Pure."""

from collections.abc import Sequence

from rag.shelf.adding import MOST_FILES
from rag.shelf.reading import TAKEN
from rag.shelf.types import Adding, Line
from ui.markup import attributes, button, element, text
from ui.shelf import words
from ui.types import Language


def limits(own: bool, language: Language) -> str:
    """What can be uploaded; the sentences for what cannot lie with it, for the browser."""
    most = MOST_FILES
    said = words.limits(language, most=most, endings=_endings(language))
    sentences = {
        "data_large": words.too_large(language),
        "data_many": words.too_many(language, most=most),
        "data_most": most,
    }
    hint = f"<p{attributes(class_='hint', **sentences)}>{text(said)}</p>"
    return hint if own else element("p", text(words.samples(language)), class_="hint") + hint


def _endings(language: Language) -> str:
    """The endings without their dots: lines are not broken before a dot, so they would not fit."""
    return ("、" if language == "zh" else ", ").join(one.removeprefix(".") for one in TAKEN)


def progress(adding: Adding, language: Language) -> str:
    """How far it is, and a line a file with its warnings or the reason of its refusal."""
    total = len(adding.lines)
    if adding.ended:
        refused = sum(line.state == "refused" for line in adding.lines)
        told = words.ended(language, total=total, held=total - refused, refused=refused)
        head = element("p", text(told), class_="counts", role="status")
    else:
        reading = words.reading(language, done=adding.done, total=total)
        told = reading if adding.done < total else words.indexing(language)
        bar = element("progress", "", max=total, value=str(adding.done), aria_label=told)
        head = element("p", bar + element("span", text(told)), class_="counts", role="status")
    return head + element("ul", _lines(adding.lines, language), class_="files")


def _lines(lines: Sequence[Line], language: Language) -> str:
    return "".join(_line(line, language) for line in lines)


def _line(line: Line, language: Language) -> str:
    state = element("span", text(words.states[line.state](language)), class_=f"state {line.state}")
    name = element("span", text(line.name), class_="name")
    if line.source and not line.source.lower().endswith(".zip"):
        name = button(line.name, "open", data_source=line.source, class_="name")
    said = "".join(element("span", text(one), class_="said") for one in line.said)
    return element("li", state + name + said)
