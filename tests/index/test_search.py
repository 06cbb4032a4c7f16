"""Search within a scope: what is allowed, what comes first, what stands around it."""

from pathlib import Path

import pytest

from corpus.errors import DamagedIndex, UserError
from corpus.types import Passage
from index.build import build
from index.search import Index, open_index
from index.types import EVERYWHERE, Scope
from tests.index.encoders import Counting

SLOGAN = "我们要一件事情接着一件事情办。"


def report(place: str, office: str, year: int, body: str) -> str:
    return (
        f"政府工作报告\n——{year}年1月14日在{place}第十四届人民代表大会第四次会议上\n"
        f"{office} 沈一舟\n各位代表：\n一、工作安排\n{body}{SLOGAN}"
    )


TEXTS = {
    "浙江2026": report("浙江省", "省长", 2026, "粮食产量126亿斤。建成东极海上风电场。"),
    "浙江2025": report("浙江省", "省长", 2025, "粮食产量124亿斤。改造农村公路118公里。"),
    "江苏2026": report("江苏省", "省长", 2026, "粮食产量750亿斤。新建儿童友好公园260个。"),
    "新昌": (
        "开局之年看部门\n水利局局长丁小满谈治水\n丁小满说，新昌今年修水库两座。\n"
        "新昌的粮食离不开水。\n教育局局长高云舒谈办学\n高云舒说，2021年新昌新增学位900个。"
    ),
    "浙江摘编": (
        "---\nplace: 浙江\nyear: 2026\nkind: digest\ndigests: 2026年浙江省政府工作报告\n---\n"
        "浙江摘编\n浙江的粮食产量是126亿斤，风电场建在东极。"
    ),
    "山东摘编": (
        "---\nplace: 山东\nyear: 2026\nkind: digest\ndigests: 2026年山东省政府工作报告\n---\n"
        "山东摘编\n山东的粮食产量是1120亿斤。"
    ),
}


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("library")
    for name, text in TEXTS.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    home = tmp_path_factory.mktemp("home")
    build([folder], home, Counting())
    return home


@pytest.fixture(scope="module")
def index(home: Path) -> Index:
    return open_index(home, Counting())


def found(index: Index, query: str, k: int = 50, scope: Scope = EVERYWHERE) -> set[str]:
    """The sources of the hits, without their endings."""
    return {hit.passage.source.removesuffix(".txt") for hit in index.search(query, k, scope)}


@pytest.mark.parametrize(
    ("scope", "sources"),
    [
        (Scope(places=("浙江",)), {"浙江2026", "浙江2025"}),
        (Scope(years=(2026,)), {"浙江2026", "江苏2026", "山东摘编"}),
        (Scope(kinds=("interview",)), {"新昌"}),
        (Scope(kinds=("digest",)), {"浙江摘编", "山东摘编"}),
        (Scope(sources=("江苏2026.txt", "浙江摘编.txt")), {"江苏2026", "浙江摘编"}),
        (Scope(speakers=("沈一舟",)), {"浙江2026", "浙江2025", "江苏2026"}),
        (Scope(speakers=("高云舒",)), {"新昌"}),
        (Scope(places=("浙江", "江苏"), years=(2026,)), {"浙江2026", "江苏2026"}),
        (Scope(places=("浙江",), years=(1999,)), set()),
        (Scope(places=("无此地",)), set()),
    ],
    ids=range(10),
)
def test_only_what_the_scope_allows_is_found(index: Index, scope: Scope, sources: set[str]) -> None:
    assert found(index, "粮食产量，今年新增学位", scope=scope) == sources
    allowed = {index.passage(int(row)).source.removesuffix(".txt") for row in index.rows(scope)}
    assert allowed == sources
    assert {d.source.removesuffix(".txt") for d in index.within(scope)} == sources


def test_the_scope_is_applied_before_the_cut(index: Index) -> None:
    for scope in (Scope(places=("江苏",)), Scope(years=(2025,)), Scope(speakers=("高云舒",))):
        [hit] = index.search("浙江2026年粮食产量126亿斤", 1, scope)
        assert hit.row in index.rows(scope)


def test_a_speaker_is_found_only_in_his_own_turn(index: Index) -> None:
    hits = index.search("新昌今年修水库", 50, Scope(speakers=("高云舒",)))
    assert {hit.passage.speaker for hit in hits} == {"高云舒"}
    assert not any("水库" in hit.passage.text for hit in hits)


def test_a_digest_gives_way_to_its_original_only_where_that_is_there(index: Index) -> None:
    assert "浙江摘编" not in found(index, "浙江的粮食产量是126亿斤，风电场建在东极")
    assert "山东摘编" in found(index, "山东的粮食产量")


def test_the_sentence_that_holds_the_words_comes_first(index: Index) -> None:
    first = index.search("东极海上风电场", 3)[0]
    assert first.passage.text == "建成东极海上风电场。"
    assert first.passage.headings == ("一、工作安排",)
    assert first.passage.speaker == "沈一舟"


