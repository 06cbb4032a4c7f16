"""Whether a sentence has anything in it that a library of reports could confirm. Pure."""

import re

from corpus.figures import figures
from corpus.indicators import asked_indicator
from corpus.places import find
from rag.kinds import is_claim

QUESTION = "这是一个问题，不是陈述；请用 zhengwen ask 提问。"
NOTHING = "这句话里没有可以核对的事实。"

_ENDS_ASKING = re.compile(r"[?？][”’」』）)]*$|[吗呢][。”]?$")
_QUOTE = re.compile(r"“[^”]{2,}”|《[^》]+》")
_RANK = re.compile(r"第[一二三四五六七八九十\d]+[位名]|[首榜][位名首]|居[全首]|之首|首次|率先|唯一")
_YEAR = re.compile(r"(?:19|20)\d\d年|[今去前明]年|上年")
_MOVES = re.compile(
    r"增长|下降|提高|降低|上升|回落|扩大|收窄|突破|达到|超过"
    r"|建成|开工|通车|实施|出台|完成|投产|启用|设立|开通"
)
_LIST = re.compile(r"、.+(?:和|与|以及|、)|包括|分别")
_RHETORIC = re.compile(
    r"^[“\s]*(?:让我们|我们(?:要|必须|坚信|相信|将永远|应当)|相信|祝|愿|感谢|谢谢|各位|同志们|新的征程|展望未来|不忘初心)"
)
_LEAST = 6
_LEAST_WITH_FIGURE = 4
_WORD = re.compile(r"[一-鿿A-Za-z0-9]")


def asks(text: str) -> bool:
    """Whether a sentence of a manuscript asks, rather than states."""
    return _ENDS_ASKING.search(text.strip()) is not None


def is_question(text: str) -> bool:
    """Whether what a person typed is to be answered, not checked: a question or bare keywords."""
    text = text.strip()
    return (asks(text) and not is_claim(text)) or not (text.endswith("。") or is_claim(text))


def checkable(text: str) -> bool:
    """Whether a sentence states a fact: a figure, a rank, how an indicator moves, what was done
    where or when, what is called or quoted.

    >>> checkable("生产总值增长5.5%。"), checkable("让我们携手共创美好未来！")
    (True, False)
    """
    length = len(_WORD.findall(text))
    if asks(text) or length < _LEAST_WITH_FIGURE:
        return False
    if any(figure.unit != "年" for figure in figures(text)):
        return True
    if length < _LEAST or _RHETORIC.search(text):
        return False
    if _RANK.search(text) or _QUOTE.search(text):
        return True
    moves = _MOVES.search(text) is not None
    if moves and (asked_indicator(text) or _YEAR.search(text)):
        return True
    return bool(find(text)) and (moves or _LIST.search(text) is not None)


def rhetorical(text: str) -> bool:
    """Whether a sentence is only said: nothing in it is a fact, or it is too short to be one."""
    if checkable(text):
        return False
    return len(_WORD.findall(text)) < _LEAST or _RHETORIC.search(text) is not None
