"""Several things asked about at once."""

import pytest

from rag.answers.several_things import things
from tests.rag.library import ask, chain_over

REPORT = """浙江省政府工作报告（2026年）
2025年农业总产值增长8.6%。轻工业总产值增长9.6%，品种增加。重工业总产值增长7.7%。
"""


@pytest.mark.parametrize(
    ("core", "names"),
    [
        ("农业、轻工业、重工业总产值各增长多少", ["农业", "轻工业", "重工业"]),
        ("GDP和财政收入目标分别是多少", ["GDP", "财政收入"]),
        ("粮食、棉花产量各是多少", ["粮食", "棉花"]),
        ("粮食产量是多少", []),
    ],
    ids=["three", "targets", "outputs", "one"],
)
def test_each_thing_is_told_apart(core: str, names: list[str]) -> None:
    assert [name for name, _ in things(core)] == names


def test_what_they_share_goes_with_each() -> None:
    assert things("粮食、棉花产量各是多少") == [
        ("粮食", "粮食产量是多少"),
        ("棉花", "棉花产量是多少"),
    ]


def test_each_gets_its_own_figure(tmp_path_factory: pytest.TempPathFactory) -> None:
    chain = chain_over(tmp_path_factory.mktemp("each"), {"浙江2026.txt": REPORT})
    answer = ask(chain, "浙江2025年农业、轻工业、重工业总产值各增长多少")
    assert [figure in answer.answer for figure in ("8.6%", "9.6%", "7.7%")] == [True] * 3
    assert len(answer.citations) == 3
