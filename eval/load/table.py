"""How long people waited, as a table."""

from collections.abc import Mapping, Sequence

import numpy as np

from eval.load.visitor import Wait


def table(waits: Mapping[str, Sequence[Wait]]) -> str:
    """Markdown, a line a group: questions, faults, and in milliseconds the median until something
    is shown, the median, the 95th percentile and the longest until the answer has ended."""
    lines = [
        "| | questions | faults | first sign, median | median | p95 | longest |",
        "|---|--:|--:|--:|--:|--:|--:|",
    ]
    return "\n".join([*lines, *(_line(name, group) for name, group in waits.items())])


def _line(name: str, waits: Sequence[Wait]) -> str:
    good = [wait for wait in waits if not wait.fault]
    faults = len(waits) - len(good)
    if not good:
        return f"| {name} | {len(waits)} | {faults} | | | | |"
    first, last = (
        1000 * np.array(ends) for ends in ([w.first for w in good], [w.last for w in good])
    )
    shown = [np.median(first), np.median(last), np.quantile(last, 0.95), last.max()]
    cells = " | ".join(f"{one:.0f} ms" for one in shown)
    return f"| {name} | {len(waits)} | {faults} | {cells} |"
