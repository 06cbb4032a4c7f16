"""File formats: one file each, named in this list."""

from pathlib import Path

from corpus.errors import UnreadableFile
from corpus.formats.csv import CSV
from corpus.formats.docx import DOCX
from corpus.formats.eml import EML
from corpus.formats.html import HTML, MHT
from corpus.formats.markdown import MARKDOWN
from corpus.formats.ofd import OFD
from corpus.formats.office import OFFICE
from corpus.formats.package import LARGEST
from corpus.formats.pdf import PDF
from corpus.formats.text import TEXT
from corpus.formats.types import Format, Raw
from corpus.formats.xlsx import XLSX

FORMATS: tuple[Format, ...] = (
    *(TEXT, DOCX, PDF, OFD, HTML, MHT, MARKDOWN),
    *(CSV, XLSX, EML, OFFICE),
)

SUFFIXES: tuple[str, ...] = tuple(suffix for format_ in FORMATS for suffix in format_.suffixes)


def read_raw(path: Path) -> Raw:
    """The text of a file by the reader of its suffix. Raises ``UnreadableFile``."""
    for format_ in FORMATS:
        if path.suffix.lower() in format_.suffixes:
            return _read(format_, path)
    raise UnreadableFile(f"{path.name} 的格式不支持；现在能读：{'、'.join(SUFFIXES)}。")


def _read(format_: Format, path: Path) -> Raw:
    try:
        if path.stat().st_size > LARGEST:
            raise UnreadableFile(f"{path.name} 超过 200 MB，未读取；请分成几个文件。")
        raw = format_.read(path)
    except PermissionError:
        raise UnreadableFile(f"{path.name} 没有读取权限。") from None
    except OSError as error:
        raise UnreadableFile(f"{path.name} 读取失败：{error.strerror or error}。") from None
    if not raw.text.strip():
        raise UnreadableFile(f"{path.name} 是空的，没有文字。")
    return raw
