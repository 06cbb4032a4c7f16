"""A checked manuscript as HTML: escaped, each verdict with a sign, the evidence of one sentence."""

import re
from base64 import b64decode
from dataclasses import replace

import pytest

from rag.proofread.manuscript import of_text
from rag.proofread.types import Result
from tests.ui.fakes import EVIL, GROWTH, fake_desk
from ui.desk import view

TEXT = f"云泽2025年观察\n云泽GDP增长5.5%。春天{EVIL}来了！云泽GDP目标是6%。\n"


@pytest.fixture
def result() -> Result:
    return fake_desk().result(of_text(TEXT, "稿.txt"), "", None, lambda done, total, name: None)


def test_the_text_stays_whole_and_checked_sentences_can_be_opened(result: Result) -> None:
    html = view.manuscript(result, "zh")
    assert html.count("<p") == 2
    opened = re.findall(r'data-event="look" data-number="(\d+)"', html)
    assert opened == ["2", "4"]
    assert '<p class="head">云泽2025年观察</p>' in html


def test_nothing_of_a_manuscript_becomes_markup(result: Result) -> None:
    assert "<img" not in view.manuscript(result, "zh")
    evil = replace(result, name=f'{EVIL}".txt')
    assert "<img" not in view.summary(evil, b"", "zh")


@pytest.mark.parametrize(
    ("verdict", "sign", "name"), [("supported", "✓", "属实"), ("refuted", "✗", "不符")]
)
def test_a_verdict_is_seen_without_its_colour_and_heard(
    verdict: str, sign: str, name: str, result: Result
) -> None:
    html = view.manuscript(result, "zh")
    marked = f'class="said {verdict}"'
    assert marked in html
    after = html.split(marked, 1)[1]
    assert f'<span class="sign" role="img" aria-label="{name}">{sign}</span>' in after


def test_the_evidence_of_a_sentence_holds_its_reason_and_its_cards(result: Result) -> None:
    html = view.evidence(result, 4, "zh")
    assert "云泽GDP目标是6%。" in html
    assert "数值不符" in html
    assert GROWTH in html
    assert "按2025年核对" in html


@pytest.mark.parametrize("number", [0, 99])
def test_before_one_is_opened_a_hint_stands_there(number: int, result: Result) -> None:
    for shown in (None, result):
        assert "点开一句" in view.evidence(shown, number, "zh")


def test_the_summary_counts_and_the_file_lies_within_the_page(result: Result) -> None:
    html = view.summary(result, b"PK word", "en")
    assert "4 sentences, 2 of them checked" in html
    assert 'download="稿-核稿.docx"' in html
    data = re.search(r"base64,([^\"]+)", html)
    assert data is not None
    assert b64decode(data[1]) == b"PK word"


def test_a_manuscript_without_facts_says_so() -> None:
    calm = fake_desk().result(of_text("春天来了。", ""), "", None, lambda done, total, name: None)
    assert "稿子里没有可以核对的事实。" in view.summary(calm, b"", "zh")


def test_progress_is_a_bar_with_words() -> None:
    html = view.progress(3, 10, "zh")
    assert 'max="10" value="3"' in html
    assert "已核对 3/10 句" in html
