"""Cases asked one by one; an interrupted run goes on where it stopped."""

import json
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest

from corpus.errors import UserError
from corpus.types import Document, Identity
from eval.case import Case, Evidence
from eval.gold import library
from eval.run import Kept, kept_in, key_of, run, scored
from index.types import Scope
from rag.types import Answer, Question, Turn
from tests.eval.answers import GOLD, QUOTE, SHELF, answer, case, citation
from tests.rag.library import chain_over

TEXT = """\
2026年安徽省政府工作报告
一、2026年目标
今年粮食产量目标是840亿斤以上。
二、2026年任务
在芜湖建设低空飞行港，总投资37亿元。
"""
CASES = tuple(case(id=id_, question=f"{id_}？") for id_ in "abcde")


@dataclass
class Assistant:
    """Answers by echoing the question; stops like a person who presses Ctrl-C where told to."""

    stop_at: int = 99
    asked: list[str] = field(default_factory=list)

    def __call__(self, question: Question) -> Answer:
        if len(self.asked) + 1 == self.stop_at:
            raise KeyboardInterrupt
        self.asked.append(question.id)
        return replace(answer(f"{question.text}118万人以上[1]。"), id=question.id, seconds=0.5)


@pytest.fixture
def stopped(tmp_path: Path) -> Callable[[Assistant], list[str]]:
    """Asks all cases of an assistant, keeping what it answers; returns what it was asked."""

    def ask(assistant: Assistant) -> list[str]:
        with pytest.raises(KeyboardInterrupt):
            run(CASES, assistant, SHELF, kept_in(tmp_path, "key"))
        return assistant.asked

    return ask


def part(folder: Path) -> Path:
    [path] = folder.iterdir()
    return path


def test_the_question_is_asked_with_its_history_scope_and_id() -> None:
    asked: list[Question] = []

    def ask(question: Question) -> Answer:
        asked.append(question)
        return answer()

    history, scope = (Turn("user", "浙江？"),), Scope(places=("江苏",))
    run([case(id="f1", history=history, scope=scope)], ask, SHELF)
    assert asked == [Question("江苏就业目标？", history, scope, "f1")]


def test_cases_are_asked_of_the_real_chain_in_turn(tmp_path: Path) -> None:
    chain = chain_over(tmp_path, {"省级/安徽.txt": TEXT})
    cases = (
        Case(
            "n",
            "number",
            "安徽2026年粮食产量目标是多少",
            must=(("840亿斤",),),
            evidence=(Evidence("安徽", "今年粮食产量目标是840亿斤以上。"),),
        ),
        Case(
            "f",
            "followup",
            "它建在哪里？",
            must=(("芜湖",),),
            history=(Turn("user", "安徽2026年的低空飞行港投资多少"),),
        ),
        Case("u", "unanswerable", "昆山2026年粮食产量目标是多少"),
    )
    results = run(cases, chain.invoke, library(chain.index.documents))
    assert [result.case.id for result in results] == ["n", "f", "u"]
    assert [result.answer.id for result in results if result.answer] == ["n", "f", "u"]
    assert [result.scores["correct"] for result in results] == [1.0] * 3
    whole = ("cited", "precision", "evidence@1", "mrr", "faithful")
    assert [results[0].scores[name] for name in whole] == [1.0] * 5
    assert results[0].scores["p50"] > 0
    assert "cited" not in results[1].scores


def test_sources_are_compared_by_the_name_of_their_document() -> None:
    text = Document("江苏/2026.txt", QUOTE, Identity(place="江苏", year=2026))
    told = answer("118万人[1]。", citation(source="江苏/2026.txt"))
    assert scored(case(), told, library([text])).scores["cited"] == 1.0
    assert scored(case(), told, SHELF).scores["cited"] == 1.0
    elsewhere = answer("118万人[1]。", citation(source="江苏/2025.txt"))
    assert scored(case(), elsewhere, library([text])).scores["cited"] == 0.0


def test_the_progress_names_each_question_and_ends() -> None:
    seen: list[tuple[int, int, str]] = []
    run(CASES[:2], Assistant(), SHELF, progress=lambda *step: seen.append(step))
    assert seen == [(0, 2, "a？"), (1, 2, "b？"), (2, 2, "")]


def test_a_question_that_is_turned_away_has_no_answer_and_its_reason() -> None:
    def refuse(question: Question) -> Answer:
        raise UserError("问题太长（5001字），请缩短到5000字以内。")

    [result] = run([case()], refuse, SHELF)
    assert result.answer is None
    assert result.failure == "问题太长（5001字），请缩短到5000字以内。"
    assert result.scores == {
        **dict.fromkeys(("correct", "facts", "cited", "precision", "mrr", "ndcg"), 0.0),
        **dict.fromkeys(("evidence@1", "evidence@5", "evidence@10"), 0.0),
        "false_refusal": 1.0,
    }


