"""How people ask what has changed in the wording of reports."""

import re

_ASKS = re.compile(
    r"新的?(?:提法|表述|说法|措辞|用语|词汇|概念)"
    r"|(?:提法|表述|措辞|用语|用词|说法)[^，。]{0,8}(?:变化|变了|改变|不同|不一样|区别|差别|调整)"
    r"|哪些(?:提法|表述|说法)[^，。]{0,6}(?:不再|没了|消失|去掉)"
    r"|(?:不再|没再|没有再)(?:提|提到|出现)[^，。]{0,4}(?:哪些|什么)"
)


def asks_wording(text: str) -> bool:
    """Whether a question asks how the wording of reports has changed.

    >>> asks_wording("2026年报告有哪些新提法"), asks_wording("这个说法对吗")
    (True, False)
    """
    return _ASKS.search(text) is not None
