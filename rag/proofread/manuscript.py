"""A manuscript on disk: opened by its suffix, and saved with what was found written into it."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from corpus.errors import UnreadableFile, UserError
from corpus.formats import read_raw
from corpus.formats.text import decode
from rag.proofread.footnotes import footnoted, without_footnotes
from rag.proofread.remark import remark
from rag.proofread.report import to_dict
from rag.proofread.sentences import sentences, text_blocks
from rag.proofread.types import Block, Result, Sentence
from rag.proofread.word_text import WordFile, open_word

if TYPE_CHECKING:
    from docx.document import Document

SUFFIXES = (".docx", ".txt", ".md")


@dataclass(frozen=True, slots=True)
class Manuscript:
    """An opened manuscript: a Word file, or the text of a plain or Markdown file."""

    name: str
    blocks: tuple[Block, ...]
    word: WordFile | None = None
    text: str = ""
    markdown: bool = False

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        """All sentences in order."""
        return sentences(self.blocks, self.markdown)


def open_manuscript(path: Path) -> Manuscript:
    """The manuscript in a file. Raises ``UnreadableFile`` with one sentence where it cannot."""
    suffix = path.suffix.lower()
    if suffix not in SUFFIXES:
        raise UnreadableFile(f"{path.name} 不能核对；请另存为 {'、'.join(SUFFIXES)}。")
    if not path.is_file():
        raise UnreadableFile(f"没有 {path} 这个文件。")
    if suffix == ".docx":
        word = open_word(path)
        return Manuscript(path.name, word.blocks, word)
    read_raw(path)
    return of_text(decode(path.read_bytes())[0], path.name)


def of_text(text: str, name: str) -> Manuscript:
    """A manuscript of plain text, or of Markdown where its name says so."""
    markdown = name.lower().endswith(".md")
    text = without_footnotes(text.replace("\r\n", "\n").replace("\r", "\n"))
    return Manuscript(name, text_blocks(text, markdown), None, text, markdown)


def check_out(path: Path, manuscript: Manuscript) -> None:
    """Raises ``UserError`` where a result cannot be saved under such a name."""
    allowed = (".docx",) if manuscript.word else (".docx", ".md")
    if path.suffix.lower() not in allowed:
        raise UserError(f"--out 要以 {' 或 '.join(allowed)} 结尾，不能是 {path.name}。")


def save(path: Path, manuscript: Manuscript, result: Result, when: datetime) -> None:
    """Writes the manuscript with its findings: comments in Word, footnotes in Markdown.

    The opened manuscript is used up by it. Raises ``UserError``.
    """
    check_out(path, manuscript)
    try:
        if path.suffix.lower() == ".md":
            text = footnoted(manuscript.text, result, to_dict(result, when))
            path.write_text(text, encoding="utf-8")
        else:
            in_word(manuscript, result, when).save(str(path))
    except OSError as error:
        raise UserError(f"写不了 {path}：{error.strerror or error}。") from None


def in_word(manuscript: Manuscript, result: Result, when: datetime) -> "Document":
    """The manuscript as a Word document with its findings as comments and the report within.

    The opened manuscript is used up by it: its runs are split.
    """
    from rag.proofread.new_word import word_of
    from rag.proofread.word_comments import comment_on
    from rag.proofread.word_report import embed

    word = manuscript.word or word_of(manuscript)
    comment_on(word, ((found, remark(found)) for found in result.checked), when)
    embed(word.document, to_dict(result, when))
    return word.document
