"""Pieces of a drawing; lengths are in units of the drawing, which the page scales to its width."""

from ui.markup import element, text

WIDTH = 640


def drawing(inner: str, height: float, title: str) -> str:
    """A whole drawing with the name by which it is read aloud."""
    return element(
        "svg",
        element("title", text(title)) + inner,
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {WIDTH} {height:g}",
        role="img",
        aria_label=title,
        class_="plot-drawing",
    )


def label(x: float, y: float, said: str, kind: str, anchor: str = "middle") -> str:
    """A text whose ``anchor`` stands at a point."""
    return element("text", text(said), x=f"{x:.1f}", y=f"{y:.1f}", class_=kind, text_anchor=anchor)


def wide(said: str) -> float:
    """About how long a text is: a Chinese character is as wide as it is high."""
    return sum(13.0 if char > "\u2e7f" else 7.0 for char in said)
