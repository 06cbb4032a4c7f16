"""Every event of the page is held to the role of who sent it, in the one place all come through.

Gradio publishes events as an interface for programs: what a button does not offer can still be
called. So it is not the page but the call that is refused.
"""

from collections.abc import Iterator, Mapping
from typing import Any

import gradio as gr

from rag.users.present import PRESENT, Person
from rag.users.roles import may
from ui.light import Light
from ui.roles import is_noted, needed
from ui.users import words
from ui.users.entry import PERSON
from ui.users.guests import Guests


class Watched(Light):
    """Blocks whose events are for guests only; without ``guests`` they are for anybody."""

    def __init__(self, guests: Guests | None, **options: Any) -> None:
        super().__init__(**options)
        self._guests = guests

    async def process_api(self, block_fn: Any, inputs: Any, *args: Any, **options: Any) -> Any:
        """As Gradio's, for who may."""
        if self._guests is None:
            return await super().process_api(block_fn, inputs, *args, **options)
        called = self.fns[block_fn] if isinstance(block_fn, int) else block_fn
        request = options.get("request")
        person = _person(request)
        if person is None:
            raise _refusal(words.NOT_SIGNED_IN)
        _admit(self._guests, called, inputs, person, request)
        PRESENT.set(person)
        if isinstance(request, gr.Request):
            request.username = person.name
        done = await super().process_api(block_fn, inputs, *args, **options)
        for path in paths(done.get("data")):
            self._guests.belongings.share(f"file:{path}", person.name)
        first = options.get("iterator") is None
        if first and called.fn and is_noted(called.fn):
            told = " ".join(_told(called, inputs, options.get("state")))
            self._guests.note(person.name, called.fn.__name__, told)
        return done


def _admit(guests: Guests, called: Any, inputs: Any, person: Person, request: Any) -> None:
    """Raises gr.Error for who may not call this, or not with these files, or not in this visit."""
    if called.fn and not may(person.role, needed(called.fn)):
        guests.note(person.name, "refused", called.fn.__name__)
        raise _refusal(words.NOT_ALLOWED)
    visit = getattr(request, "session_hash", None)
    mine = not visit or guests.belongings.take(f"visit:{visit}", person.name)
    if not mine or not all(guests.belongings.owns(f"file:{p}", person.name) for p in paths(inputs)):
        guests.note(person.name, "refused", "belongs to another")
        raise _refusal(words.NOT_YOURS)


def paths(inputs: Any) -> Iterator[str]:
    """Where the files lie that a call names, however deep."""
    if isinstance(inputs, Mapping):
        if isinstance(inputs.get("path"), str):
            yield inputs["path"]
        for inner in inputs.values():
            yield from paths(inner)
    elif isinstance(inputs, list | tuple):
        for inner in inputs:
            yield from paths(inner)


def _person(request: Any) -> Person | None:
    """Who sent the request that an event came with."""
    known = getattr(request, "request", None)
    person = known.scope.get(PERSON) if known is not None else None
    return person if isinstance(person, Person) else None


def _refusal(sentence: str) -> gr.Error:
    return gr.Error(sentence, title="政问", print_exception=False)


def _told(called: Any, inputs: Any, state: Any) -> Iterator[str]:
    """What a change is about: the names of files that were handed in, the document opened."""
    for given, block in zip(inputs, called.inputs, strict=False):
        if getattr(block, "stateful", False):
            source = getattr(state[block._id], "source", None) if state is not None else None
            if source:
                yield str(source)
        for one in given if isinstance(given, list) else [given]:
            if isinstance(one, Mapping) and one.get("orig_name"):
                yield str(one["orig_name"])
