"""What is only aimed at is no proof that it was passed."""

from pathlib import Path

from tests.rag.library import ask, chain_over

REPORT = (
    "2026年青岩县政府工作报告\n\n一、2025年工作回顾\n全县旅游景区建成8个。\n"
    "二、2026年工作安排\n支持龙头企业扩量提质，力争电动自行车产量140万辆。\n"
)


def test_a_target_is_no_proof_that_a_mark_was_passed(tmp_path: Path) -> None:
    chain = chain_over(tmp_path, {"a.txt": REPORT})
    answer = ask(chain, "青岩县电动自行车产量突破105万辆。")
    assert answer.verdict != "supported"
    assert ask(chain, "青岩县力争电动自行车产量140万辆。").verdict == "supported"
