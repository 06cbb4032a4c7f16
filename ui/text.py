"""Answer → plain text with its references, as it is copied."""

from rag.tables import cells, columns_of
from rag.types import Answer, Citation, Table
from ui import words
from ui.evidence import place_in_document
from ui.render import VERDICTS
from ui.types import Language


def plain(answer: Answer, language: Language) -> str:
    """The answer, its table as tab-separated lines, and the sentences it cites."""
    parts = [_verdict(answer, language), answer.answer.strip()]
    if answer.table:
        parts.append(tabbed(answer.table, language))
    if answer.citations:
        listed = "\n".join(reference(citation, language) for citation in answer.citations)
        parts.append(f"{words.references(language)}\n{listed}")
    return "\n\n".join(part for part in parts if part)


def reference(citation: Citation, language: Language) -> str:
    """``[1] title · place · year · headings：the sentence`` in one line."""
    where = place_in_document(citation, language)
    head = " · ".join(part for part in (citation.title or citation.source, where) if part)
    quoted = " ".join(citation.text.split())
    return f"[{citation.number}] {head}：{quoted}"


def tabbed(table: Table, language: Language) -> str:
    """A table as lines of cells between tabs, which a spreadsheet takes as it is."""
    lines, columns = ["\t".join(table.columns)], columns_of(table)
    for row in table.rows:
        told = list(cells(row, columns, words.not_stated(language)))
        told[columns.index("value")] += "".join(f"[{number}]" for number in row.citations)
        lines.append("\t".join(told))
    return "\n".join(lines)


def _verdict(answer: Answer, language: Language) -> str:
    if answer.verdict is None:
        return ""
    verdict = VERDICTS[answer.verdict](language)
    return f"{verdict} · {words.error(answer.error, language)}" if answer.error else verdict
