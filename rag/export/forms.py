"""The kinds of file that answers can be taken along as."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from rag.export.markdown import markdown_bytes
from rag.export.sheet import csv_bytes, xlsx_bytes
from rag.export.word import word_bytes
from rag.types import Answer

_OFFICE = "application/vnd.openxmlformats-officedocument"


@dataclass(frozen=True, slots=True)
class Form:
    """A kind of file; ``of_table`` is one that only a single answer with a table has."""

    suffix: str
    mime: str
    make: Callable[[Sequence[Answer], datetime], bytes]
    of_table: bool = False


FORMS: Mapping[str, Form] = {
    "word": Form(
        ".docx",
        f"{_OFFICE}.wordprocessingml.document",
        word_bytes,
    ),
    "markdown": Form(".md", "text/markdown", markdown_bytes),
    "excel": Form(
        ".xlsx",
        f"{_OFFICE}.spreadsheetml.sheet",
        lambda answers, _when: xlsx_bytes(answers[0]),
        of_table=True,
    ),
    "csv": Form(".csv", "text/csv", lambda answers, _when: csv_bytes(answers[0]), of_table=True),
}
