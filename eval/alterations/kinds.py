"""The kinds of alteration, a rule each."""

import random
from collections.abc import Callable, Iterator

from eval.alterations.in_facts import (
    cause,
    direction,
    hedged,
    negation,
    place,
    role,
    stressed,
    year,
)
from eval.alterations.in_figures import figure, qualifier, swapped, unit
from eval.alterations.in_words import added, dropped, quoted, subject
from eval.alterations.material import Material

Alter = Callable[[str, Material, random.Random], Iterator[str]]

UNSEEN = "措辞强弱（规则看不出）"
"""A common verb for another: the one kind that no rule of the guard can see."""
FALSE_CITATION = "错引"

KINDS: dict[str, Alter] = {
    "数字": figure,
    "单位": unit,
    "限定词": qualifier,
    "地区": place,
    "年份": year,
    "目标与实绩": role,
    "否定": negation,
    "升降": direction,
    "缺项": dropped,
    "次序": swapped,
    "主语": subject,
    "引文": quoted,
    "编造": added,
    "程度": hedged,
    "因果": cause,
    UNSEEN: stressed,
}
