"""Ranks as sentences give them."""

import pytest

from rag.ranks import Rank, holds, ranks_in, without_ranks


def test_ranks_are_read_with_their_field() -> None:
    assert ranks_in("总量居全国第5位") == [Rank(5, False, "全国")]
    assert ranks_in("进入全国前三位") == [Rank(3, True, "全国")]


@pytest.mark.parametrize("text", ["创历史最高水平", "第一次实现", "第一产业", "第三季度"])
def test_what_only_counts_is_no_rank(text: str) -> None:
    assert ranks_in(text) == []


def test_a_first_time_is_no_second_rank() -> None:
    assert ranks_in("第一次成为全国最高") == [Rank(1, False, "全国")]


def test_a_rank_holds_where_it_is_the_one_or_among_those_claimed() -> None:
    assert holds(Rank(3, True, ""), Rank(2, False, ""))
    assert not holds(Rank(3, True, ""), Rank(4, False, ""))
    assert not holds(Rank(3, False, ""), Rank(2, False, ""))


def test_a_text_can_be_had_without_its_ranks() -> None:
    assert without_ranks("产量居全国第5位") == "产量"
