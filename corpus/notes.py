"""Notes and glossaries at the end of a document, each tied to the term it defines.

Offices print them as 1.“五大工程”：…, ［2］六横六纵：…, ①…, with the definition on the same line or
on the next, under 名词解释, 注释 or nothing; the term far above carries the marker glued to it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from corpus.types import Document

_CIRCLED = "①-⑳㉑-㉟㊱-㊿"
_HEADING = re.compile(
    r"^(?:附件\s*\d*|附录\s*\d*|附)?[\s:：]*[《“(（]?[^\n。；]{0,18}?(?:名词|用语|术语|词语|词汇)"
    r"(?:解释|注释|说明|释义|注解)[)）]?[:：]?$|^(?:相关)?注(?:释|解)?[:：]?$|^注(?:释)?[:：](?=\s*[［\[〔【(（①\d])",
    re.MULTILINE,
)
_NEXT_PART = re.compile(
    r"^附(?:件|录|表)\s*\d*(?![^\n]*(?:解释|注释))[^\n。；]{0,40}$", re.MULTILINE
)
_BARE_HEADING = re.compile(r"[［〔【\[]1[］〕】\]]|①")
_ENTRY = re.compile(
    r"[＠*]?(?:[［\[〔【(（](?P<b>[\d０-９]{1,3})[］\]〕】)）]|"
    rf"(?P<c>[{_CIRCLED}])|(?P<d>[\d０-９]{{1,3}})[.．、：])\s*"
)
_MARK = re.compile(r"(?<=[^\s。；：])[［\[〔【]\s?(?P<n>[0-9]{1,3})\s?[］\]〕】]")
_BREAK = re.compile(r"(?:^|(?<=[。；\n]))[ \t\u3000]*(?=[＠*［\[〔【(（\d０-９①-㊿])", re.MULTILINE)
_COLON = re.compile(r"[：:]")
_MEANS = re.compile(r"(?<=[^\s立随当])(?:，|,)?(?:是指|即|指的是|指)")
_TAIL = re.compile(r"(?<=[。；！”）)])(?:\n[^\n]{0,40}(?<![。；！”]))+$")
_CORE = re.compile(r"“[^“”]{2,12}”")
_QUOTES = '“”"‘’'
_STOPS = "，。；：！？、,;:!?\n（）()"
_LONGEST_TERM = 48
_LONGEST_GLUED = 16
_GAP = 3
_MOST_SECTIONS, _MOST_PLACES = 6, 500
"""Of a document, and of a note's markers and uses; what goes past this is passed over."""


@dataclass(frozen=True, slots=True)
class Note:
    """A term and its definition, ``text[start:end]``, without the term and its number.

    ``markers`` are where the number stands in the text above (［2］), ``uses`` where the term does;
    both are spans, in order. ``number`` is 0 where the note has none.
    """

    term: str
    number: int
    start: int
    end: int
    markers: tuple[tuple[int, int], ...]
    uses: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class _Entry:
    number: int
    circled: bool
    bracketed: bool
    at: int
    start: int
    end: int


def notes(document: Document) -> tuple[Note, ...]:
    """The notes of a document, in order; empty where it has none."""
    text = document.text
    sections = list(islice(_sections(text), _MOST_SECTIONS))
    if not sections:
        return ()
    bare = _Bare(text, sections)
    return tuple(
        note
        for start, end in sections
        for entry in _entries(text, start, end)
        if (note := _note(text, entry, bare))
    )


def by_name(found: tuple[Note, ...]) -> dict[str, Note]:
    """The notes by the names that they define, without quotes; the first of each name."""
    return {name: note for note in reversed(found) for name in _names(note.term)}


def defined(found: tuple[Note, ...], term: str) -> Note | None:
    """The note that defines a term, whatever quotes either is written in."""
    return by_name(found).get(_without_quotes(term))


def _sections(text: str) -> Iterator[tuple[int, int]]:
    """Where the notes begin, past their heading, and end."""
    found = False
    for heading in _HEADING.finditer(text):
        following = _NEXT_PART.search(text, heading.end())
        end = following.start() if following else len(text)
        if next(_entries(text, heading.end(), end), None):
            found = True
            yield heading.end(), end
    if not found:
        yield from _bare_section(text)


def _bare_section(text: str) -> Iterator[tuple[int, int]]:
    """Notes without a heading: lines that open with [1], which the text above them carries."""
    for first in re.finditer(rf"^(?:{_BARE_HEADING.pattern})", text, re.MULTILINE):
        marker = first.group()
        above = text.find(marker, 0, first.start())
        if above > 0 and text[above - 1] not in "\n。；":
            yield first.start(), len(text)
            return


