"""What can be wrong with a figure that agrees."""

import pytest

from rag.claims.misfits import opposed


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("城里人的收入", "农村居民收入"),
        ("出口增长", "进口增长"),
        ("外资企业出口", "民营企业出口"),
        ("铁路里程", "公路里程"),
    ],
    ids=["town", "trade", "owner", "road"],
)
def test_one_of_a_pair_is_not_the_other(said: str, told: str) -> None:
    assert opposed(said, told)
    assert opposed(told, said)


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("居民收入", "农村居民收入"),
        ("城乡居民收入", "城镇、农村居民收入"),
        ("进出口增长", "出口增长"),
        ("高铁里程", "高速铁路里程"),
    ],
    ids=["unsaid", "both", "whole", "rail"],
)
def test_what_may_be_the_same_is_not_opposed(said: str, told: str) -> None:
    assert not opposed(said, told)