def test_a_question_that_is_turned_away_is_no_refusal_that_could_be_right() -> None:
    nothing, _ = GOLD["unanswerable"]
    assert scored(nothing, None, SHELF).scores == {"correct": 0.0, "false_answer": 1.0}
    tables, _ = GOLD["table"]
    assert scored(tables, None, SHELF).scores == {"correct": 0.0, "cells": 0.0, "invented": 1.0}
    claim, _ = GOLD["claim"]
    assert scored(claim, None, SHELF).scores["verdict"] == 0.0


def test_a_fault_of_the_program_surfaces() -> None:
    def fail(question: Question) -> Answer:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        run([case()], fail, SHELF)


def test_an_interrupted_run_asks_only_the_rest(
    stopped: Callable[[Assistant], list[str]], tmp_path: Path
) -> None:
    assert stopped(Assistant(stop_at=3)) == ["a", "b"]
    second = Assistant()
    resumed = run(CASES, second, SHELF, kept_in(tmp_path, "key"))
    assert second.asked == ["c", "d", "e"]
    assert resumed == run(CASES, Assistant(), SHELF)


def test_another_key_begins_anew(stopped: Callable[[Assistant], list[str]], tmp_path: Path) -> None:
    stopped(Assistant(stop_at=3))
    fresh = Assistant()
    run(CASES, fresh, SHELF, kept_in(tmp_path, "other"))
    assert fresh.asked == list("abcde")
    assert kept_in(tmp_path, "key").answers == {}


def test_a_last_line_cut_short_costs_that_answer_only(
    stopped: Callable[[Assistant], list[str]], tmp_path: Path
) -> None:
    stopped(Assistant(stop_at=4))
    whole = part(tmp_path).read_text(encoding="utf-8")
    part(tmp_path).write_text(whole[:-40], encoding="utf-8")
    assert stopped(Assistant(stop_at=3)) == ["c", "d"]
    last = Assistant()
    run(CASES, last, SHELF, kept_in(tmp_path, "key"))
    assert last.asked == ["e"]


def test_a_character_cut_in_half_is_no_harm(
    stopped: Callable[[Assistant], list[str]], tmp_path: Path
) -> None:
    stopped(Assistant(stop_at=3))
    path = part(tmp_path)
    path.write_bytes(path.read_bytes() + '\n["c", {"question": "江'.encode()[:-1])
    assert list(kept_in(tmp_path, "key").answers) == ["a", "b"]


def test_a_complete_run_leaves_nothing_to_resume(tmp_path: Path) -> None:
    kept = kept_in(tmp_path / "new" / "report", "key")
    run(CASES, Assistant(), SHELF, kept)
    kept.forget()
    assert list((tmp_path / "new" / "report").iterdir()) == []
    Kept(tmp_path / "none", {}).forget()


def test_what_was_turned_away_is_asked_again(tmp_path: Path) -> None:
    def refuse(question: Question) -> Answer:
        raise UserError("问题太长。")

    run(CASES, refuse, SHELF, kept_in(tmp_path, "key"))
    assert kept_in(tmp_path, "key").answers == {}


def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(UserError, match=str(tmp_path / "file")):
        kept_in(tmp_path / "file", "key")


def test_every_kind_of_answer_is_kept_as_it_is(tmp_path: Path) -> None:
    kept = kept_in(tmp_path, "key")
    told = {name: replace(one, scope=Scope(years=(2026,))) for name, (_, one) in GOLD.items()}
    for name, one in told.items():
        kept.add(name, one)
    assert kept_in(tmp_path, "key").answers == told
    first, *lines = part(tmp_path).read_text(encoding="utf-8").split("\n")
    assert (json.loads(first), len(lines)) == ("key", len(GOLD))


def test_a_run_is_known_by_its_cases_library_and_engine() -> None:
    text = Document("a.txt", "甲", Identity())
    keys = [
        key_of(CASES, SHELF, "zhengwen"),
        key_of(CASES[:4], SHELF, "zhengwen"),
        key_of((*CASES[:4], replace(CASES[4], must=())), SHELF, "zhengwen"),
        key_of(CASES, library([text]), "zhengwen"),
        key_of(CASES, library([replace(text, text="乙")]), "zhengwen"),
        key_of(CASES, SHELF, "baseline bm25"),
    ]
    assert len(set(keys)) == len(keys)
    assert key_of(tuple(CASES), SHELF, "zhengwen") == keys[0]
