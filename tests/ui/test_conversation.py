"""Questions put to the chain: what is kept, what is told on, what goes wrong."""

import logging

import pytest

from rag.types import Question, Turn
from tests.ui.fakes import SIX, FakeChain
from ui.conversation import LIMIT, ask, complaint, history, stopped
from ui.types import Exchange


def test_an_answer_grows_and_ends_whole() -> None:
    steps = [now[-1] for now in ask(FakeChain(), (), Question(SIX.question), "zh")]
    lengths = [len(step.answer.answer) if step.answer else 0 for step in steps]
    assert lengths == sorted(lengths)
    assert [step.status for step in steps] == ["working"] * 4 + ["done"]
    assert steps[-1].answer == SIX


def test_a_user_error_is_shown_as_its_own_sentence() -> None:
    *_, last = ask(FakeChain(), (), Question("坏"), "en")
    assert last[-1].status == "failed"
    assert last[-1].message == "索引还没有建好，请先运行 zhengwen index。"


def test_any_other_error_is_logged_and_told_as_a_fault(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.ERROR):
        *_, last = ask(FakeChain(), (), Question("崩"), "zh")
    assert last[-1].message.startswith("程序出错")
    assert "a bug" in caplog.text


def test_earlier_exchanges_stay_as_they_are() -> None:
    before = (Exchange(Question("一"), SIX, "done"),)
    for now in ask(FakeChain(), before, Question("二"), "zh"):
        assert now[:1] == before


def test_the_history_holds_both_sides_and_leaves_out_what_failed() -> None:
    exchanges = (
        Exchange(Question("一"), SIX, "done"),
        Exchange(Question("二"), None, "failed", "坏了。"),
        Exchange(Question("三"), None, "stopped"),
    )
    assert history(exchanges) == (
        Turn("user", "一"),
        Turn("assistant", SIX.answer),
        Turn("user", "三"),
    )


def test_only_what_is_being_answered_is_stopped() -> None:
    done, working = Exchange(Question("一"), SIX, "done"), Exchange(Question("二"))
    assert [exchange.status for exchange in stopped((done, working))] == ["done", "stopped"]


@pytest.mark.parametrize("text", ["", "  \n", "　"], ids=["empty", "blank", "wide"])
def test_an_empty_question_is_told_in_one_sentence(text: str) -> None:
    assert complaint(text, (), "zh") == "请先输入问题。"


def test_a_question_may_have_five_thousand_characters_and_no_more() -> None:
    assert complaint("问" * LIMIT, (), "zh") == ""
    assert complaint("问" * (LIMIT + 1), (), "zh") == (
        "问题有 5,001 字，超过了 5,000 字的上限，请缩短后再发。"
    )


def test_one_question_is_answered_at_a_time() -> None:
    assert complaint("问", [Exchange(Question("一"))], "zh").startswith("上一个问题还在回答")
