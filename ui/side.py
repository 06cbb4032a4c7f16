"""The right side of a tab: evidence as cards, and a source as a sheet over them."""

import gradio as gr


def side(elem_id: str, evidence_events: str = "open") -> tuple[gr.HTML, gr.HTML]:
    """The evidence and the viewer, called ``{elem_id}-evidence`` and ``{elem_id}-viewer``.

    The evidence has the event ``open`` of a card that was clicked, the viewer the events
    ``close``, and ``open`` of a button that turns to another source.
    """
    with gr.Column(elem_id=f"{elem_id}-side", elem_classes="zw-side"):
        evidence = html(
            f"{elem_id}-evidence", listening(*evidence_events.split()), classes="zw-evidence"
        )
        viewer = html(
            f"{elem_id}-viewer",
            f"{listening('close', 'open', 'link')}zhengwen.followViewer(element, trigger, watch);",
            classes="zw-viewer",
        )
    return evidence, viewer


def html(
    elem_id: str, script: str | None = None, value: str = "", classes: str | None = None
) -> gr.HTML:
    """A part of the page that is HTML of our own, escaped by what makes it."""
    return gr.HTML(
        value,
        elem_id=elem_id,
        elem_classes=classes,
        js_on_load=script,
        apply_default_css=False,
    )


def listening(*events: str) -> str:
    """The script that sends clicks on ``[data-event]`` to the server under these names."""
    return f"zhengwen.listen(element, trigger, {list(events)!r});"
