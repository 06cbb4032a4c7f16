"""Who says each part of an interview, whatever form it is printed in."""

from pathlib import Path

import pytest

from corpus.attribution import said, speaker_at
from corpus.read import read_document
from corpus.split import split
from corpus.types import Document, Identity, Kind


def heard(text: str, kind: Kind = "interview", speaker: str = "") -> list[tuple[str, str]]:
    """Speaker and words of each stretch."""
    document = Document("a.txt", text, Identity(kind=kind, speaker=speaker))
    return [(one.speaker, text[one.start : one.end]) for one in said(document)]


HEADLINES = """\
开局之年看部门
守好一方水
县水利局局长丁小满谈治水
记者 何小雨
去年的大旱还在眼前，今年的水怎么守？近日，记者采访了县水利局局长丁小满。
丁小满说，今年修水库两座。水库修在上游。
全县还要修渠30公里。
记者在渠边看到，水泥已经运到。工人有40名。
她表示，年底通水。
“水是命根子。渠是血脉。”丁小满说，渠修到哪里，水就到哪里。
守好一片林
林业局副局长、总工程师罗云谈护林
今年造林3000亩。
“他们说造林难。”罗云介绍，难在石头山。"""


def test_a_part_belongs_to_its_headline_and_questions_and_summaries_to_nobody() -> None:
    assert heard(HEADLINES) == [
        ("", "开局之年看部门"),
        ("丁小满", "守好一方水\n县水利局局长丁小满谈治水"),
        (
            "",
            "记者 何小雨\n去年的大旱还在眼前，今年的水怎么守？近日，记者采访了县水利局局长丁小满。",
        ),
        ("丁小满", "丁小满说，今年修水库两座。水库修在上游。\n全县还要修渠30公里。"),
        ("", "记者在渠边看到，水泥已经运到。工人有40名。"),
        (
            "丁小满",
            "她表示，年底通水。\n“水是命根子。渠是血脉。”丁小满说，渠修到哪里，水就到哪里。",
        ),
        ("罗云", "守好一片林\n林业局副局长、总工程师罗云谈护林"),
        ("", "今年造林3000亩。"),
        ("罗云", "“他们说造林难。”罗云介绍，难在石头山。"),
    ]


def test_a_part_that_never_says_who_speaks_is_all_of_its_headline() -> None:
    text = "教育局局长高云舒谈办学\n学校要办到村口。老师要留得住。"
    assert heard(text) == [("高云舒", text)]


def test_a_page_without_headlines_names_its_speakers_in_the_sentence() -> None:
    text = (
        "新昌县多部门介绍春耕\n春耕开始了。县水利局局长丁小满说，水已放到田头。\n"
        "他还说，渠道通了。\n县农业农村局副局长罗云介绍，种子已经备好。对此，丁局长表示支持。"
    )
    assert heard(text) == [
        ("", "新昌县多部门介绍春耕\n春耕开始了。"),
        ("丁小满", "县水利局局长丁小满说，水已放到田头。\n他还说，渠道通了。"),
        ("罗云", "县农业农村局副局长罗云介绍，种子已经备好。"),
        ("丁小满", "对此，丁局长表示支持。"),
    ]


@pytest.mark.parametrize(
    ("ask", "answer"),
    [("问", "答"), ("记者", "丁小满"), ("记者问", "丁小满"), ("主持人", "县水利局局长丁小满")],
    ids=["qa", "names", "asks", "office"],
)
@pytest.mark.parametrize("colon", ["：", ":"], ids=["wide", "narrow"])
def test_questions_are_nobodys_and_answers_of_the_one_who_is_asked(
    ask: str, answer: str, colon: str
) -> None:
    text = (
        f"水利局局长丁小满谈治水\n{ask}{colon}水库修好了吗？\n{answer}{colon}修好了两座。\n"
        f"第一座已经蓄水。\n{ask}{colon}第三座呢？\n{answer}{colon}明年修。"
    )
    assert [(who, words.split(colon)[0]) for who, words in heard(text)] == [
        ("丁小满", "水利局局长丁小满谈治水"),
        ("", ask),
        ("丁小满", answer),
        ("", ask),
        ("丁小满", answer),
    ]
    assert heard(text)[2][1].endswith("第一座已经蓄水。")


