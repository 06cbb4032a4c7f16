"""What a document is: place, year, kind, dates, speaker, meeting, and what says so.

Its content decides, then its name; what its front matter says goes before both.
"""

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from corpus import seat as seats
from corpus import top as tops
from corpus.evidence import Confidence, Evidence, Where, folded
from corpus.places import find
from corpus.seat import Seat
from corpus.types import KIND_NAMES, Identity, Kind

_NATIONAL = re.compile(r"国务院(?:总理|政府|副总理)|届全国人民代表大会|全国人大.{0,4}次会议")
_OTHER_REPORT = re.compile(
    r"法院|检察院|常务委员会|常委会|政协|(?:计划|预算)[一-鿿]{0,4}(?:执行|草案)|决算"
)
_GOVERNMENT = re.compile(r"政府工作报告|政府的?工作的?报告")
_ORDER: tuple[Confidence, ...] = ("guess", "likely", "sure")
_FIRST_LINES = 120
_MOSTLY = 0.5
_ISSUED = ("report", "plan")

Said = Evidence | None


def identify(text: str, raw: str, name: str, fields: Mapping[str, str]) -> Identity:
    """The identity of a cleaned ``text``; ``raw`` is the text before cleaning (it holds the dates
    of publication), ``name`` the file's name without ending, ``fields`` the front matter."""
    return _identified(text, raw, name, fields)[0]


def identity_evidence(
    text: str, raw: str, name: str, fields: Mapping[str, str]
) -> tuple[Evidence, ...]:
    """What says each field that ``identify`` finds for the same arguments: one entry a field, in
    the order of the fields. A field that was not found has none."""
    return _identified(text, raw, name, fields)[1]


def report_title(place: str, year: int | None) -> str:
    """The title of a report as we cite it: 2026年浙江省政府工作报告."""
    return _titled(seats.seat_of(place), year)


def short_place(place: str) -> str:
    """The short name of a place that is given by its full name (浙江省); others as they are."""
    whole = [m for m in find(place, country=True) if not (place[: m.start] or place[m.end :])]
    return whole[0].place.short if whole else place


def _identified(
    text: str, raw: str, name: str, fields: Mapping[str, str]
) -> tuple[Identity, tuple[Evidence, ...]]:
    read, said = _read(text, raw, name)
    identity, given = _with_fields(read, fields)
    evidence = {one.field: one for one in [*said, *given] if one}
    return identity, tuple(evidence[field] for field in Identity.__slots__ if field in evidence)


def _read(text: str, raw: str, name: str) -> tuple[Identity, list[Said]]:
    top = tops.top(text, name)
    kind, kind_said = tops.kind(top)
    delivered, delivered_said = tops.delivered(top, kind)
    meeting, meeting_said = tops.meeting(top)
    year, year_said = tops.year(top, delivered, delivered_said)
    seat, place_said = _seat(top, meeting, kind)
    published, published_said = tops.published(folded(raw[:1500]), delivered)
    speaker, speaker_said = tops.speaker(top, kind)
    title, title_said = _title(top, kind, seat, year, [place_said, year_said])
    body, body_said = _body(top, kind, seat, place_said)
    identity = Identity(
        title=title,
        place=seat.short,
        year=year,
        kind=kind,
        delivered=delivered,
        published=published,
        speaker=speaker,
        meeting=meeting,
        level=seat.level,
        body=body,
    )
    said = [title_said, place_said, year_said, kind_said, delivered_said, published_said]
    level_said = _derived("level", place_said) if seat.level else None
    return identity, [*said, speaker_said, meeting_said, level_said, body_said]


def _seat(top: tops.Top, meeting: str, kind: Kind) -> tuple[Seat, Said]:
    """The place of the meeting, else of the first lines, else the place named most often."""
    return (
        _seat_of_meeting(top, meeting) or _country(top, meeting, kind) or _seat_of_text(top, kind)
    )


def _seat_of_meeting(top: tops.Top, meeting: str) -> tuple[Seat, Said] | None:
    seat = seats.named(meeting)
    if not (seat and top.session):
        return None
    span = top.session.span("meeting")
    return seat, top.tight.quoted("place", span, "session line", "sure")


def _country(top: tops.Top, meeting: str, kind: Kind) -> tuple[Seat, Said] | None:
    """The whole country, where its congress meets or somebody speaks for the State Council."""
    seat = seats.seat_of(seats.COUNTRY)
    if top.session and "全国人" in meeting:
        span = top.session.span("meeting")
        return seat, top.tight.quoted("place", span, "session line", "sure")
    national = _NATIONAL.search(top.head.text[:200])
    if national:
        return seat, top.head.quoted("place", national.span(), "first lines", "sure")
    address = seats.spoken_for(top.head.text) if kind == "report" else None
    if address and "国务院" in address["body"]:
        return seat, top.head.quoted("place", address.span("body"), "address", "sure")
    return None


