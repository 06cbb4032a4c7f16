"""The look of Gradio's own controls: system fonts, colours from the variables of style.css."""

import gradio as gr
from gradio.themes import Base

PAPER, PAPER_DARK = "#fbfaf8", "#15171a"
INK, INK_DARK = "#1d2126", "#e7e6e3"


def theme() -> Base:
    """A theme that fetches no font; only the first paint needs colours before style.css."""
    plain = gr.themes.Base(
        font=["system-ui", "sans-serif"],
        font_mono=["ui-monospace", "monospace"],
        radius_size=gr.themes.sizes.radius_md,
    )
    return plain.set(
        body_background_fill=PAPER,
        body_background_fill_dark=PAPER_DARK,
        body_text_color=INK,
        body_text_color_dark=INK_DARK,
        color_accent="var(--accent)",
        **_VARIABLES,
        **{f"{name}_dark": value for name, value in _VARIABLES.items()},
    )


_VARIABLES = {
    "body_text_color_subdued": "var(--ink-soft)",
    "background_fill_primary": "var(--card)",
    "background_fill_secondary": "var(--paper)",
    "block_background_fill": "transparent",
    "block_border_width": "0px",
    "block_label_text_color": "var(--ink-soft)",
    "block_title_text_color": "var(--ink-soft)",
    "border_color_primary": "var(--line)",
    "border_color_accent": "var(--accent)",
    "color_accent_soft": "var(--accent-soft)",
    "input_background_fill": "transparent",
    "input_border_color": "var(--line)",
    "input_border_color_focus": "var(--accent)",
    "input_placeholder_color": "var(--ink-soft)",
    "input_shadow": "none",
    "input_shadow_focus": "none",
    "button_primary_background_fill": "var(--accent-fill)",
    "button_primary_background_fill_hover": "var(--accent-fill-hover)",
    "button_primary_border_color": "transparent",
    "button_primary_text_color": "#ffffff",
    "button_secondary_background_fill": "transparent",
    "button_secondary_background_fill_hover": "var(--accent-soft)",
    "button_secondary_border_color": "var(--line)",
    "button_secondary_text_color": "var(--ink)",
}
