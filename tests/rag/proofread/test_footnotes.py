"""A checked text stays as it was, with marks, notes and the report behind it."""

import json

from rag.proofread.footnotes import footnoted, footnoted_report, without_footnotes
from rag.proofread.manuscript import of_text
from rag.proofread.report import to_dict
from tests.rag.proofread.test_word_comments import WHEN, check

TEXT = "# 浙江2026年\n\n全省**增长**5%。春天来了！就业错了2%。\n\n末段增长无3%。\n"


def written() -> str:
    manuscript = of_text(TEXT, "稿.md")
    result = check(manuscript)
    return footnoted(TEXT, result, to_dict(result, WHEN))


def test_marks_stand_behind_their_sentences_and_each_has_a_note() -> None:
    lines = written().split("\n")
    assert lines[2] == "全省**增长**5%。[^zw2]春天来了！就业错了2%。[^zw4]"
    assert "[^zw4]: ✗ 不符（数值不符）" in lines
    assert "*核稿：共 5 句，核对 3 句：属实 1，不符 1，查无依据 1。*" in lines


def test_what_was_added_can_be_taken_out_again() -> None:
    assert without_footnotes(written()) == TEXT
    assert without_footnotes(TEXT) == TEXT


def test_the_report_is_within_and_cannot_end_its_comment() -> None:
    manuscript = of_text("浙江增长5% --> 结束。\n", "稿.md")
    result = check(manuscript)
    text = footnoted(manuscript.text, result, to_dict(result, WHEN))
    report = json.loads(footnoted_report(text))
    assert report["findings"][0]["statement"] == "浙江增长5% --> 结束。"
    assert text.rstrip().count("-->") - text.count("> 结束") == 1
    assert footnoted_report(TEXT) == ""
