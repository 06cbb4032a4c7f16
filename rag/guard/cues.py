"""Whether a text speaks of what is aimed at, expected or reached."""

import re
from typing import Literal

Cue = Literal["target", "estimate", "result", ""]

_TARGET = re.compile(
    r"力争|争取|目标|预期|计划(?=[比在于新建完实用改投再安到今开将招培引把\d是，：:为])|(?:拟|将)(?![军近来其这于])|确保|打算|努力(?=实|达|完|使|让|把|做)"
    r"|希望|拟于|要(?=达到|实现|完成|新增|建成|再|在|超过|突破|控制|保持|[降增提修让办把使建换开]|到\d)|力求|(?<![稳规限固])定[为在]"
)
_ESTIMATE = re.compile(r"预计|有望|预测|初步(?:核算|统计|测算)")
_RESULT = re.compile(
    r"已(?!知)|(?<![为除])了(?![解结然])|实际(?=增|达|完|为|是|实)|同比|完成率|已经|超额|如期|顺利(?:完|实)|曾"
)
_GOVERNS = re.compile(r"(?:目标|预期|预计|任务)[：:]?$")


def cue(text: str) -> Cue:
    """What the words of a clause say of it; the last word that tells decides.

    >>> cue("力争增长5%"), cue("增长了5%"), cue("增长5%")
    ('target', 'result', '')
    """
    if _ESTIMATE.search(text):
        return "estimate"
    if _TARGET.search(text):
        return "target" if _TARGET.search(_MET.sub("", text)) else "result"
    return "result" if _RESULT.search(text) else ""


_MET = re.compile(
    r"(?:超过|高于|好于|超额|全面|圆满|如期|顺利|胜利|基本|实现[^，。；]{0,6}(?:确定|提出|预定|既定)的|完成了|实现了|达到了|已经?[完实达]|达成了?|兑现了?)[^，。；]{0,14}(?:目标|预期|计划(?![完实新建达]))"
)


def governs(text: str) -> bool:
    """Whether what a clause says holds for those after it: 主要预期目标是：."""
    return _GOVERNS.search(text.rstrip("是为有即包括如下")) is not None
