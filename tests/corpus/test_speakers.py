"""Who speaks where on a page of interviews, and whose name stands beside an office."""

from pathlib import Path

import pytest

from corpus.read import read_document
from corpus.speakers import Turn, named_speaker, turns
from corpus.types import Document, Identity, Kind

PAGE = """\
开局之年看部门
守好一方水
县水利局局长丁小满谈治水
丁小满说，今年修水库两座。
他谈到林业局局长罗云时说，两个局要一起干。
守好一片林
林业局副局长、总工程师罗云谈护林
罗云说，今年造林3000亩。"""


def page(kind: Kind = "interview", text: str = PAGE) -> Document:
    return Document("page.txt", text, Identity(kind=kind))


def test_a_turn_begins_with_the_title_above_its_headline_and_ends_with_the_next() -> None:
    first, second = PAGE.index("守好一方水"), PAGE.index("守好一片林")
    assert turns(page()) == (
        Turn(first, second, "丁小满", "县水利局局长"),
        Turn(second, len(PAGE), "罗云", "林业局副局长、总工程师"),
    )


def test_what_was_said_just_above_a_headline_belongs_to_the_turn_before() -> None:
    text = "水利局局长丁小满谈治水\n丁小满说，好。\n教育局局长高云舒谈办学\n高云舒说，行。"
    assert [text[turn.start : turn.end] for turn in turns(page(text=text))] == [
        "水利局局长丁小满谈治水\n丁小满说，好。\n",
        "教育局局长高云舒谈办学\n高云舒说，行。",
    ]


def test_a_headline_may_be_the_first_line() -> None:
    assert turns(page(text="教育局局长高云舒谈办学\n高云舒说。")) == (
        Turn(0, 17, "高云舒", "教育局局长"),
    )


@pytest.mark.parametrize("kind", ["interview", "speech", "other"])
@pytest.mark.parametrize("text", ["", "同志们：今年要修水库两座。"], ids=["empty", "plain"])
def test_a_text_without_headlines_has_no_turns(kind: Kind, text: str) -> None:
    assert turns(page(kind, text)) == ()


@pytest.mark.parametrize("kind", ["report", "plan", "notice", "digest"])
def test_other_kinds_of_document_have_no_turns(kind: Kind) -> None:
    assert turns(page(kind)) == ()


def test_a_sentence_in_which_somebody_is_talked_about_is_no_headline() -> None:
    text = "昨天，水利局局长丁小满谈了治水。\n" + "局长" * 30 + "丁小满谈治水"
    assert turns(page(text=text)) == ()


@pytest.mark.parametrize(
    ("head", "before_session", "name"),
    [
        ("省长 张 三\n各位代表：", "", "张三"),
        ("省长\u3000沈一舟", "", "沈一舟"),
        ("主席 阿布都·某某某", "", "阿布都·某某某"),
        ("代理主席 尼玛某某", "", "尼玛某某"),
        ("省长 沈一舟同志", "", "沈一舟"),
        ("省长 沈一舟作政府工作报告", "", "沈一舟"),
        ("沈一舟市长", "沈一舟市长", "沈一舟"),
        ("", "省人民政府省长", ""),
        ("各位代表：\n省长 沈一舟", "", ""),
        ("政府工作报告", "", ""),
    ],
    ids=range(10),
)
def test_a_name_beside_an_office(head: str, before_session: str, name: str) -> None:
    assert named_speaker(head, before_session) == name


def test_the_real_interviews_have_three_speakers_each_in_one_stretch(shared: Path) -> None:
    [path] = sorted((shared / "reports" / "speeches").iterdir())
    document = read_document(path)
    found = turns(document)
    assert len({turn.speaker for turn in found}) == len(found) == 3
    for turn in found:
        said = document.text[turn.start : turn.end]
        others = [other.speaker for other in found if other != turn]
        assert said.count(turn.speaker) >= 2
        assert not any(other in said for other in others)
