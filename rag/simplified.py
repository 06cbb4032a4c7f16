"""A question in traditional characters, read in simplified ones."""

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from opencc import OpenCC


def simplified(text: str) -> str:
    """The text in simplified characters; what is written in those is returned as it is, also with
    a single other character in it: that of a name (昇腾).

    >>> simplified("浙江省2025年的GDP目標是多少")
    '浙江省2025年的GDP目标是多少'
    """
    return str(_converter().convert(text)) if _may_be_traditional(text) else text


def _may_be_traditional(text: str) -> bool:
    """Whether Chinese characters lie outside GB 2312, the standard of the simplified ones; where
    some lie outside Big5, that of the traditional ones, it has to be several."""
    han = "".join(char for char in text if "\u4e00" <= char <= "\u9fff")
    beyond = len(han) - len(han.encode("gb2312", "ignore")) // 2
    mixed = len(han.encode("big5", "ignore")) < 2 * len(han)
    return beyond > int(mixed)


@cache
def _converter() -> "OpenCC":
    """OpenCC from traditional to simplified; its tables take some 20 ms to read."""
    from opencc import OpenCC

    return OpenCC("t2s")
