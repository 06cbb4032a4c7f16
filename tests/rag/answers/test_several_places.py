"""Several places that are listed are answered side by side, each by its own document."""

import pytest

from rag.chain import Chain
from tests.rag.library import ask, chain_over


def report(place: str, target: str) -> str:
    return f"2026年{place}政府工作报告\n\n今年的主要预期目标是：地区生产总值增长{target}。\n"


@pytest.fixture(scope="module")
def chain(tmp_path_factory: pytest.TempPathFactory) -> Chain:
    texts = {
        "a.txt": report("浙江省", "5.4%左右"),
        "b.txt": report("江苏省", "5.1%"),
        "c.txt": report("广东省", "4.5%—5%"),
        "d.txt": report("山东省", "5.1%以上"),
    }
    return chain_over(tmp_path_factory.mktemp("provinces"), texts)


def test_three_places_are_a_table(chain: Chain) -> None:
    answer = ask(chain, "浙江、江苏、广东2026年GDP增长目标是多少")
    assert answer.table is not None
    told = {row.place: row.value for row in answer.table.rows}
    assert told == {"浙江": "5.4%左右", "江苏": "5.1%", "广东": "4.5%—5%"}


def test_two_places_are_compared(chain: Chain) -> None:
    answer = ask(chain, "浙江和江苏2026年GDP增长目标分别是多少").answer
    assert "5.4%" in answer
    assert "5.1%" in answer
    assert "浙江高于江苏，相差0.3个百分点" in answer


def test_a_range_is_neither_equal_nor_higher(chain: Chain) -> None:
    answer = ask(chain, "江苏和广东今年GDP目标是多少").answer
    assert "4.5%—5%" in answer
    assert "相同" not in answer
    assert "相差" not in answer


def test_a_bound_is_told_apart_from_its_value(chain: Chain) -> None:
    answer = ask(chain, "江苏和山东今年GDP目标是多少").answer
    assert "数值相同，江苏为5.1%，山东为5.1%以上" in answer
