"""What is wrong with a sentence, and how the reader is told."""

from dataclasses import dataclass
from typing import Literal

Kind = Literal[
    "figure", "unit", "qualifier", "pairing", "direction", "negation", "year", "date", "place",
    "role", "quote", "item", "order", "number", "wording", "citation", "unproven", "hedge", "cause",
]  # fmt: skip

_SAID: dict[Kind, str] = {
    "figure": "数字“{}”在引用的原文里没有",
    "unit": "“{}”的单位或数量级与原文不符",
    "qualifier": "“{}”的限定词（以上、左右、以内等）与原文不符",
    "pairing": "“{}”在原文里说的不是这件事",
    "direction": "“{}”与原文的升降方向相反",
    "negation": "“{}”与原文的肯定或否定不符",
    "year": "“{}”与原文的年份不符",
    "date": "日期“{}”在引用的原文里没有",
    "place": "“{}”与引用的原文不是同一个地方",
    "role": "“{}”把目标、预计和实绩混淆了",
    "quote": "引文“{}”与原文不一字不差",
    "item": "列举不全：缺“{}”",
    "order": "“{}”的先后与原文不符",
    "number": "数目“{}”与原文不符",
    "wording": "“{}”在引用的原文里找不到依据",
    "citation": "没有编号为{}的引用",
    "hedge": "“{}”少了原文的“基本”“初步”一类的话",
    "cause": "原文没有说“{}”这层因果",
    "unproven": "“{}”没有引用能够证明",
}
_LONGEST = 24


@dataclass(frozen=True, slots=True)
class Fault:
    """A kind of fault and the words that show it."""

    kind: Kind
    what: str

    def told(self) -> str:
        """The fault in Chinese, without a stop."""
        words = self.what if len(self.what) <= _LONGEST else self.what[:_LONGEST] + "…"
        return _SAID[self.kind].format(words.strip("“”，。；： "))
