"""A growing text is cut into finished sentences."""

import pytest

from rag.guard import Cut, sentences

TEXT = "综上：\n- 甲县增长5%[1]。\n- 乙县增长6%[2]\n甲县说“不急。”[3] 真的吗？是的。[1][2]完"


@pytest.mark.parametrize("at", range(len(TEXT) + 1))
def test_nothing_is_lost_wherever_the_stream_stands(at: int) -> None:
    cut = sentences(TEXT[:at])
    assert "".join(cut.finished) + cut.rest == TEXT[:at]


def test_what_was_finished_stays_finished_as_the_text_grows() -> None:
    whole = sentences(TEXT, ended=True).finished
    for at in range(len(TEXT) + 1):
        found = sentences(TEXT[:at]).finished
        assert found == whole[: len(found)]


def test_markers_behind_the_stop_stay_with_their_sentence() -> None:
    assert sentences("稳就业。[1][2]保民生。").finished == ("稳就业。[1][2]",)


def test_a_marker_that_is_still_being_written_is_waited_for() -> None:
    assert sentences("稳就业。[1") == Cut((), "稳就业。[1")


def test_lines_are_sentences() -> None:
    assert sentences("- 甲[1]\n- 乙[2]\n丙").finished == ("- 甲[1]\n", "- 乙[2]\n")


def test_a_text_that_has_ended_is_finished_whole() -> None:
    assert sentences("稳就业", ended=True) == Cut(("稳就业",), "")
