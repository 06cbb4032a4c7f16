"""Answers as HTML: markers, tables, verdicts, refusals, and nothing unescaped."""

from dataclasses import replace

import pytest

from rag.types import Answer, Lock, Question
from tests.ui.fakes import (
    CLAIM,
    DOCUMENTS,
    EVIL,
    HOSTILE_ANSWER,
    REFUSAL,
    SIX,
    TABLE,
    FakeLibrary,
)
from ui.evidence import panel
from ui.header import header, notice
from ui.render import ITEM, Links, body, meta, prose
from ui.text import plain, reference
from ui.thread import holdings, thread
from ui.types import Exchange, Language, Opened

ENTRIES = FakeLibrary().entries()


def drawn(answer: Answer, language: Language = "zh") -> str:
    """The conversation of one question and ``answer``."""
    exchange = Exchange(Question(answer.question), answer, "done")
    return thread([exchange], ENTRIES, (), language)


def test_a_marker_becomes_a_link_to_the_card_of_its_citation() -> None:
    html = prose("增长5.5%左右。[2]", Links(SIX.citations, 0, "zh"))
    assert 'href="#citation-0-1"' in html
    assert 'data-event="open" data-exchange="0" data-shelf="citation" data-index="1"' in html
    assert ">[2]</a>" in html


def test_a_marker_without_a_citation_stays_text() -> None:
    links = Links(SIX.citations, 0, "zh")
    assert prose("见[7]。", links) == '<div class="prose-text"><p>见[7]。</p></div>'


@pytest.mark.parametrize(
    ("line", "hangs"),
    [
        ("1. 种业", True),
        ("（一）种业", True),
        ("- 种业", True),
        ("一是种业", False),
        ("12.5%", False),
    ],
    ids=["number", "han", "dash", "sentence", "figure"],
)
def test_only_lines_that_begin_like_an_item_hang(line: str, hangs: bool) -> None:
    assert bool(ITEM.match(line)) is hangs


def test_a_claim_shows_its_verdict_the_kind_of_error_and_its_parts() -> None:
    html = body(CLAIM, 0, "zh")
    assert '<span class="badge refuted">不符</span><span class="error">数值不符</span>' in html
    assert '<span class="badge supported">属实</span>' in html
    assert '<span class="badge refuted">Refuted</span>' in body(CLAIM, 0, "en")


def test_an_error_without_a_name_is_shown_as_it_is() -> None:
    assert '<span class="error">其他</span>' in body(replace(CLAIM, error="其他"), 0, "zh")


def test_a_refusal_looks_different_and_sets_near_misses_apart() -> None:
    html = drawn(REFUSAL)
    assert "kind-refusal" in html
    assert "没有可靠依据，不作回答" in html
    assert "<h3>相近内容（不作为依据）</h3>" in html
    assert 'class="card near"' in html
    assert "摘自原文" not in html


def test_near_misses_never_stand_in_the_evidence_panel() -> None:
    exchange = Exchange(Question("问"), REFUSAL, "done")
    html = panel([exchange], Opened(), ENTRIES, "zh")
    assert "这个回答没有引用依据。" in html
    assert "card" not in html


def test_a_reason_is_not_said_twice() -> None:
    said = replace(REFUSAL, answer="库中没有这份文件，无法回答。", reason="库中没有这份文件")
    assert body(said, 0, "zh").count("库中没有这份文件") == 1
    assert 'class="reason"' in body(replace(said, reason="只有2025年的"), 0, "zh")


def test_the_number_lock_is_shown_only_where_figures_were_checked() -> None:
    assert "数字核对 3/3" in meta(SIX, "zh")
    assert 'class="lock held"' in meta(SIX, "zh")
    assert 'class="lock loose"' in meta(CLAIM, "zh")
    assert "另有 1 个由原文数字算出" in meta(TABLE, "zh")
    assert "lock" not in meta(replace(SIX, lock=Lock()), "zh")


def test_the_author_of_an_answer_is_named() -> None:
    assert "摘自原文" in meta(SIX, "zh")
    assert "模型撰写" in meta(replace(SIX, author="model"), "zh")


def test_the_resolved_question_is_shown_where_it_differs() -> None:
    html = body(SIX, 0, "zh")
    assert '<p class="resolved">理解为：<button' in html
    assert f'data-fill="{SIX.resolved}"' in html
    assert "理解为" not in body(CLAIM, 0, "zh")


