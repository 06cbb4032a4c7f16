"""A served page as a browser sees it below its looks: which event asks, and what follows it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

_BOX = "zw-box"


@dataclass(frozen=True, slots=True)
class Page:
    """The number of the event that asks with the data it takes, and the events that the browser
    sends once it has ended.

    Each is ``(number, data)``; what is kept on the server is sent as None.
    """

    ask: int
    blank: tuple[Any, ...]
    after: tuple[tuple[int, tuple[Any, ...]], ...]

    def asking(self, question: str) -> list[Any]:
        """The data of the event that asks a question."""
        return [question if given == _BOX else given for given in self.blank]


def page(config: Mapping[str, Any]) -> Page:
    """Reads the configuration that Gradio serves at ``/config``.

    Raises LookupError where there is no field to ask in.
    """
    parts = {part["id"]: part for part in config["components"]}
    box = next((i for i, part in parts.items() if part["props"].get("elem_id") == _BOX), None)
    if box is None:
        raise LookupError(_BOX)
    events = {event["id"]: event for event in config["dependencies"]}
    ask = next(i for i, event in events.items() if [box, "submit"] in event["targets"])
    after = tuple(
        (i, _data(event, parts)) for i, event in events.items() if event["trigger_after"] == ask
    )
    return Page(ask, _data(events[ask], parts), after)


def _data(event: Mapping[str, Any], parts: Mapping[int, Any]) -> tuple[Any, ...]:
    """What a browser sends with an event: values, the name of the field, None for what is kept on
    the server."""
    return tuple(_value(parts[given]) for given in event["inputs"])


def _value(part: Mapping[str, Any]) -> Any:
    if part["props"].get("elem_id") == _BOX:
        return _BOX
    return None if part["type"] == "state" else part["props"].get("value")
