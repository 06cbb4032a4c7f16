"""What a person decided about documents: fields that were read wrong, files that are not wanted.

It is kept in ``HOME/corrections.json`` and nowhere else. Everything else in a home can be made
again from the files; this cannot. So it has a file of its own that can be read, mended, copied
and compared, written whole or not at all, and out of reach of a damaged catalogue or index.

    {"corrected": {"a.txt": {"place": "浙江", "year": 2026}}, "removed": ["/reports/b.txt"]}
"""

import json
import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any

from corpus.errors import UserError
from corpus.gazetteer import known
from corpus.identify import report_title, short_place
from corpus.seat import government, seat_of
from corpus.types import KIND_NAMES, Identity, Kind

NAMES = ("title", "place", "year", "kind", "date", "speaker")
"""The fields that can be corrected, as the command line and the file name them."""

_FIRST, _LAST = 1949, 2100
_LONGEST = 200


@dataclass(frozen=True, slots=True)
class Fields:
    """Corrected fields of an identity; None leaves a field as it was read."""

    title: str | None = None
    place: str | None = None
    year: int | None = None
    kind: Kind | None = None
    delivered: date | None = None
    speaker: str | None = None


@dataclass(frozen=True, slots=True)
class Corrections:
    """``fields`` by source; ``removed`` are paths of files that are left out."""

    fields: Mapping[str, Fields] = field(default_factory=dict)
    removed: frozenset[str] = frozenset()


def file(home: Path) -> Path:
    """Where the corrections of a home lie."""
    return home / "corrections.json"


def corrected(identity: Identity, fields: Fields) -> Identity:
    """The identity with the fields in place; the title of a report follows place and year, the
    level and the issuing body follow the place."""
    given = {name: value for name, value in _pairs(fields) if value is not None}
    changed = replace(identity, **given)
    if changed.place != identity.place:
        seat = seat_of(changed.place)
        body = government(seat) if changed.kind in ("report", "plan") else ""
        changed = replace(changed, level=seat.level, body=body)
    named = report_title(identity.place, identity.year)
    ours = identity.kind != "report" or not identity.place or identity.title == named
    if fields.title is None and changed.kind == "report" and changed.place and ours:
        return replace(changed, title=report_title(changed.place, changed.year))
    return changed


def checked(given: Mapping[str, str]) -> Fields:
    """Fields as typed: title, place, year, kind, date, speaker. ``UserError`` says what is allowed.

    >>> checked({"place": "浙江省", "kind": "讲话"})
    Fields(title=None, place='浙江', year=None, kind='speech', delivered=None, speaker=None)
    """
    for name in given:
        if name not in NAMES:
            raise UserError(f"没有 {name} 这个字段；可以更正的是 {'、'.join(NAMES)}。")
    return Fields(
        title=_text("title", given),
        place=short_place(_text("place", given) or "") or None,
        year=_year(given["year"]) if "year" in given else None,
        kind=_kind(given["kind"]) if "kind" in given else None,
        delivered=_day(given["date"]) if "date" in given else None,
        speaker=_text("speaker", given),
    )


def doubts(fields: Fields) -> tuple[str, ...]:
    """What is allowed but looks wrong, a sentence each."""
    place = fields.place
    if place and not known().by_short(place):
        return (f"地名表里没有“{place}”，照原样记下；提问时认不出它，在网页上可以选。",)
    return ()


def overlaid(old: Fields, new: Fields) -> Fields:
    """The old fields with the new ones in place."""
    return replace(old, **{name: value for name, value in _pairs(new) if value is not None})


def told(fields: Fields) -> dict[str, object]:
    """As the file and the command line write it: ``delivered`` is ``date``."""
    given = {name: value for name, value in _pairs(fields) if value is not None}
    day = given.pop("delivered", None)
    return given | ({"date": day.isoformat()} if day else {})


def load(home: Path) -> Corrections:
    """What was decided so far. Raises ``UserError`` that names the file where it makes no sense."""
    path = file(home)
    if not path.exists():
        return Corrections()
    try:
        content = dict(json.loads(path.read_text(encoding="utf-8-sig")))
        entries, removed = dict(content.get("corrected", {})), list(content.get("removed", []))
        fields = {str(source): _read(entry) for source, entry in entries.items()}
    except (OSError, ValueError, TypeError, AttributeError) as error:
        raise UserError(f"{path} 读不懂（{error}）；请改正，或移走它再重新更正。") from None
    except UserError as error:
        raise UserError(f"{path} 里有错：{error}") from None
    return Corrections(fields, frozenset(str(path) for path in removed))


def save(home: Path, corrections: Corrections) -> None:
    """Writes the file by one rename. Raises ``UserError`` where it cannot be written."""
    path = file(home)
    fresh = path.with_suffix(f".{os.getpid()}")
    content = {
        "corrected": {
            source: told(fields)
            for source, fields in sorted(corrections.fields.items())
            if fields != Fields()
        },
        "removed": sorted(corrections.removed),
    }
    try:
        text = json.dumps(content, ensure_ascii=False, indent=1) + "\n"
        fresh.write_text(text, encoding="utf-8")
        os.replace(fresh, path)
    except OSError as error:
        fresh.unlink(missing_ok=True)
        raise UserError(f"更正写不进 {path}：{error.strerror or error}。") from None


def _pairs(fields: Fields) -> list[tuple[str, Any]]:
    return [(name, getattr(fields, name)) for name in Fields.__slots__]


def _read(entry: Mapping[str, object]) -> Fields:
    return checked({name: str(value) for name, value in entry.items() if value is not None})


def _text(name: str, given: Mapping[str, str]) -> str | None:
    if name not in given:
        return None
    text = re.sub(r"\s+", " ", given[name]).strip()
    if not text or len(text) > _LONGEST:
        raise UserError(f"{name} 要是 1 到 {_LONGEST} 个字的文字，不能是“{given[name][:20]}”。")
    return text


def _year(given: str) -> int:
    text = given.strip().removesuffix("年")
    if not (text.isascii() and text.isdigit() and _FIRST <= int(text) <= _LAST):
        raise UserError(f"year 要是 {_FIRST} 到 {_LAST} 之间的年份，不能是“{given[:20]}”。")
    return int(text)


def _kind(given: str) -> Kind:
    for kind, name in KIND_NAMES.items():
        if given.strip() in (kind, name):
            return kind
    allowed = "、".join(f"{kind}（{name}）" for kind, name in KIND_NAMES.items())
    raise UserError(f"kind 只能是 {allowed}，不能是“{given[:20]}”。")


def _day(given: str) -> date:
    text = given.strip()
    try:
        if len(text) == len("2026-01-14"):
            return date.fromisoformat(text)
    except ValueError:
        pass
    raise UserError(f"date 要写成 2026-01-14 这样的日期，不能是“{given[:20]}”。")
