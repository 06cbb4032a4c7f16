"""Items that a text numbers as it goes."""

import pytest

from rag.ordinals import numbered


@pytest.mark.parametrize(
    "text",
    [
        "要抓好三个方面：一是修路；二是架桥；三是种树。",
        "有三类企业：一、修路；二、架桥；三、种树。",
        "有三种形式：一是修路；这种形式最多。二是架桥。三是种树。",
        "要满足三个条件。第一，修路。第二，架桥。第三，种树。",
    ],
    ids=["is", "pause", "apart", "ordinal"],
)
def test_the_items_come_in_order_without_their_numbers(text: str) -> None:
    assert [text[item.start : item.end] for item in numbered(text, 0, 20)] == [
        "修路",
        "架桥",
        "种树",
    ]


def test_a_run_starts_where_it_is_looked_for_and_with_one() -> None:
    text = "二是架桥；三是种树。"
    assert numbered(text, 0, len(text)) == ()
    assert numbered("一是修路。", 3, 5) == ()
