"""Only what an event changes is touched."""

import asyncio
from copy import copy
from typing import Any

import gradio as gr
import pytest
from gradio.state_holder import SessionState

from ui.light import Light


def page(kind: type[gr.Blocks]) -> tuple[gr.Blocks, list[Any], SessionState]:
    """A page with an event over a field, a state, a list and a button."""
    with kind() as blocks:
        parts = [gr.Textbox(), gr.State("old"), gr.Dropdown(["a", "b"]), gr.Button("go")]
        gr.Button().click(lambda: None, None, parts)
    return blocks, parts, SessionState(blocks)


def sent(kind: type[gr.Blocks], *told: tuple[int, Any]) -> tuple[list[Any], set[int], Any]:
    """What goes to the browser, which parts were made anew, and the state."""
    return asyncio.run(_sent(kind, *told))


async def _sent(kind: type[gr.Blocks], *told: tuple[int, Any]) -> tuple[list[Any], set[int], Any]:
    blocks, parts, state = page(kind)
    (event,) = blocks.fns.values()
    predictions = {parts[at]: copy(value) for at, value in told}  # Gradio empties updates
    values = await blocks.postprocess_data(event, predictions, state)
    anew = {at for at, p in enumerate(parts) if not p.stateful and state[p._id] is not p}
    return values, anew, state[parts[1]._id]


@pytest.mark.parametrize(
    "told",
    [
        [(0, "typed")],
        [(0, "typed"), (1, "new")],
        [(1, None)],
        [(2, gr.update(choices=["c"], value="c"))],
        [(0, gr.skip()), (3, gr.update(visible=False))],
        [(0, gr.skip())],
        [(0, None), (1, "new"), (2, "b"), (3, "gone")],
    ],
)
def test_the_browser_is_sent_what_gradio_sends(told: list[tuple[int, Any]]) -> None:
    light, gradio = sent(Light, *told), sent(gr.Blocks, *told)
    assert light[0] == gradio[0]
    assert light[2] == gradio[2]


def test_what_is_left_alone_is_not_made_anew() -> None:
    assert 3 in sent(gr.Blocks, (0, "typed"))[1]
    assert 3 not in sent(Light, (0, "typed"))[1]
    assert 3 in sent(Light, (3, gr.update(visible=False)))[1]


def test_a_part_that_is_no_output_is_an_error_as_before() -> None:
    async def wrong() -> None:
        blocks, _, state = page(Light)
        (event,) = blocks.fns.values()
        with gr.Blocks():
            await blocks.postprocess_data(event, {gr.Textbox(): "x"}, state)

    with pytest.raises(ValueError, match="not specified as output"):
        asyncio.run(wrong())
