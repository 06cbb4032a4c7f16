"""Plain text in any encoding a Chinese office uses; the encoding found is told, never hidden."""

import codecs
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from corpus.errors import UnreadableFile
from corpus.formats.front import split_front
from corpus.formats.magic import refuse_binary
from corpus.formats.types import Format, Raw

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_OTHERS = ("gb18030", "big5", "utf-16-le", "utf-16-be")
_DAMAGED = ("utf-8", "gb18030", "big5")
_LOST = "\ufffd"
_SAMPLE = 20_000
_LEAST_COMMON = 0.7
_MOST_LOST = 0.01


def decode(data: bytes) -> tuple[str, str]:
    """The text and the name of its encoding. Raises ``ValueError`` where none fits.

    A byte order mark decides, then strict UTF-8, then what reads most like Chinese. Where some
    bytes are damaged the rest is kept, with U+FFFD in their place: at most one character in 100.
    """
    for mark, name in _MARKS:
        if data.startswith(mark):
            return data.decode(name), name.removesuffix("-sig")
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        return _most_common(data, _OTHERS, "strict") or _damaged(data)


def _damaged(data: bytes) -> tuple[str, str]:
    found = _most_common(data, _DAMAGED, "replace")
    if found is None or found[0].count(_LOST) > _MOST_LOST * len(found[0]):
        raise ValueError("no encoding fits")
    return found


def _most_common(data: bytes, names: tuple[str, ...], errors: str) -> tuple[str, str] | None:
    """The reading with the largest share of common characters, if that is large enough."""
    readings = []
    for name in names:
        try:
            text = data.decode(name, errors)
        except UnicodeDecodeError:
            continue
        readings.append((_share_of_common(text[:_SAMPLE]), text, name))
    share, text, name = max(readings, key=lambda reading: reading[0], default=(0.0, "", ""))
    return (text, name) if share >= _LEAST_COMMON else None


def _share_of_common(text: str) -> float:
    known = _common()
    return sum(char in known for char in text) / max(len(text), 1)


@cache
def _common() -> frozenset[str]:
    """ASCII, punctuation, and the frequent characters, which GB 2312 and Big5 list first."""
    marks = (*range(0x2010, 0x2027), *range(0x3000, 0x3020), *range(0xFF00, 0xFF5F), 0xB7)
    plain = map(chr, (9, 10, 13, *range(0x20, 0x7F), *marks))
    frequent = (*_han("gb2312", range(0xB0, 0xD8)), *_han("big5", range(0xA4, 0xC7)))
    return frozenset((*plain, *frequent))


def _han(encoding: str, leads: range) -> Iterator[str]:
    """The Chinese characters of two bytes whose first byte is one of ``leads``."""
    for lead in leads:
        for trail in range(0x40, 0xFF):
            char = bytes((lead, trail)).decode(encoding, "ignore")
            if "\u4e00" <= char <= "\u9fff":
                yield char


def read_text(path: Path) -> Raw:
    """The text of a file and the fields above it. Raises ``UnreadableFile``."""
    data = path.read_bytes()
    refuse_binary(path, data)
    try:
        text, encoding = decode(data)
    except ValueError:
        raise UnreadableFile(
            f"{path.name} 不是可识别的文本编码（试过 UTF-8、UTF-16、GB18030、Big5）。"
        ) from None
    if "\x00" in text:
        raise UnreadableFile(f"{path.name} 含有二进制内容，不是文本文件。")
    fields, body = split_front(text.replace("\r\n", "\n").replace("\r", "\n"))
    return Raw(body, fields=fields, warnings=tuple(_warnings(text, encoding)))


def _warnings(text: str, encoding: str) -> list[str]:
    told = [] if encoding == "utf-8" else [f"按 {encoding.upper()} 编码读取"]
    lost = text.count(_LOST)
    return [*told, f"有 {lost} 处字节损坏，读不出来，以 {_LOST} 代替"] if lost else told


TEXT = Format("文本", (".txt",), read_text)
