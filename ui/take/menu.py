"""The menu under an answer, and the file that one of its entries makes."""

import re
from base64 import b64encode
from datetime import datetime

from rag.export.forms import FORMS
from rag.types import Answer
from ui import words
from ui.markup import button, element, text
from ui.types import Language

_UNFIT = re.compile(r"[\\/:*?\"<>|\x00-\x1f\s？]+")
_LONGEST_NAME = 30


def menu(answer: Answer, exchange: int, language: Language) -> str:
    """The forms that an answer can be taken as."""
    entries = "".join(
        button(words.take_as[name](language), "export", data_exchange=str(exchange), data_form=name)
        for name, form in FORMS.items()
        if answer.table or not form.of_table
    )
    head = element("summary", text(words.take(language)))
    return element("details", head + element("div", entries, class_="forms"), class_="take")


def link(answer: Answer, form: str, when: datetime) -> str:
    """The file as a link that holds it. Raises KeyError for a form that there is not."""
    chosen = FORMS[form]
    data = b64encode(chosen.make(answer, when)).decode()
    return element(
        "a",
        text(file_name(answer.question, chosen.suffix)),
        download=file_name(answer.question, chosen.suffix),
        href=f"data:{chosen.mime};base64,{data}",
        data_made=str(when.timestamp()),
    )


def file_name(question: str, suffix: str) -> str:
    """A name after the question, fit for every system.

    >>> file_name("../六大工程 是哪些?", ".docx")
    '六大工程是哪些.docx'
    """
    name = _UNFIT.sub("", question).strip(".")[:_LONGEST_NAME]
    return f"{name or '答案'}{suffix}"
