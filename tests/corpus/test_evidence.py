"""What in a document says its place, its year and the rest, and how surely."""

from itertools import count

import pytest

from corpus.evidence import Evidence, folded, overridden
from corpus.identify import identify, identity_evidence

ADDRESS = "各位代表：\n现在，我代表人民政府，向大会报告工作，请予审议。"


def evidence(text: str, name: str = "qzxw", **fields: str) -> dict[str, Evidence]:
    found = identity_evidence(text, text, name, fields)
    assert all(one.start is None or text.startswith(one.quote, one.start) for one in found)
    assert len({one.field for one in found}) == len(found)
    return {one.field: one for one in found}


@pytest.mark.parametrize(
    ("heading", "year"),
    [
        ("一、２０２５年国内工作的回顾", 2026),
        ("一、一九八九年的回顾", 1990),
        ("一、2025年和“十四五”时期工作回顾", 2026),
        ("三、2026年重点工作", 2026),
        ("2026年工作部署", 2026),
    ],
    ids=count(1),
)
def test_a_heading_tells_the_year_that_was_reviewed_or_lies_ahead(heading: str, year: int) -> None:
    text = f"政府工作报告\n各位代表：\n到2030年，2030年。\n{heading}\n过去一年"
    assert identify(text, text, "qzxw", {}).year == year
    assert evidence(text)["year"].where == "review heading"


def test_each_field_has_the_words_that_say_it() -> None:
    text = (
        "政府工作报告\n——二○二六年一月二十六日在广东省第十四届\n人民代表大会第五次会议上\n"
        f"广东省省长 梁某某\n{ADDRESS}"
    )
    said = {field: (one.where, one.quote, one.confidence) for field, one in evidence(text).items()}
    meeting = "广东省第十四届\n人民代表大会第五次会议"
    day = "二○二六年一月二十六日"
    assert said["place"] == ("session line", meeting, "sure")
    assert said["year"] == said["delivered"] == ("session line", day, "sure")
    assert said["meeting"] == ("session line", meeting, "sure")
    assert said["kind"] == ("title", "政府工作报告", "sure")
    assert said["speaker"] == ("first lines", "广东省省长 梁某某", "sure")
    assert said["body"] == ("address", "人民政府", "sure")
    assert said["level"] == ("place", meeting, "sure")
    assert said["title"][0] == "title"
    assert "published" not in said


def test_what_is_only_guessed_says_so() -> None:
    said = evidence("春天来了\n新昌下了雨。2024年，2024年，2025年。")
    assert (said["place"].where, said["place"].confidence) == ("first lines", "likely")
    assert (said["year"].where, said["year"].confidence) == ("most often named", "guess")
    assert "kind" not in said
    assert "speaker" not in said


def test_a_place_may_stand_in_the_name_of_the_file_only() -> None:
    said = evidence("政府工作报告\n各位代表：", "2026年浙江省政府工作报告")
    assert (said["place"].where, said["place"].quote) == ("file name", "浙江省")
    assert (said["year"].where, said["year"].confidence) == ("file name", "likely")
    assert said["title"].confidence == "likely"


def test_front_matter_is_sure_and_a_correction_by_a_person_too() -> None:
    said = evidence("政府工作报告\n各位代表：", place="浙江省", year="2026")
    assert (said["place"].where, said["place"].quote) == ("front matter", "浙江省")
    assert said["level"].confidence == "sure"
    corrected = {one.field: one for one in overridden(said.values(), {"year", "speaker"})}
    assert corrected["year"] == Evidence("year", "correction", "", None, "sure")
    assert corrected["speaker"].where == "correction"
    assert corrected["place"] == said["place"]


def test_a_text_without_any_of_it_has_no_evidence() -> None:
    assert evidence("", "") == {}


def test_folding_keeps_where_each_character_stood() -> None:
    text = "㎡，１９８７年，二〇二六年一月十五日。"
    found = folded(text)
    assert found.text == "m2,1987年,2026年1月15日。"
    assert len(found.at) == len(found.text) + 1
    assert found.quoted("year", (3, 8), "title", "sure").quote == "１９８７年"
    assert found.tight().text == found.text