def _entries(text: str, start: int, end: int) -> Iterator[_Entry]:
    """The numbered entries of a section; a number counts only if it goes on from the last."""
    opened: list[tuple[int, int, re.Match[str]]] = []
    last = 0
    for place in _BREAK.finditer(text, start, end):
        found = _ENTRY.match(text, place.end(), end)
        number = _number(found) if found else 0
        if found and last < number <= last + _GAP and (last or number == 1):
            opened.append((number, place.end(), found))
            last = number
    for at, (number, begin, found) in enumerate(opened):
        stop = opened[at + 1][1] if at + 1 < len(opened) else end
        stop = begin + len(_TAIL.sub("", text[begin:stop].rstrip()))
        yield _Entry(number, bool(found["c"]), bool(found["b"]), begin, found.end(), stop)


def _number(found: re.Match[str]) -> int:
    circled = found["c"]
    if not circled:
        return int(found["b"] or found["d"])
    for first, value in (("①", 1), ("㉑", 21), ("㊱", 36)):
        if 0 <= ord(circled) - ord(first) < 20:
            return ord(circled) - ord(first) + value
    return 0


def _note(text: str, entry: _Entry, bare: "_Bare") -> Note | None:
    markers = tuple(_markers(text, entry, bare))
    head = text[entry.start : min(entry.end, entry.start + _LONGEST_TERM)]
    cut = _outside_quotes(_COLON, head.split("\n\n")[0]) or _MEANS.search(head.split("。")[0])
    if not cut and "\n" in head and text.find("\n", entry.start) < entry.end:
        cut = re.search(r"\n", head)
    if cut:
        term, start = head[: cut.start()].strip(), entry.start + cut.end()
    elif markers:
        term, start = _glued(text, markers[0][0]), entry.start
    else:
        return None
    start += len(text[start : entry.end]) - len(text[start : entry.end].lstrip())
    if not term or start >= entry.end:
        return None
    return Note(term, entry.number, start, entry.end, markers, tuple(bare.uses(term)))


def _outside_quotes(pattern: re.Pattern[str], head: str) -> re.Match[str] | None:
    """The first match that is not inside quotes."""
    for found in pattern.finditer(head):
        before = head[: found.start()]
        if before.count("“") == before.count("”") and before.count("《") == before.count("》"):
            return found
    return None


def _markers(text: str, entry: _Entry, bare: "_Bare") -> Iterator[tuple[int, int]]:
    """Where the number of a note stands above it, glued to a word."""
    if entry.circled:
        sign = re.escape(text[entry.at : entry.start].strip("＠* \t"))
        if not sign:
            return
        found = re.compile(rf"(?<=[^\s。；：]){sign}").finditer(text, 0, bare.first)
        yield from (mark.span() for mark in islice(found, _MOST_PLACES))
    else:
        yield from bare.marks.get(str(entry.number), [])[:_MOST_PLACES]


def _glued(text: str, at: int) -> str:
    """The words that a marker is glued to: a quoted phrase, else back to the last stop."""
    before = text[max(0, at - _LONGEST_GLUED) : at]
    quoted = re.search(r"“([^“”]+)”?$", before)
    if quoted:
        return quoted.group(1)
    return re.split(f"[{re.escape(_STOPS + _QUOTES)}]", before)[-1].strip()


def _names(term: str) -> tuple[str, ...]:
    """What a term is called, without quotes: “两重”、“两新” are two, 沪滇“16+16”园区 is one."""
    parts = re.split(r"”[、和与及]“", term) if re.fullmatch(r"“.*”", term) else [term]
    return tuple(name for part in parts if len(name := _without_quotes(part)) > 1)


def _without_quotes(term: str) -> str:
    return re.sub(rf"[{_QUOTES}\s]", "", term)


class _Bare:
    """The text above the notes without quotes and markers, to look terms up in."""

    def __init__(self, text: str, sections: list[tuple[int, int]]) -> None:
        self.first, self.whole = sections[0][0], text
        self.at = [
            at for at in range(self.first) if text[at] not in _QUOTES and not text[at].isspace()
        ]
        self.text = "".join(text[at] for at in self.at)
        self.marks: dict[str, list[tuple[int, int]]] = {}
        for mark in _MARK.finditer(text, 0, self.first):
            self.marks.setdefault(mark["n"], []).append(mark.span())

    def uses(self, term: str) -> Iterator[tuple[int, int]]:
        """The spans in the document at which the term stands, in order; where it never stands in
        full, those of what is quoted in it (“六横六纵”水网体系)."""
        spans = [span for name in _names(term) for span in islice(self._found(name), _MOST_PLACES)]
        if not spans:
            spans = [
                (start, start + len(core))
                for core in _CORE.findall(term)
                for start in islice(_starts(self.whole, core, self.first), _MOST_PLACES)
            ]
        yield from sorted(spans)

    def _found(self, name: str) -> Iterator[tuple[int, int]]:
        for start in _starts(self.text, name, len(self.text)):
            yield self.at[start], self.at[start + len(name) - 1] + 1


def _starts(text: str, name: str, end: int) -> Iterator[int]:
    start = text.find(name, 0, end)
    while start >= 0:
        yield start
        start = text.find(name, start + len(name), end)
