"""Text in pictures, by RapidOCR, which brings its models; it is there with the extra "ocr"."""

import re
from collections.abc import Callable
from statistics import median
from typing import TYPE_CHECKING, Any

from corpus.formats.layout import Page, Run

if TYPE_CHECKING:
    from pypdfium2 import PdfPage

INSTALL = "pip install 'zhengwen[ocr]'"
Reader = Callable[["PdfPage"], Page]

_DOTS_PER_POINT = 200 / 72
_MOST_DOTS = 4000
_LEAST_SURE = 0.5
_SIZE_OF_BOX = 0.8
_HALF = re.compile(r"(?<=[一-鿿）])[,:;!?()]|[,:;!?()](?=[一-鿿（])")
_FULL = str.maketrans(",:;!?()", "，：；！？（）")


def reader() -> Reader | None:
    """What reads the picture of a page; None where the extra is not installed."""
    try:
        from rapidocr import RapidOCR
    except ImportError:
        return None
    engine = RapidOCR(params={"Global.log_level": "critical"})
    return lambda page: _page(engine, page)


def _page(engine: Any, page: "PdfPage") -> Page:
    width, height = page.get_size()
    scale = min(_DOTS_PER_POINT, _MOST_DOTS / max(width, height, 1.0))
    picture = page.render(scale=scale).to_numpy()
    found = engine(picture)
    if found.boxes is None:
        return Page((), float(picture.shape[0]))
    sure = [
        (box, text)
        for box, text, score in zip(found.boxes, found.txts, found.scores, strict=True)
        if score >= _LEAST_SURE and text.strip()
    ]
    usual = median([_height(box) for box, _ in sure] or [1.0])
    return Page(tuple(_run(box, text, usual) for box, text in sure), float(picture.shape[0]))


def _height(box: Any) -> float:
    return float(box[:, 1].max() - box[:, 1].min())


def _run(box: Any, text: str, usual: float) -> Run:
    """A line of text; heights near the usual one differ by chance only."""
    height = _height(box)
    size = _SIZE_OF_BOX * (usual if 0.75 < height / usual < 1.3 else height)
    (left, top), (right, bottom) = box.min(axis=0), box.max(axis=0)
    text = _HALF.sub(lambda found: found[0].translate(_FULL), text.strip())
    return Run(text, float(left), float(right), float(top), float(bottom), size)
