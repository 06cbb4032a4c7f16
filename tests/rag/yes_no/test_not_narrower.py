"""Yes and no by the figure of the whole, and by words that only look like a negation."""

from pathlib import Path

import pytest

from rag.chain import Chain
from tests.rag.library import ask, chain_over

REPORT = (
    "2026年青岩县政府工作报告\n\n一、2025年工作回顾\n"
    "居民人均可支配收入增长5.4%。农村居民人均可支配收入增长6.1%，脱贫户人均收入增长6.9%。\n"
    "金融机构不良贷款率为0.77%。\n"
)


@pytest.fixture(scope="module")
def chain(tmp_path_factory: pytest.TempPathFactory) -> Chain:
    folder: Path = tmp_path_factory.mktemp("county")
    return chain_over(folder, {"a.txt": REPORT})


@pytest.mark.parametrize(
    ("question", "word"),
    [
        ("青岩县居民人均可支配收入增长5.4%了吗", "是"),
        ("青岩县农村居民人均可支配收入增长5.4%了吗", "否"),
        ("青岩县金融机构不良贷款率是0.77%吗", "是"),
        ("青岩县金融机构不良贷款率是1.2%吗", "否"),
    ],
)
def test_the_figure_of_the_whole_decides(chain: Chain, question: str, word: str) -> None:
    assert ask(chain, question).answer.startswith(word)
