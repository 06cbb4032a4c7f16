"""Who did what: ``audit.jsonl`` in the library, to which lines are only ever added.

It is read together with the logs of checks and of the doors for programs, which stand beside it.
No password and no key is ever handed to it.
"""

import json
import logging
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from rag import journal

FILE = "audit.jsonl"

SIGNED_IN = "user:"
"""Stands before the name of a user where else the name of a key does; no key is called so."""

_CHECKS, _DOORS = "checks.jsonl", "api.jsonl"

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Act:
    """Something that was done. ``when`` is in UTC; ``what`` is the question, file or name it was
    done to; ``sources`` is what was cited."""

    when: datetime
    user: str
    did: str
    what: str = ""
    sources: tuple[Mapping[str, Any], ...] = ()


def entry(act: Act) -> dict[str, Any]:
    """A line of the log."""
    return {
        "when": act.when.isoformat(timespec="seconds"),
        "user": act.user,
        "did": act.did,
        "what": act.what,
        "sources": list(act.sources),
    }


def note(home: Path | None, act: Act) -> None:
    """Adds an act to the log of a library (None: nowhere); it is on the disk when this returns.

    That it cannot be written is told in the program's log: nobody is kept from working by it.
    """
    if home is None:
        return
    try:
        journal.append(home / FILE, entry(act), lasting=True)
    except OSError as error:
        log.error("an act was not noted: %s", error)


def acts(home: Path) -> tuple[Act, ...]:
    """All that was noted in a library, oldest first. A line that is none is passed over."""
    found = [
        *(_act(line) for line in _lines(home / FILE)),
        *(_act({**line, "did": "check", "what": line["text"]}) for line in _lines(home / _CHECKS)),
        *(_by_program(line) for line in _lines(home / _DOORS)),
    ]
    return tuple(sorted(found, key=lambda act: act.when))


def _act(line: Mapping[str, Any]) -> Act:
    when = datetime.fromisoformat(line["when"])
    return Act(when, line["user"], line["did"], line["what"], tuple(line["sources"]))


def _by_program(line: Mapping[str, Any]) -> Act:
    """What was asked at a door for programs, with a key or by who is signed in."""
    key = line["key"]
    who = key.removeprefix(SIGNED_IN) if key.startswith(SIGNED_IN) else f"key:{key}"
    asked = {"user": who, "did": f"api:{line['door']}", "what": line["asked"]}
    return _act({**line, **asked})


def _lines(path: Path) -> Iterator[Mapping[str, Any]]:
    """The lines of a log; one that an interruption left half written is passed over."""
    try:
        with path.open(encoding="utf-8") as file:
            for line in file:
                try:
                    read = json.loads(line)
                except ValueError:
                    continue
                if isinstance(read, dict) and "when" in read:
                    yield read
    except FileNotFoundError:
        return
