"""The kinds of file that an answer can be taken along as."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

from rag.export.markdown import markdown_bytes
from rag.export.sheet import csv_bytes, xlsx_bytes
from rag.export.word import word_bytes
from rag.types import Answer

_OFFICE = "application/vnd.openxmlformats-officedocument"


@dataclass(frozen=True, slots=True)
class Form:
    """A kind of file; ``of_table`` is one that only an answer with a table has."""

    suffix: str
    mime: str
    make: Callable[[Answer, datetime], bytes]
    of_table: bool = False


FORMS: Mapping[str, Form] = {
    "word": Form(
        ".docx",
        f"{_OFFICE}.wordprocessingml.document",
        lambda answer, when: word_bytes((answer,), when),
    ),
    "markdown": Form(".md", "text/markdown", lambda answer, when: markdown_bytes((answer,), when)),
    "excel": Form(
        ".xlsx",
        f"{_OFFICE}.spreadsheetml.sheet",
        lambda answer, _when: xlsx_bytes(answer),
        of_table=True,
    ),
    "csv": Form(".csv", "text/csv", lambda answer, _when: csv_bytes(answer), of_table=True),
}
