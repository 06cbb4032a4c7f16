"""The tab 评测 as Gradio components, and which event of it calls what."""

from typing import Any

import gradio as gr

from ui.evaluation import words
from ui.evaluation.page import EvaluationPage, EvaluationParts
from ui.evaluation.types import Chosen
from ui.side import html, listening
from ui.tab import Frame

TICK_SECONDS = 0.7


def layout() -> EvaluationParts:
    """What is run above, its report below it, beside it the questions that went wrong."""
    chosen, timer = gr.State(Chosen()), gr.Timer(TICK_SECONDS, active=False)
    with gr.Row(elem_id="zw-evaluation", elem_classes="zw-two"):
        with gr.Column(elem_id="zw-evaluation-work", elem_classes="zw-work"):
            with gr.Column(elem_id="zw-evaluation-composer", elem_classes="zw-field"):
                notice = html("zw-evaluation-notice", classes="zw-notice")
                with gr.Row(elem_id="zw-evaluation-tools", elem_classes="zw-tools"):
                    cases = gr.Dropdown(
                        [],
                        value=None,
                        label=words.cases("zh"),
                        elem_id="zw-evaluation-cases",
                        elem_classes="zw-list",
                        min_width=0,
                        scale=0,
                    )
                    upload = gr.UploadButton(
                        words.upload("zh"),
                        file_types=[".jsonl"],
                        size="sm",
                        elem_id="zw-evaluation-upload",
                    )
                    stop = gr.Button(
                        words.stop("zh"), visible=False, size="sm", elem_id="zw-evaluation-stop"
                    )
                    run = gr.Button(
                        words.run("zh"), variant="primary", size="sm", elem_id="zw-evaluation-run"
                    )
                progress = html("zw-evaluation-progress")
            sheet = html("zw-evaluation-sheet", listening("kind", "report"))
        with gr.Column(elem_id="zw-evaluation-side", elem_classes="zw-side"):
            failed = html("zw-evaluation-failed")
    follow = "zhengwen.followTaken(element, watch);"
    taken = html("zw-evaluation-taken", follow, classes="zw-unseen")
    return EvaluationParts(
        *(chosen, timer, cases, upload, run, stop, notice, progress, sheet, failed, taken)
    )


def connect(page: EvaluationPage, frame: Frame) -> None:
    """Which event calls what; an evaluation runs beside the page and holds nobody up."""
    p = page.parts
    quick: dict[str, Any] = {
        "outputs": [getattr(p, name) for name in p.__slots__],
        "queue": False,
        "show_progress": "hidden",
        "api_visibility": "private",
    }
    looked = [p.chosen, frame.language]
    frame.tab.select(page.refresh, looked, **quick)
    frame.header.switch(page.switch, [p.chosen], **quick)
    p.timer.tick(page.follow, looked, **quick)
    p.cases.input(page.choose, [p.cases, *looked], **quick)
    p.upload.upload(page.upload, [p.upload, *looked], **quick)
    p.run.click(page.evaluate, looked, **quick)
    p.stop.click(page.stop_evaluation, looked, **quick)
    p.sheet.kind(page.look, looked, **quick)
    p.sheet.report(page.take, looked, **quick)
