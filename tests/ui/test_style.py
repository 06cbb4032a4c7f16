"""The colours can be read: WCAG 2.2 AA, 4.5 to 1, in both themes."""

import re
from pathlib import Path

import pytest

PAIRS = [
    *((front, back) for front in ("ink", "ink-soft", "accent") for back in ("paper", "card")),
    ("ink", "accent-soft"),
    ("accent", "accent-soft"),
    ("good", "good-soft"),
    ("good", "paper"),
    ("bad", "bad-soft"),
    ("unsure", "unsure-soft"),
    ("unsure", "paper"),
    *(("ink", back) for back in ("good-soft", "bad-soft", "unsure-soft")),
    ("mark-ink", "mark"),
    ("white", "accent-fill"),
    ("white", "accent-fill-hover"),
]


def colours(style: str, selector: str) -> dict[str, str]:
    """The variables of one rule that are colours."""
    rule = style.split(f"{selector} {{", 1)[1].split("}", 1)[0]
    return {"white": "#ffffff", **dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6});", rule))}


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2.2 defines it, 0 to 1."""
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("theme", [":root", ".dark"])
@pytest.mark.parametrize(("front", "back"), PAIRS)
def test_text_stands_out_from_its_ground(root: Path, theme: str, front: str, back: str) -> None:
    known = colours((root / "ui" / "style.css").read_text(encoding="utf-8"), theme)
    dark, light = sorted((luminance(known[front]), luminance(known[back])))
    assert (light + 0.05) / (dark + 0.05) >= 4.5


def test_nothing_is_fetched_by_style_or_script(root: Path) -> None:
    files = [file for kind in ("css", "js") for file in (root / "ui").rglob(f"*.{kind}")]
    assert {"style.css", "page.js"} <= {file.name for file in files}
    for file in files:
        content = file.read_text(encoding="utf-8")
        assert not re.search(r"https?:|@import|url\(|//[a-z]", content), file