def _seat_of_text(top: tops.Top, kind: Kind) -> tuple[Seat, Said]:
    """The place of the title, else the one that most of the text names, else of the first lines
    or of the file's name."""
    often, often_said = _seat_counted(top.text)
    if kind == "interview" and often:
        return often, often_said
    lines = top.before(_FIRST_LINES)
    first = seats.named(lines)
    first_said = _in_first_lines(top, lines[first.start : first.end]) if first else None
    mostly = often_said is not None and often_said.confidence == "likely"
    if first and first_said and (first_said.where == "title" or not mostly):
        return first, first_said
    named = None if mostly else seats.named(top.name)
    if named:
        quote = top.name[named.start : named.end]
        return named, Evidence("place", "file name", quote, None, "likely")
    return often or Seat("", "", ""), often_said


def _in_first_lines(top: tops.Top, words: str) -> Evidence:
    """Evidence for words that stand in the first lines, whatever was left out before them."""
    start = max(top.head.text.find(words), 0)
    span = start, start + len(words)
    if start < top.title:
        return top.head.quoted("place", span, "title", "sure")
    return top.head.quoted("place", span, "first lines", "likely")


def _seat_counted(text: str) -> tuple[Seat | None, Said]:
    counted = seats.counted(text)
    if not counted:
        return None, None
    seat = counted.seat
    confidence: Confidence = "likely" if counted.part >= _MOSTLY else "guess"
    quote = text[seat.start : seat.end]
    return seat, Evidence("place", "most often named", quote, seat.start, confidence)


def _title(
    top: tops.Top, kind: Kind, seat: Seat, year: int | None, made_of: list[Said]
) -> tuple[str, Said]:
    """The title line, that of a government's report made whole with year and place."""
    lines = tops.title_lines(top.text)
    quote = top.text[: tops.title_end(top.text)].strip()
    said = Evidence("title", "title", quote, top.text.index(quote), "sure") if lines else None
    if kind != "report" or not seat.short or not _of_government(lines, seat):
        named = Evidence("title", "file name", top.name, None, "guess") if top.name else None
        return lines or top.name, said or named
    sure = min((_ORDER.index(one.confidence) for one in made_of if one), default=0)
    said = said or Evidence("title", "place", "", None, "guess")
    return _titled(seat, year), replace(said, confidence=_ORDER[sure])


def _of_government(lines: str, seat: Seat) -> bool:
    """Whether a report is the government's, not that of a court or on a budget."""
    other = _OTHER_REPORT.search(lines) and not _GOVERNMENT.search(lines)
    return seat.short == seats.COUNTRY or not other


def _titled(seat: Seat, year: int | None) -> str:
    body = "国务院" if seat.short == seats.COUNTRY else seat.name
    return f"{year or ''}{'年' if year else ''}{body}政府工作报告"


def _body(top: tops.Top, kind: Kind, seat: Seat, place_said: Said) -> tuple[str, Said]:
    """Who a report is given for or who sends a notice, as told; else the government of the place
    for a report or a plan."""
    head = top.text[: tops.HEAD]
    told = seats.spoken_for(head) if kind == "report" else None
    if kind in ("notice", "plan"):
        told = seats.issuer(head[:_FIRST_LINES])
    if told:
        where: Where = "address" if kind == "report" else "title"
        said = Evidence("body", where, told["body"], told.start("body"), "sure")
        return seats.in_full(told["body"], seat), said
    lines = tops.title_lines(top.text)
    if kind == "plan" or (kind == "report" and _of_government(lines, seat)):
        return seats.government(seat), _derived("body", place_said)
    return "", None


def _derived(field: str, place_said: Said) -> Said:
    """What follows from the place is no surer than the place, and no more than likely."""
    if not place_said:
        return None
    confidence: Confidence = "guess" if place_said.confidence == "guess" else "likely"
    confidence = place_said.confidence if field == "level" else confidence
    return replace(place_said, field=field, where="place", confidence=confidence)


def _with_fields(identity: Identity, fields: Mapping[str, str]) -> tuple[Identity, list[Said]]:
    """What the front matter says goes before what was read."""
    year = re.match(r"\d{4}", fields.get("year", ""))
    kind = fields.get("kind", "")
    day = re.search(r"(\d{4})[-年/.](\d{1,2})[-月/.](\d{1,2})", fields.get("date", ""))
    given: dict[str, Any] = {
        "title": fields.get("title"),
        "place": short_place(fields.get("place", "")),
        "year": int(year[0]) if year else None,
        "kind": next((k for k, n in KIND_NAMES.items() if kind in (k, n)), None),
        "delivered": tops.day(day.groups()) if day else None,
        "speaker": fields.get("speaker"),
        "meeting": fields.get("meeting"),
    }
    given = {field: value for field, value in given.items() if value}
    named = {"delivered": "date"}
    said: list[Said] = [
        Evidence(field, "front matter", fields[named.get(field, field)], None, "sure")
        for field in given
    ]
    if "place" in given:
        listed = seats.seat_of(given["place"])
        seat = listed if listed.level else seats.seat_of(fields["place"])
        official = seats.government(seat) if given.get("kind", identity.kind) in _ISSUED else ""
        given |= {"level": seat.level, "body": fields.get("body") or official}
        place_said = next(one for one in said if one and one.field == "place")
        said += [_derived(field, place_said) for field in ("level", "body") if given[field]]
    return replace(identity, digests=fields.get("digests", ""), **given), said
