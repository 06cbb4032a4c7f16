"""A sentence about several places becomes a statement a place."""

import pytest

from rag.proofread.by_place import by_place

SPLIT = {
    "clauses": (
        "2025年浙江GDP增长5.5%，江苏增长5%，广东增长6%。",
        ("2025年浙江GDP增长5.5%", "2025年江苏GDP增长5%", "2025年广东GDP增长6%"),
    ),
    "own-year": (
        "2025年浙江GDP增长5.5%；2024年江苏GDP增长5%。",
        ("2025年浙江GDP增长5.5%", "2024年江苏GDP增长5%"),
    ),
    "respectively": (
        "2025年浙江、江苏和广东的GDP目标分别为5.5%左右、5%以上、5%左右。",
        (
            "2025年浙江的GDP目标为5.5%左右",
            "2025年江苏的GDP目标为5%以上",
            "2025年广东的GDP目标为5%左右",
        ),
    ),
}
WHOLE = [
    "浙江GDP增长5.5%，就业100万人。",
    "浙江与江苏共建产业园12个。",
    "浙江GDP增长5.5%，江苏也在努力。",
    "浙江、江苏的GDP分别增长5.5%、5%、6%。",
]


@pytest.mark.parametrize("name", SPLIT)
def test_each_place_gets_its_statement(name: str) -> None:
    sentence, statements = SPLIT[name]
    assert by_place(sentence) == statements


@pytest.mark.parametrize("sentence", WHOLE, ids=range(len(WHOLE)))
def test_what_does_not_speak_so_stays_whole(sentence: str) -> None:
    assert by_place(sentence) == (sentence,)
