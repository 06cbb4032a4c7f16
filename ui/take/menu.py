"""The menu under an answer, and the file that one of its entries makes."""

import re
from base64 import b64encode
from collections.abc import Sequence
from datetime import datetime

from rag.export.forms import FORMS
from rag.types import Answer
from ui import words
from ui.markup import button, element, text
from ui.types import Exchange, Language

_UNFIT = re.compile(r"[\\/:*?\"<>|\x00-\x1f\s？]+")
_LONGEST_NAME = 30


def menu(answer: Answer, exchange: int, language: Language) -> str:
    """The forms that an answer can be taken as, and those of the whole conversation."""
    entries = "".join(
        button(words.take_as[name](language), "export", data_exchange=str(exchange), data_form=name)
        for name, form in FORMS.items()
        if answer.table or not form.of_table
    )
    head = element("summary", text(words.take(language)))
    shown = element("div", entries + _whole(language), class_="forms")
    return element("details", head + shown, class_="take")


def answers(exchanges: Sequence[Exchange], exchange: str) -> tuple[Answer, ...]:
    """The answer of one exchange, or where none is named those of all; without what failed and
    what is still being answered."""
    chosen = [exchanges[int(exchange)]] if exchange else exchanges
    return tuple(one.answer for one in chosen if one.answer and one.status in ("done", "stopped"))


def link(answers: Sequence[Answer], form: str, when: datetime) -> str:
    """The file as a link that holds it. Raises KeyError for a form that there is not."""
    chosen = FORMS[form]
    called = file_name(answers[0].question, chosen.suffix)
    return link_to(chosen.make(answers, when), called, chosen.mime, when)


def link_to(content: bytes, called: str, mime: str, when: datetime) -> str:
    """A file that was made at ``when`` as a link that holds it; the page follows it."""
    data = b64encode(content).decode()
    return element(
        "a",
        text(called),
        download=called,
        href=f"data:{mime};base64,{data}",
        data_made=str(when.timestamp()),
    )


def _whole(language: Language) -> str:
    """The forms of the conversation, and its print."""
    entries = "".join(
        button(words.take_as[name](language), "export", data_form=name)
        for name, form in FORMS.items()
        if not form.of_table
    )
    name, said = words.take_all(language), text(words.print_talk(language))
    entries += element("button", said, type="button", data_print=True)
    head = element("span", text(name), class_="of-all")
    return element("div", head + entries, class_="whole", role="group", aria_label=name)


def file_name(question: str, suffix: str) -> str:
    """A name after the question, fit for every system.

    >>> file_name("../六大工程 是哪些?", ".docx")
    '六大工程是哪些.docx'
    """
    name = _UNFIT.sub("", question).strip(".")[:_LONGEST_NAME]
    return f"{name or '答案'}{suffix}"
