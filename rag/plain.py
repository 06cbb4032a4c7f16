"""An answer as plain text for the terminal."""

from rag.types import Answer, Citation, Row


def plain(answer: Answer) -> str:
    """The answer, its table, and a reference a citation; a refusal with what comes close."""
    blocks = [answer.answer]
    if answer.table:
        rows = [answer.table.columns, *(_cells(row) for row in answer.table.rows)]
        blocks.append("\n".join("\t".join(row) for row in rows))
    if answer.problems:
        blocks.append("\n".join(f"注意：{problem}" for problem in answer.problems))
    if answer.citations:
        blocks.append("\n".join(_reference(citation) for citation in answer.citations))
    if answer.near_misses:
        near = "\n".join(_reference(citation) for citation in answer.near_misses)
        blocks.append(f"相近内容（不作为依据）：\n{near}")
    if answer.suggestions:
        asked = "\n".join(f"· {suggestion.question}" for suggestion in answer.suggestions)
        blocks.append(f"还可以问：\n{asked}")
    return "\n\n".join(blocks)


def _cells(row: Row) -> tuple[str, ...]:
    markers = "".join(f"[{number}]" for number in row.citations)
    counted = () if row.count is None else (str(row.count),)
    return row.place, str(row.year or ""), row.value + markers, *counted


def _reference(citation: Citation) -> str:
    path = " › ".join((citation.title, *citation.headings))
    where = f"{citation.source} {citation.start}–{citation.end}"
    return f"[{citation.number}] {path}（{where}）\n    “{citation.text}”"
