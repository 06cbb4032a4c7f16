"""What a yes-no question asks about: a statement, and whether it asks for its opposite."""

import re
from dataclasses import dataclass

_TAIL = re.compile(r"(?:了没有?|没有?|了吗|的吗|吗|么|吧|是吗|对吗|对不对|是不是|与否)?[?？。\s]*$")
_ASKING = re.compile(r"是不是|是否|有没有|能不能|会不会|^请问|真的|到底|究竟|([一-鿿])[不没](?=\1)")
_OR = re.compile(r"[，,]还是.*$")
_GOAL = r"(?:目标|任务|预期|计划|指标|要求)"
OF_A_GOAL = re.compile(
    rf"(?:达到|完成|实现|达成|超过|超额|超出|高于|低于|符合|好于|够到).{{0,12}}{_GOAL}"
    rf"|{_GOAL}.{{0,6}}(?:完成|实现|达到|达成|落空)|达标"
)
"""Was a goal reached, passed or missed?"""

_BOUND = r"不(?:到|足|低于|少于|超过|高于|及|断|仅|但|少|忘|同|懈|再)"
_WORD = (
    r"不(?:良|动产|锈钢|合格|合理|确定|平衡|充分|文明|正[之当]|法|明|孕|规则|利|便|饱和"
    r"|可移动|可再生)"
)
"""Words that are no negation of what is asked: 不良贷款, 不动产."""
_NOT = re.compile(
    rf"(?!{_BOUND}|{_WORD})(?:还没有?|尚未|并未|从未|没有?|未能?(?!来)|并不|不是|不(?![一同]样))"
)


@dataclass(frozen=True, slots=True)
class Proposition:
    """The statement that a question asks about, without what asks and without its negation.

    ``text`` is 达到目标 for 是不是没达到目标, which is ``negated``.
    """

    text: str
    negated: bool

    def word(self, holds: bool) -> str:
        """是 or 否, where the statement holds or not."""
        return "是" if holds != self.negated else "否"


def proposition(question: str) -> Proposition:
    """The statement in a question.

    >>> proposition("1998年是不是没达到目标")
    Proposition(text='1998年达到目标', negated=True)
    >>> proposition("不良贷款率下降了吗").negated
    False
    >>> proposition("山东GDP过10万亿了吗").text
    '山东GDP过10万亿'
    """
    said = _OR.sub("", question.strip())
    said = _ASKING.sub("", _TAIL.sub("", said))
    found = _NOT.search(said)
    if found is None:
        return Proposition(said, False)
    return Proposition(said[: found.start()] + said[found.end() :], True)
