"""What a report cites is found again, moved, gone, or the report was altered."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import docx
import pytest

from corpus.errors import UserError
from corpus.types import Document, Identity
from rag.json import citation_dict
from rag.proofread.footnotes import footnoted
from rag.proofread.manuscript import of_text, open_manuscript, save
from rag.proofread.report import to_dict
from rag.proofread.verify import citations_in, read_report, standing, standing_dict
from tests.rag.proofread.drafts import SOURCE, saved, word
from tests.rag.proofread.test_word_comments import WHEN, again, check

IDENTITY = Identity(title="甲报告", place="浙江", year=2026)
HERE = Document("甲.txt", "目标：增长5%以上。", IDENTITY)
(CITED,) = citations_in({"citations": [citation_dict(SOURCE)]})


def state(*documents: Document) -> tuple[str, str, int]:
    found = standing(CITED, documents)
    return found.state, found.source, found.start


def test_a_quote_in_its_place_is_held() -> None:
    assert HERE.text[3:10] == SOURCE.text
    assert state(HERE) == ("held", "甲.txt", 3)


@pytest.mark.parametrize(
    ("document", "source", "start"),
    [
        (replace(HERE, text="各位代表：目标：增长5%以上。"), "甲.txt", 8),
        (replace(HERE, source="乙.txt"), "乙.txt", 3),
        (replace(HERE, source="丙.txt", identity=replace(IDENTITY, title="新题")), "丙.txt", 3),
    ],
    ids=["within", "same-title", "same-place-and-year"],
)
def test_a_quote_elsewhere_in_its_document_or_a_version_has_moved(
    document: Document, source: str, start: int
) -> None:
    assert state(document) == ("moved", source, start)


def test_of_several_places_the_nearest_counts() -> None:
    text = "增长5%以上。" + "稳" * 9 + "增长5%以上。" + "进" * 90 + "增长5%以上。"
    cited = replace(CITED, start=30, end=37)
    assert standing(cited, [replace(HERE, text=text)]).start == 16


def test_what_nobody_says_any_more_is_gone() -> None:
    other = replace(HERE, source="丁.txt", identity=Identity("别的", "江苏", 2026))
    assert state(replace(HERE, text="目标：增长4%以上。"), other)[0] == "gone"
    assert state()[0] == "gone"


def test_a_quote_that_was_altered_in_the_report_is_told() -> None:
    assert standing(replace(CITED, text="增长9%以上。"), [HERE]).state == "altered"
    assert standing_dict(standing(replace(CITED, text="增长9%。"), [HERE]))["now"] is None


def test_a_word_file_carries_its_report_even_after_others_have_saved_it(tmp_path: Path) -> None:
    path = again(saved(word("浙江2026年增长5%。"), tmp_path / "a.docx"), tmp_path / "b.docx")
    docx.Document(str(path)).save(str(tmp_path / "c.docx"))
    for name in ("b.docx", "c.docx"):
        assert citations_in(read_report(tmp_path / name)) == (CITED,)


def test_a_second_check_leaves_one_report(tmp_path: Path) -> None:
    first = again(saved(word("浙江2026年增长5%。"), tmp_path / "a.docx"), tmp_path / "b.docx")
    manuscript = open_manuscript(first)
    result = check(manuscript)
    save(tmp_path / "c.docx", manuscript, replace(result, findings=()), WHEN)
    assert citations_in(read_report(tmp_path / "c.docx")) == ()


def test_json_and_markdown_carry_it_too(tmp_path: Path) -> None:
    result = check(of_text("浙江2026年增长5%。\n", "稿.md"))
    report = to_dict(result, WHEN)
    (tmp_path / "a.json").write_text(json.dumps(report), encoding="utf-8")
    text = footnoted("浙江2026年增长5%。\n", result, report)
    (tmp_path / "a.md").write_text(text, encoding="utf-8")
    for name in ("a.json", "a.md"):
        assert citations_in(read_report(tmp_path / name)) == (CITED,)


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("a.json", "{", "不是合格的 JSON"),
        ("a.md", "# 没核过", "没有核稿记录"),
        ("a.docx", "这不是 Word", "不是 Word 文件"),
    ],
    ids=["json", "text", "word"],
)
def test_a_file_without_a_report_is_told(name: str, text: str, said: str, tmp_path: Path) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")
    with pytest.raises(UserError, match=said):
        read_report(tmp_path / name)


def test_a_word_file_that_we_did_not_write_is_told(tmp_path: Path) -> None:
    path = saved(word("浙江增长5%。"), tmp_path / "a.docx")
    with pytest.raises(UserError, match="没有核稿记录"):
        read_report(path)


@pytest.mark.parametrize(
    "changed", [{"sha256": None}, {"start": "x"}, {"year": "2026"}], ids=["hash", "start", "year"]
)
def test_a_citation_that_lacks_something_is_told(changed: dict[str, Any]) -> None:
    with pytest.raises(UserError, match="没法核验"):
        citations_in({"citations": [{**citation_dict(SOURCE), **changed}]})
