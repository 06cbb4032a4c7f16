"""Rebuilds syllables.tsv: the characters of GB 2312 by their sound without tones, from pypinyin.

    pip install 'zhengwen[train]'
    python rag/data/make_syllables.py

``usual`` are the characters whose first reading it is, ``other`` those that have it besides.
"""

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

_ROWS, _CELLS = range(0xB0, 0xF8), range(0xA1, 0xFF)


def characters() -> Iterator[str]:
    """The Chinese characters of GB 2312 in their order."""
    for row in _ROWS:
        for cell in _CELLS:
            yield from bytes((row, cell)).decode("gb2312", "ignore")


def main() -> None:
    """Writes the table beside this file."""
    from pypinyin import Style, pinyin

    usual: dict[str, list[str]] = defaultdict(list)
    other: dict[str, list[str]] = defaultdict(list)
    for char in characters():
        first, *more = dict.fromkeys(pinyin(char, style=Style.NORMAL, heteronym=True)[0])
        usual[first].append(char)
        for sound in more:
            other[sound].append(char)
    lines = [
        f"{sound}\t{''.join(usual[sound])}\t{''.join(other[sound])}"
        for sound in sorted({*usual, *other})
    ]
    text = "\n".join(("sound\tusual\tother", *lines)) + "\n"
    Path(__file__).with_name("syllables.tsv").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