def test_answers_are_of_the_person_that_the_document_names() -> None:
    text = "问：水库修好了吗？\n答：修好了。\n今年完工。"
    assert heard(text, speaker="丁小满") == [
        ("", "问：水库修好了吗？"),
        ("丁小满", "答：修好了。\n今年完工。"),
    ]


def test_names_before_a_colon_take_turns() -> None:
    text = (
        "记者：渠通了吗？\n丁小满：通了。\n罗云（县林业局）：林也绿了。\n记者：谢谢。\n罗云：不谢。"
    )
    assert [who for who, _ in heard(text)] == ["", "丁小满", "罗云", "", "罗云"]


def test_a_label_is_not_a_name() -> None:
    text = "问：有哪些任务？\n任务：修渠。\n任务：造林。\n方法：苦干。"
    assert heard(text) == []


@pytest.mark.parametrize("gap", [" ", "\u3000"], ids=["narrow", "wide"])
def test_speeches_in_sequence_are_signed_on_lines_of_their_own(gap: str) -> None:
    text = (
        f"在全县会议上的发言\n把水守好\n县水利局局长{gap}丁小满\n今年修水库。罗云说得对。\n"
        f"把树种好\n县林业局局长{gap}罗 云\n今年造林。"
    )
    assert heard(text, kind="speech") == [
        ("", "在全县会议上的发言\n"),
        ("丁小满", f"把水守好\n县水利局局长{gap}丁小满\n今年修水库。罗云说得对。\n"),
        ("罗云", f"把树种好\n县林业局局长{gap}罗 云\n今年造林。"),
    ]


def test_a_speech_of_one_person_has_no_parts_whomever_it_quotes() -> None:
    text = "在全县会议上的讲话\n县长 王某某\n同志们：\n县委书记李大山指出，要修渠。我们要照办。"
    assert heard(text, kind="speech", speaker="王某某") == []


@pytest.mark.parametrize("kind", ["report", "plan", "notice", "digest"])
def test_other_kinds_have_no_parts(kind: Kind) -> None:
    assert heard(HEADLINES, kind) == []


@pytest.mark.parametrize("text", ["", "\n", "县里修了渠。"], ids=["empty", "line", "plain"])
def test_a_text_that_names_nobody_has_no_parts(text: str) -> None:
    assert heard(text) == []


@pytest.mark.parametrize("text", [HEADLINES, "问：甲？\n县长丁小满：乙。"], ids=["page", "qa"])
def test_the_stretches_do_not_overlap_and_leave_out_only_line_ends(text: str) -> None:
    stretches = said(Document("a.txt", text, Identity(kind="interview")))
    covered = 0
    for one in stretches:
        assert not text[covered : one.start].strip()
        covered = one.end
    assert covered == len(text)


def test_passages_carry_the_speaker_of_their_stretch() -> None:
    document = Document("a.txt", HEADLINES, Identity(kind="interview"))
    speakers = {passage.text: passage.speaker for passage in split(document)}
    assert speakers["全县还要修渠30公里。"] == "丁小满"
    assert speakers["工人有40名。"] == ""
    assert speakers["渠是血脉。”"] == "丁小满"
    assert speakers["记者 何小雨"] == ""


def test_the_bundled_interviews_give_every_question_to_nobody_and_the_rest_to_its_part(
    root: Path,
) -> None:
    pages = sorted((root / "corpus" / "samples").glob("*.txt"))
    pages = [page for page in pages if page.name.startswith(("yunling-", "baisha-"))]
    assert len(pages) == 6
    for page in pages:
        document = read_document(page)
        stretches = said(document)
        names = {one.speaker for one in stretches if one.speaker}
        assert len(names) in (3, 4)
        for passage in split(document):
            asked = passage.text.startswith(("记者问", "记者追问", "本文是"))
            said_by = speaker_at(stretches, passage.start)
            assert passage.speaker == said_by
            named = [name for name in names if passage.text.startswith(name)]
            assert said_by == ("" if asked else named[0] if named else said_by)
            if passage.text.startswith(("他", "她")):
                assert said_by


def test_the_real_interviews_give_the_by_lines_and_the_lead_in_to_nobody(shared: Path) -> None:
    [path] = sorted((shared / "reports" / "speeches").iterdir())
    document = read_document(path)
    nobody = [p.text for p in split(document) if not p.speaker]
    assert sum(text.startswith("记者 ") for text in nobody) == 3
    assert len(nobody) == 4 + 3 + 3
    assert len({p.speaker for p in split(document) if p.speaker}) == 3
