"""The numbers that Word counts itself: 一、 （一） 1. before a paragraph, as they are printed."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from corpus.formats.package import attribute, child, local

if TYPE_CHECKING:
    from lxml.etree import _Element

_HAN = "零一二三四五六七八九"
_LEGAL = str.maketrans("一二三四五六七八九十百千", "壹贰叁肆伍陆柒捌玖拾佰仟")
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_ROMAN = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
_DEEPEST_STYLE = 20


@dataclass(frozen=True, slots=True)
class _Level:
    """One level of a list: where it starts, how it counts, its pattern (``（%1）``), its style."""

    start: int = 1
    kind: str = "decimal"
    pattern: str = ""
    style: str = ""


@dataclass(frozen=True, slots=True)
class _List:
    """A list: the counter it shares with others, and its levels."""

    counter: str
    levels: Mapping[int, _Level]


@dataclass(slots=True)
class Numbering:
    """Counts the paragraphs of a document in their order."""

    lists: Mapping[str, _List] = field(default_factory=dict)
    styles: Mapping[str, "_Element"] = field(default_factory=dict)
    counts: dict[str, dict[int, int]] = field(default_factory=dict)

    def prefix(self, paragraph: "_Element") -> str:
        """What is printed before the paragraph: ``（二）``, or nothing."""
        number, depth = self._place(paragraph)
        found = self.lists.get(number)
        if found is None or depth not in found.levels:
            return ""
        counts = self.counts.setdefault(found.counter, {})
        counts[depth] = counts.get(depth, found.levels[depth].start - 1) + 1
        for deeper in [level for level in counts if level > depth]:
            del counts[deeper]
        level = found.levels[depth]
        if level.kind in ("bullet", "none"):
            return ""
        text = level.pattern
        for above in range(depth + 1):
            shown = found.levels.get(above, _Level())
            text = text.replace(
                f"%{above + 1}", written(counts.get(above, shown.start), shown.kind)
            )
        return text + " " * text[-1:].isascii()

    def _place(self, paragraph: "_Element") -> tuple[str, int]:
        """The list and the level of a paragraph: its own, else those of its style."""
        own = child(paragraph, "pPr", "numPr")
        number, depth = _setting(own, "numId"), _setting(own, "ilvl")
        style = _setting(child(paragraph, "pPr"), "pStyle")
        name = style
        for _ in range(_DEEPEST_STYLE):
            if number or name not in self.styles:
                break
            given = child(self.styles[name], "pPr", "numPr")
            number, depth = _setting(given, "numId"), depth or _setting(given, "ilvl")
            if number and not depth:
                depth = self._linked(number, name)
            name = _setting(self.styles[name], "basedOn")
        return number, _whole(depth, 0)

    def _linked(self, number: str, style: str) -> str:
        levels = self.lists[number].levels if number in self.lists else {}
        return next((str(depth) for depth, level in levels.items() if level.style == style), "")


def numbering(numbers: "_Element | None", styles: "_Element | None") -> Numbering:
    """The lists of ``numbering.xml`` and the styles of ``styles.xml``; either may be missing."""
    abstract = {}
    lists: dict[str, _List] = {}
    for element in () if numbers is None else numbers:
        if local(element) == "abstractNum":
            levels = (inner for inner in element if local(inner) == "lvl")
            abstract[attribute(element, "abstractNumId")] = dict(map(_level, levels))
        elif local(element) == "num":
            name, base = attribute(element, "numId"), _setting(element, "abstractNumId")
            changed = [inner for inner in element if local(inner) == "lvlOverride"]
            levels_of = dict(abstract.get(base, {}))
            for override in changed:
                depth = _whole(attribute(override, "ilvl"), 0)
                levels_of[depth] = _overridden(override, levels_of.get(depth, _Level()))
            lists[name] = _List(f"{name} " if changed else base, levels_of)
    known = () if styles is None else styles
    return Numbering(
        lists, {attribute(style, "styleId"): style for style in known if local(style) == "style"}
    )


def written(number: int, kind: str) -> str:
    """A number as Word prints it in a kind of numbering.

    >>> written(12, "chineseCounting"), written(3, "decimalEnclosedCircle"), written(2, "decimal")
    ('十二', '③', '2')
    """
    if kind.startswith(("chinese", "japaneseCounting", "taiwanese", "ideographDigital")):
        text = _han(number)
        return text.translate(_LEGAL) if "egal" in kind else text
    if kind.startswith("decimalEnclosedCircle") and 1 <= number <= 20:
        return chr(0x2460 + number - 1)
    if kind == "ideographTraditional" and 1 <= number <= 10:
        return _STEMS[number - 1]
    if kind in ("lowerLetter", "upperLetter") and 1 <= number <= 26:
        return chr(ord("a" if kind == "lowerLetter" else "A") + number - 1)
    if kind in ("lowerRoman", "upperRoman") and 1 <= number < 40:
        return _roman(number).upper() if kind == "upperRoman" else _roman(number)
    return str(number)


def _han(number: int) -> str:
    if not 0 < number < 1000:
        return str(number)
    hundreds, rest = divmod(number, 100)
    tens, ones = divmod(rest, 10)
    text = _HAN[hundreds] + "百" if hundreds else ""
    if tens:
        text += ("" if tens == 1 and not hundreds else _HAN[tens]) + "十"
    elif hundreds and ones:
        text += "零"
    return text + (_HAN[ones] if ones else "")


def _roman(number: int) -> str:
    text = ""
    for value, sign in _ROMAN:
        text += sign * (number // value)
        number %= value
    return text


def _level(element: "_Element") -> tuple[int, _Level]:
    return _whole(attribute(element, "ilvl"), 0), _Level(
        _whole(_setting(element, "start"), 1),
        _setting(element, "numFmt") or "decimal",
        _setting(element, "lvlText"),
        _setting(element, "pStyle"),
    )


def _overridden(override: "_Element", level: _Level) -> _Level:
    inner = child(override, "lvl")
    level = _level(inner)[1] if inner is not None else level
    start = _setting(override, "startOverride")
    return _Level(_whole(start, level.start), level.kind, level.pattern, level.style)


def _setting(element: "_Element | None", name: str) -> str:
    found = child(element, name)
    return "" if found is None else attribute(found, "val")


def _whole(text: str, absent: int) -> int:
    return int(text) if text.isdecimal() and len(text) < 6 else absent
