"""A run written down for people: one HTML page, Markdown, and JSON."""

import json
import os
from pathlib import Path

from corpus.errors import UserError
from eval.change import Change
from eval.record import Record, to_dict

JSON = "report.json"


def write(run: Record, change: Change | None, folder: Path) -> Path:
    """Writes index.html, report.md and report.json into ``folder``; returns the page's path.

    Raises ``UserError`` where the folder cannot be written.
    """
    from eval.report.pages import html, markdown

    files = {
        "index.html": html(run, change),
        "report.md": markdown(run, change),
        JSON: json.dumps(to_dict(run, change), ensure_ascii=False, indent=1),
    }
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, text in files.items():
            fresh = folder / f"{name}.new"
            fresh.write_text(text, encoding="utf-8")
            os.replace(fresh, folder / name)
    except OSError as error:
        raise UserError(f"写不了 {folder}：{error.strerror or error}。") from None
    return folder / "index.html"
