"""What was checked is noted: one line a sentence, by several at once, nothing lost."""

import json
import multiprocessing
from datetime import UTC, datetime
from pathlib import Path

from rag.proofread.log import FILE, record
from rag.proofread.manuscript import of_text
from tests.rag.proofread.test_word_comments import check

WHEN = datetime(2026, 3, 1, 8, 30, tzinfo=UTC)
TEXT = "浙江2026年观察\n全省增长5%。春天来了！就业错了2%。\n"


def write(home: str, times: int) -> None:
    findings = check(of_text(TEXT, "稿.txt")).findings
    for _ in range(times):
        record(Path(home), "稿.txt", findings, "李", WHEN)


def test_a_line_says_who_checked_what_when_and_on_what_grounds(tmp_path: Path) -> None:
    write(str(tmp_path), 1)
    lines = (tmp_path / FILE).read_text(encoding="utf-8").splitlines()
    assert json.loads(lines[1]) == {
        "when": "2026-03-01T08:30:00+00:00",
        "user": "李",
        "manuscript": "稿.txt",
        "text": "就业错了2%。",
        "checked_as": "浙江2026年就业错了2%。",
        "verdict": "refuted",
        "error": "wrong_figure",
        "sources": [{"source": "甲.txt", "start": 3, "end": 10}],
    }
    assert len(lines) == 2


def test_two_processes_write_whole_lines(tmp_path: Path) -> None:
    context = multiprocessing.get_context("spawn")
    writers = [context.Process(target=write, args=(str(tmp_path), 25)) for _ in range(2)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert [writer.exitcode for writer in writers] == [0, 0]
    lines = (tmp_path / FILE).read_text(encoding="utf-8").splitlines()
    assert len([json.loads(line) for line in lines]) == 100
