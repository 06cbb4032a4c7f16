"""A question in traditional characters, read in simplified ones."""

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from opencc import OpenCC


def simplified(text: str) -> str:
    """The text in simplified characters; what holds none but those is returned as it is.

    >>> simplified("浙江省2025年的GDP目標是多少")
    '浙江省2025年的GDP目标是多少'
    """
    return str(_converter().convert(text)) if _may_be_traditional(text) else text


def _may_be_traditional(text: str) -> bool:
    """Whether a Chinese character lies outside GB 2312, the standard of the simplified ones."""
    han = "".join(char for char in text if "\u4e00" <= char <= "\u9fff")
    return len(han.encode("gb2312", "ignore")) < 2 * len(han)


@cache
def _converter() -> "OpenCC":
    """OpenCC from traditional to simplified; its tables take some 20 ms to read."""
    from opencc import OpenCC

    return OpenCC("t2s")