def test_a_scope_is_shown_as_chips_with_a_button_to_remove_each() -> None:
    html = drawn(SIX)
    assert 'data-event="narrow" data-exchange="0" data-field="places" data-value="云泽"' in html
    assert 'data-field="years" data-value="2025"' in html
    assert 'title="去掉“2025年”再问一次"' in html


def test_suggestions_stand_under_the_last_answer_only() -> None:
    exchange = Exchange(Question("问"), SIX, "done")
    assert drawn(SIX).count('class="suggestion"') == 2
    assert thread([exchange, exchange], ENTRIES, (), "zh").count('class="suggestion"') == 2


def test_a_stopped_answer_makes_no_promise_about_its_figures() -> None:
    html = thread([Exchange(Question("问"), SIX, "stopped")], ENTRIES, (), "zh")
    assert "已停止" in html
    assert "数字核对" not in html


def test_a_failure_is_a_sentence_of_its_own() -> None:
    failed = Exchange(Question("问"), None, "failed", "索引<坏>了。")
    assert '<p class="failure" role="alert">索引&lt;坏&gt;了。</p>' in thread(
        [failed], (), (), "zh"
    )


def test_a_card_tells_number_title_place_year_headings_and_the_sentence() -> None:
    html = panel([Exchange(Question("问"), SIX, "done")], Opened(), ENTRIES, "zh")
    assert '<span class="number">[1]</span>' in html
    assert '<span class="title">云泽2025年政府工作报告</span>' in html
    assert '<span class="where">云泽 · 2025年 · 三、2025年重点任务</span>' in html
    assert f'<q class="quote">{SIX.citations[0].text}</q>' in html


def test_the_evidence_is_that_of_the_exchange_that_was_opened() -> None:
    exchanges = [Exchange(Question("一"), SIX, "done"), Exchange(Question("二"), CLAIM, "done")]
    assert panel(exchanges, Opened(), ENTRIES, "zh").count('class="card') == 1
    assert panel(exchanges, Opened(0), ENTRIES, "zh").count('class="card') == 2


def test_the_welcome_tells_what_the_library_holds_and_offers_questions() -> None:
    html = thread([], ENTRIES, ("问<一>",), "zh")
    assert "库中有 3 份文件 · 2 个地区 · 2020–2026 年" in html
    assert 'data-event="ask" class="example" data-question="问&lt;一&gt;">问&lt;一&gt;' in html
    assert "zhengwen index" in holdings((), "zh")


@pytest.mark.parametrize("language", ["zh", "en"])
def test_nothing_from_outside_is_markup(language: Language) -> None:
    exchange = Exchange(Question(EVIL), HOSTILE_ANSWER, "done")
    near = replace(REFUSAL, near_misses=HOSTILE_ANSWER.citations, reason=EVIL, question=EVIL)
    html = drawn(HOSTILE_ANSWER, language) + panel([exchange], Opened(), ENTRIES, language)
    html += drawn(near, language) + thread([], ENTRIES, (EVIL,), language) + notice(EVIL)
    assert "<img" not in html
    assert html.count("&lt;img src=x onerror=&quot;") > 15


def test_a_copied_answer_brings_its_verdict_table_and_references() -> None:
    assert plain(CLAIM, "zh").startswith("不符 · 数值不符\n\n报告写的是")
    assert "云泽\t2025\t5.5%左右[1]\n云泽\t2026\t5%以上[2]\n海陵\t2026\t未提及" in plain(
        TABLE, "zh"
    )
    assert plain(TABLE, "en").splitlines()[-3] == "References"


def test_a_reference_is_one_line_also_where_the_sentence_has_several() -> None:
    broken = replace(SIX.citations[0], text="前半\n后半")
    assert reference(broken, "zh") == (
        "[1] 云泽2025年政府工作报告 · 云泽 · 2025年 · 三、2025年重点任务：前半 后半"
    )


def test_the_head_offers_the_other_language() -> None:
    assert 'data-language="en">English<' in header("zh")
    assert 'data-language="zh">中文<' in header("en")


def test_the_fake_citations_are_slices_of_their_documents() -> None:
    texts = {document.source: document.text for document in DOCUMENTS}
    for answer in (SIX, TABLE, CLAIM, HOSTILE_ANSWER):
        for citation in answer.citations:
            assert texts[citation.source][citation.start : citation.end] == citation.text