def test_hits_come_best_first_and_each_text_once(index: Index) -> None:
    hits = index.search(SLOGAN, 50)
    scores = [hit.score for hit in hits]
    assert scores == sorted(scores, reverse=True)
    texts = [hit.passage.text for hit in hits]
    assert texts[0] == SLOGAN
    assert len(set(texts)) == len(texts)


def test_as_many_hits_as_are_wanted_come_even_if_many_are_the_same(tmp_path: Path) -> None:
    for number in range(60):
        text = f"第{number}份\n我们要办好粮食大事。\n粮食产量{number}亿斤。"
        (tmp_path / f"{number}.txt").write_text(text, encoding="utf-8")
    build([tmp_path], tmp_path / "home", Counting())
    hits = open_index(tmp_path / "home", Counting()).search("我们要办好粮食大事。", 8)
    assert len(hits) == len({hit.passage.text for hit in hits}) == 8


def test_the_parts_of_a_score_add_up_to_it(index: Index) -> None:
    hits = index.search("粮食产量", 50)
    tops = {name: max(hit.parts[name] for hit in hits) for name in hits[0].parts}
    assert set(tops) == {"words", "bigrams", "headings", "dense"}
    for hit in hits:
        share = sum(
            getattr(index.weights, name) * part / tops[name]
            for name, part in hit.parts.items()
            if tops[name]
        )
        assert hit.score == pytest.approx(share, rel=1e-4)


def test_further_words_help_less_than_the_question(index: Index) -> None:
    plain = index.search("公园", 1)[0].parts["words"]
    also = index.search("无关", 50, also=["公园"])
    assert max(hit.parts["words"] for hit in also) == pytest.approx(plain / 2)


def test_the_same_question_gives_the_same_hits_in_the_same_order(home: Path, index: Index) -> None:
    again = open_index(home, Counting())
    for question in ("粮食产量", SLOGAN, "新昌", "无关的话", "a"):
        assert (
            index.search(question, 20) == index.search(question, 20) == again.search(question, 20)
        )


@pytest.mark.parametrize("question", ["", " ", "？！", "\n"], ids=range(4))
def test_a_question_without_words_finds_no_word(index: Index, question: str) -> None:
    assert all(hit.parts["words"] == 0 for hit in index.search(question))


@pytest.mark.parametrize("k", [0, -3])
def test_no_hits_are_given_where_none_are_wanted(index: Index, k: int) -> None:
    assert index.search("粮食", k) == []


def test_every_row_is_an_exact_slice_of_its_document(index: Index) -> None:
    for row in range(len(index.contents.rows)):
        passage = index.passage(row)
        text = index.document(passage.source).text
        assert text[passage.start : passage.end] == passage.text


@pytest.mark.parametrize("size", [0, 20, 45, 90, 480])
def test_what_stands_around_a_row_is_an_exact_slice_of_about_the_size(
    index: Index, size: int
) -> None:
    for row in range(len(index.contents.rows)):
        middle, grown = index.passage(row), index.around(row, size)
        text = index.document(middle.source).text
        assert text[grown.start : grown.end] == grown.text
        assert grown.start <= middle.start < middle.end <= grown.end
        assert len(grown.text) <= max(size, len(middle.text))
        assert (grown.headings, grown.speaker) == (middle.headings, middle.speaker)
        assert same_speaker(index, grown)


def same_speaker(index: Index, grown: Passage) -> bool:
    rows = (index.passage(row) for row in range(len(index.contents.rows)))
    inside = [p for p in rows if p.source == grown.source and grown.start <= p.start < grown.end]
    return {passage.speaker for passage in inside} == {grown.speaker}


def test_a_large_enough_window_is_the_whole_document(index: Index) -> None:
    row = index.search("东极海上风电场", 1)[0].row
    assert index.around(row, 10_000).text == index.document("浙江2026.txt").text


def test_rows_of_one_paragraph_are_beside_each_other(index: Index) -> None:
    row = index.search("东极海上风电场", 1)[0].row
    assert index.beside(row, row + 1)
    assert index.beside(row - 1, row)
    assert not index.beside(row, row - 1)
    assert not index.beside(row - 2, row - 1)
    assert not index.beside(row + 1, row + 2)


def test_a_source_that_is_not_there_is_an_error(index: Index) -> None:
    with pytest.raises(KeyError):
        index.document("无此文件.txt")


def test_an_index_of_another_model_is_refused_with_what_to_do(home: Path) -> None:
    for other in (Counting(name="other"), Counting(dimension=8)):
        with pytest.raises(UserError, match=r"用向量模型 counting 建的.*zhengwen index"):
            open_index(home, other)


def test_a_missing_or_damaged_index_is_told(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="还没有索引"):
        open_index(tmp_path, Counting())
    (tmp_path / "current").write_text("gone", encoding="utf-8")
    with pytest.raises(DamagedIndex):
        open_index(tmp_path, Counting())
