"""A rank is kept only by what the source ranks so."""

import pytest

from corpus.types import Identity
from rag.guard.hold import hold
from rag.types import Citation

TEXTS = (
    "粮食总产增长3%，达到120亿斤，生猪出栏全国第一。",
    "快递业务量增长20%，居全国第一。",
    "技术合同成交额4870亿元、居全国第3位。",
)
IDENTITY = Identity("2026年浙江省政府工作报告", "浙江", 2026, "report")
CITED = tuple(
    Citation(n, f"{n}.txt", IDENTITY.title, "浙江", 2026, (), None, 0, len(text), text)
    for n, text in enumerate(TEXTS, 1)
)


def outcome(sentence: str, *ours: str) -> str:
    identities = {citation.source: IDENTITY for citation in CITED}
    return hold(sentence, CITED, identities, "浙江怎么样", ours).outcome


@pytest.mark.parametrize(
    "sentence",
    [
        "生猪出栏全国第一[1]。",
        "快递业务量增长20%，居全国第一[2]。",
        "快递业务量居全国第一，增长20%[2]。",
        "技术合同成交额居全国第3位，为4870亿元[3]。",
        "技术合同成交额4870亿元[3]，居全国第3位[3]。",
    ],
    ids=["own", "clause-before", "turned", "figure-after", "two-marks"],
)
def test_what_the_source_ranks_so_is_kept(sentence: str) -> None:
    assert outcome(sentence) == "kept"


@pytest.mark.parametrize(
    "sentence",
    [
        "粮食总产增长3%，全国第一[1]。",
        "粮食总产增长3%，全国第一[1][2]。",
        "粮食总产增长3%[1]，全国第一[2]。",
        "粮食总产全国第一[1]。",
        "技术合同成交额居全国第2位[3]。",
        "粮食总产增长3%，全国第一。",
        "粮食总产增长3%，全国第一[77]。",
    ],
    ids=["other", "two-sources", "two-marks", "at-once", "place", "unmarked", "no-such-mark"],
)
def test_a_rank_of_another_thing_is_not(sentence: str) -> None:
    assert outcome(sentence) in ("replaced", "withheld")
    assert outcome(sentence, "粮食总产增长3%") in ("replaced", "withheld")
