"""Sets that others made, given by path; one loader a format, named here."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from corpus.errors import UserError
from eval.sets import ocnli, rgb, squad
from eval.sets.types import OutsideSet

SETS: Mapping[str, tuple[int, Callable[..., OutsideSet]]] = {
    "xquad-zh": (1, squad.load),
    "xquad-en-zh": (2, squad.load_english),
    "cmrc2018": (1, squad.load),
    "rgb-fact": (1, rgb.load),
    "ocnli-gov": (1, ocnli.load),
}
"""Name → how many files it takes (for xquad-en-zh the questions, then the paragraphs), loader."""


def outside(name: str, paths: Sequence[Path]) -> OutsideSet:
    """A set read from its files. Raises ``UserError`` that says what is wrong with them."""
    if name not in SETS:
        raise UserError(f"没有叫 {name} 的题集；有：{'、'.join(SETS)}。")
    count, load = SETS[name]
    if len(paths) != count:
        raise UserError(f"--set {name} 要用 --path 给出 {count} 个文件，现在是 {len(paths)} 个。")
    names = "、".join(str(path) for path in paths)
    try:
        found = load(*paths)
    except (KeyError, TypeError, IndexError, AttributeError, ValueError):
        raise UserError(f"{names} 不是 {name} 的格式。") from None
    if not found.cases:
        raise UserError(f"{names} 里没有题目。")
    return found
