"""The list of conversations as HTML. Pure."""

from rag.conversations.types import Head, Listed
from ui.markup import button, element, text
from ui.past import words
from ui.types import Language

MOST = 500
"""So many are listed, the last first."""


def view(listed: Listed, current: str, language: Language, *, unfolded: bool = False) -> str:
    """The list, folded unless it was just worked in; ``current`` is the conversation shown."""
    count = len(listed.heads)
    head = element("summary", text(words.past(language, count=count)))
    rows = "".join(_row(one, one.id == current, language) for one in listed.heads[:MOST])
    inner = _search(language) + element("ul", rows) if rows else _hint(words.none(language))
    if rows:
        inner += element("p", text(words.nothing_found(language)), class_="hint none", hidden=True)
    if listed.broken:
        inner += _hint(words.broken(language, count=listed.broken))
    panel = element("div", inner, class_="panel")
    return element("details", head + panel, class_="past", open=unfolded)


def _search(language: Language) -> str:
    said = words.search(language)
    return element("input", type="search", placeholder=said, aria_label=said).removesuffix(
        "</input>"
    )


def _row(one: Head, current: bool, language: Language) -> str:
    """A conversation: its title and day, and what can be done with it."""
    title = one.title or one.id
    when = f"{one.changed.astimezone():%Y-%m-%d %H:%M}"
    shown = element("span", text(title), class_="title") + element("time", when)
    opened = element(
        "button", shown, type="button", class_="reopen", data_event="reopen",
        data_conversation=one.id, aria_current="true" if current else "",
    )  # fmt: skip
    found = "\n".join((title, *one.questions)).lower()
    return element("li", opened + _tools(one.id, title, language), data_found=found)


def _tools(id_: str, title: str, language: Language) -> str:
    rename, remove = words.rename(language, title=title), words.remove(language, title=title)
    pen = element(
        "button", "✎", type="button", class_="tool", title=rename, aria_label=rename,
        data_rename=id_, data_title=title, data_hint=words.new_name(language),
    )  # fmt: skip
    cross = element(
        "button", "×", type="button", class_="tool", title=remove, aria_label=remove,
        data_sure=True,
    )  # fmt: skip
    sure = button(
        words.really(language), "forget", class_="sure", data_conversation=id_, hidden=True
    )
    return pen + cross + sure


def _hint(sentence: str) -> str:
    return element("p", text(sentence), class_="hint")
