"""Who sits before the page."""

import gradio as gr

from rag.settings import settings


def visitor(request: gr.Request) -> str:
    """The name that a person signed in with; without sign-in that of the settings."""
    return request.username or settings().user
