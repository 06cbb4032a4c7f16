"""Answers as completions: what is sent on, and how a table is written."""

from dataclasses import replace

from rag.types import Row, Table
from tests.ui.fakes import EVIL, HOSTILE_ANSWER, REFUSAL, SIX, TABLE
from ui.api.completion import Head, content, continuation, event, extension, whole

HEAD = Head("chatcmpl-1", 0, "zhengwen")


def test_what_is_sent_on_continues_what_was_sent() -> None:
    assert continuation("", "甲乙") == "甲乙"
    assert continuation("甲", "甲乙") == "乙"
    assert continuation("甲乙", "甲乙") == ""
    assert continuation("甲丙", "甲乙").endswith("\n\n甲乙")


def test_a_refusal_has_its_near_misses_with_links() -> None:
    (near,) = extension(REFUSAL)["near_misses"]
    assert near["url"].startswith("/?doc=%E4%BA%91%E6%B3%BD-2025.txt&start=")
    assert whole(HEAD, REFUSAL, 1)["citations"] == []


def test_cells_stay_within_their_table() -> None:
    table = Table(("地区", "年份", "内容"), (Row("云|泽", 2025, "一\n二|三", (1,)),))
    told = content(replace(TABLE, table=table))
    assert told.splitlines()[-1] == "| 云\\|泽 | 2025 | 一 二\\|三[1] |"


def test_counts_have_a_column_of_their_own() -> None:
    rows = (Row("云泽", 2025, "低空经济", (1,), 3), Row("海陵", None, "", ()))
    table = Table(("地区", "年份", "原文", "次数"), rows)
    first, second = content(replace(TABLE, table=table)).splitlines()[-2:]
    assert first == "| 云泽 | 2025 | 低空经济[1] | 3 |"
    assert second == "| 海陵 |  | 未提及 |  |"


def test_an_answer_without_a_table_is_its_text() -> None:
    assert content(SIX) == SIX.answer


def test_names_of_files_cannot_leave_their_link_or_their_event() -> None:
    (citation,) = whole(HEAD, HOSTILE_ANSWER, 1)["citations"]
    assert citation["source"] == f"{EVIL}.txt"
    assert not set('<>" ') & set(citation["url"])
    assert event({"a": "一\n\ndata: 二"}).count(b"\n") == 2
