"""Blocks whose events cost no more than what they change."""

from collections.abc import Mapping
from copy import copy
from typing import Any

import gradio as gr


class Light(gr.Blocks):
    """As Gradio's, but a component that an event leaves alone is left alone.

    Gradio makes such a component anew, with its settings, at each step of each event; on a page
    of many parts that costs more than finding the answer.
    """

    async def postprocess_data(self, block_fn: Any, predictions: Any, state: Any) -> list[Any]:
        """What goes to the browser: a value an output, ``gr.skip()`` for one left alone."""
        given = _given(predictions, block_fn.outputs)
        if given is None:
            return await super().postprocess_data(block_fn, predictions, state)
        changed = copy(block_fn)
        changed.outputs = [part for part in block_fn.outputs if part._id in given]
        values = [given[part._id] for part in changed.outputs]
        told = values[0] if len(values) == 1 else values
        sent = iter(await super().postprocess_data(changed, told, state) if values else ())
        return [
            next(sent) if part._id in given else None if part.stateful else gr.skip()
            for part in block_fn.outputs
        ]


def _given(predictions: Any, outputs: Any) -> Mapping[int, Any] | None:
    """The new values by the number of their component; None for what is no such dictionary, or
    names a component that is no output."""
    if not isinstance(predictions, dict) or not predictions:
        return None
    known = {part._id for part in outputs}
    if not all(getattr(part, "_id", None) in known for part in predictions):
        return None
    return {part._id: value for part, value in predictions.items() if value != gr.skip()}
