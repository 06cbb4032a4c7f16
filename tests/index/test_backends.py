"""What every backend does alike: the scope, order, reopening, growing, losing, moving."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from corpus.corrections import Fields
from corpus.errors import UserError
from index import store
from index.backends import BACKENDS, Place, backend
from index.build import build
from index.doctor import examine
from index.edit import correct, remove
from index.search import Index, open_index
from index.types import EVERYWHERE, Hit, Rows, Scope
from tests.index.backends import EVERY, place_of
from tests.index.encoders import Counting

PLACES = {"浙江省": "沈一舟", "江苏省": "林远山", "湖南省": "何清平"}
QUESTIONS = ("粮食产量是多少", "修建公路", "浙江风电场", "沈一舟", "5.5%")
NEAR_ALL = "".join(map(chr, range(0x4E00, 0x4E10)))
SCOPES = (
    EVERYWHERE,
    Scope(places=("浙江",)),
    Scope(years=(2025,)),
    Scope(places=("浙江", "湖南"), years=(2026,)),
    Scope(kinds=("report",)),
    Scope(kinds=("digest",)),
    Scope(speakers=("林远山",)),
    Scope(sources=('江苏"省2026.txt', "摘编.txt")),
    Scope(sources=("副本.txt",)),
)


def report(place: str, year: int) -> str:
    seed = sum(map(ord, place)) + year
    lines = "".join(
        f"{place}在第{n}件工作上投入{seed * n % 97}亿元，粮食产量{seed * n % 89}万吨。"
        for n in range(1, 9)
    )
    return (
        f"政府工作报告\n——{year}年1月14日在{place}第十四届人民代表大会第四次会议上\n"
        f"省长 {PLACES[place]}\n各位代表：\n一、工作安排\n{lines}\n二、今后\n"
        f"{place}经济增长5.5%左右，修建公路{seed}公里。建成{place}海上风电场。"
    )


def filled(folder: Path) -> Path:
    folder.mkdir()
    for place in PLACES:
        for year in (2025, 2026):
            # A name with a quotation mark has to be told to an engine with care.
            name = f'{place[:2]}"{place[2:]}{year}.txt'
            (folder / name).write_text(report(place, year), encoding="utf-8")
    (folder / "副本.txt").write_text(report("浙江省", 2026), encoding="utf-8")
    (folder / "摘编.txt").write_text(
        "---\nplace: 浙江\nyear: 2026\nkind: digest\ndigests: 2026年浙江省政府工作报告\n---\n"
        "浙江摘编\n浙江的粮食产量很高，风电场建在海上。",
        encoding="utf-8",
    )
    return folder


@pytest.fixture(scope="module", params=EVERY)
def place(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Place:
    return place_of(request.param, tmp_path_factory.mktemp("place"))


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return filled(tmp_path_factory.mktemp("library") / "reports")


@pytest.fixture(scope="module")
def home(place: Place, library: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("home")
    build([library], home, Counting(), place=place)
    return home


@pytest.fixture(scope="module")
def index(home: Path) -> Index:
    return open_index(home, Counting())


@pytest.fixture(scope="module")
def ordinary(library: Path, tmp_path_factory: pytest.TempPathFactory) -> Index:
    """The same library as it is without anything said."""
    home = tmp_path_factory.mktemp("ordinary")
    build([library], home, Counting())
    return open_index(home, Counting())


def answers(index: Index) -> Iterator[list[Hit]]:
    return (index.search(q, 12, s, ["公里"]) for q in QUESTIONS for s in SCOPES)


def every(index: Index) -> Rows:
    return np.arange(len(index.contents.rows))


@pytest.mark.parametrize("scope", SCOPES, ids=range(len(SCOPES)))
def test_all_that_a_scope_allows_is_found_and_nothing_else(index: Index, scope: Scope) -> None:
    allowed = {index.passage(int(row)).text for row in index.rows(scope)}
    hits = index.search(NEAR_ALL, 10_000, scope)
    assert {hit.passage.text for hit in hits} == allowed
    assert {hit.row for hit in hits} <= set(index.rows(scope).tolist())


def test_the_same_library_has_the_same_rows_everywhere(index: Index, ordinary: Index) -> None:
    for scope in SCOPES:
        np.testing.assert_array_equal(index.rows(scope), ordinary.rows(scope))
    np.testing.assert_array_equal(index.contents.rows, ordinary.contents.rows)


def test_the_scope_is_applied_before_the_cut(index: Index) -> None:
    for scope in SCOPES:
        [hit] = index.search("湖南省经济增长5.5%左右", 1, scope)
        assert hit.row in index.rows(scope)


def test_a_sentence_of_the_library_finds_itself_first(index: Index) -> None:
    for row in index.rows(EVERYWHERE)[::5]:
        text = index.passage(int(row)).text
        assert index.search(text, 1)[0].passage.text == text


def test_hits_come_best_first_and_each_with_all_four_scores(index: Index) -> None:
    for hits in answers(index):
        assert [h.row for h in hits] == [
            h.row for h in sorted(hits, key=lambda hit: (-hit.score, hit.row))
        ]
        for hit in hits:
            assert list(hit.parts) == ["words", "bigrams", "headings", "dense"]
            assert min(hit.parts.values()) >= 0


def test_meaning_is_scored_alike_everywhere(index: Index, ordinary: Index) -> None:
    for one, other in zip(answers(index), answers(ordinary), strict=True):
        known = {hit.row: hit.parts["dense"] for hit in other}
        for hit in one:
            assert hit.parts["dense"] == pytest.approx(known.get(hit.row, hit.parts["dense"]))


def test_further_words_count(index: Index) -> None:
    plain, more = (
        {h.row: h.parts["words"] for h in index.search("无关", 500, also=also)}
        for also in ((), ("公路",))
    )
    assert max(plain.values()) == 0
    assert max(more.values()) > 0


@pytest.mark.parametrize("question", ["", "？！", "\n"], ids=["empty", "marks", "line"])
def test_a_question_without_words_finds_no_word(index: Index, question: str) -> None:
    assert all(hit.parts["words"] == 0 for hit in index.search(question))


def test_the_same_question_gives_the_same_hits_before_and_after_reopening(
    home: Path, index: Index
) -> None:
    first = list(answers(index))
    assert list(answers(index)) == first
    assert list(answers(open_index(home, Counting()))) == first


@pytest.mark.parametrize(
    "scope", [Scope(places=("无此地",)), Scope(places=("浙江",), years=(1999,))], ids=["a", "b"]
)
def test_an_empty_scope_gives_no_hits(index: Index, scope: Scope) -> None:
    assert index.search("粮食产量", 8, scope) == []


@pytest.mark.parametrize("k", [0, -1])
def test_no_hits_are_given_where_none_are_wanted(index: Index, k: int) -> None:
    assert index.search("粮食产量", k) == []


def test_vectors_are_given_back_in_the_order_asked_for(index: Index) -> None:
    rows = every(index)[::-3]
    texts = [index.passage(int(row)).text for row in rows]
    given = index.contents.vectors.vectors(rows)
    np.testing.assert_allclose(given, Counting().passages(texts), atol=1e-6)
    assert index.contents.vectors.vectors(rows[:0]).shape == (0, index.contents.vectors.dimension)
    assert len(index.contents.vectors) == len(index.contents.rows)


def test_how_rare_a_word_is_is_known_everywhere(index: Index, ordinary: Index) -> None:
    for word in ("粮食", "公路", "从未说过"):
        assert index.contents.words.idf(word) == ordinary.contents.words.idf(word)
    assert index.contents.bigrams.idf("风电") == ordinary.contents.bigrams.idf("风电")


def test_what_is_removed_or_changed_is_found_no_more(
    place: Place, tmp_path: Path, library: Path
) -> None:
    folder, home = filled(tmp_path / "reports"), tmp_path / "home"
    build([folder], home, Counting(), place=place)
    (folder / '湖南"省2025.txt').unlink()
    (folder / '湖南"省2026.txt').write_text(report("江苏省", 2026), encoding="utf-8")
    build([folder], home, Counting())
    remove(home, ["摘编.txt"])
    correct(home, '江苏"省2025.txt', Fields(place="安徽"))
    changed = open_index(home, Counting())
    assert changed.contents.place.backend == place.backend
    assert changed.search("粮食产量", 9, Scope(places=("湖南",))) == []
    assert changed.search("粮食产量", 9, Scope(sources=("摘编.txt",))) == []
    assert {h.passage.source for h in changed.search("粮食产量", 9, Scope(places=("安徽",)))} == {
        '江苏"省2025.txt'
    }
    assert list(answers(changed)) == list(answers(as_if_fresh(tmp_path, folder, place)))


def as_if_fresh(tmp_path: Path, folder: Path, place: Place) -> Index:
    """An index of a folder that is built at once, with the same decisions."""
    home = tmp_path / "fresh"
    build([folder], home, Counting(), place=place)
    remove(home, ["摘编.txt"])
    correct(home, '江苏"省2025.txt', Fields(place="安徽"))
    return open_index(home, Counting())


def test_an_index_is_moved_to_another_backend_and_back(
    place: Place, tmp_path: Path, library: Path, index: Index, ordinary: Index
) -> None:
    home = tmp_path / "home"
    build([library], home, Counting())
    encoder = Counting()
    build([library], home, encoder, place=place)
    moved = open_index(home, Counting())
    assert list(answers(moved)) == list(answers(index))
    build([library], home, encoder, place=Place("faiss"))
    assert list(answers(open_index(home, Counting()))) == list(answers(ordinary))
    assert encoder.seen == []


def test_nothing_is_written_where_nothing_changed(home: Path, library: Path) -> None:
    before = (home / "current").read_text(encoding="utf-8")
    encoder = Counting()
    build([library], home, encoder)
    assert ((home / "current").read_text(encoding="utf-8"), encoder.seen) == (before, [])


def test_the_old_generation_answers_until_the_new_one_is_whole(
    place: Place, tmp_path: Path, index: Index
) -> None:
    folder, home = filled(tmp_path / "reports"), tmp_path / "home"
    build([folder], home, Counting(), place=place)
    (folder / "新.txt").write_text("新的一份\n在这里停下。", encoding="utf-8")
    with pytest.raises(KeyboardInterrupt):
        build([folder], home, Counting(stop="在这里停下"))
    assert list(answers(open_index(home, Counting()))) == list(answers(index))


def test_a_sound_index_has_nothing_wrong(home: Path, index: Index) -> None:
    found = examine(home, "counting")
    assert [one.what for one in found if one.level == "wrong"] == []
    assert [one.what for one in found if one.what == index.contents.vectors.note] == [
        note for note in (index.contents.vectors.note,) if note
    ]


def test_a_library_that_lost_all_its_documents_finds_nothing(place: Place, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("只有一句粮食。", encoding="utf-8")
    build([tmp_path / "a.txt"], tmp_path / "home", Counting(), place=place)
    remove(tmp_path / "home", ["a.txt"])
    assert open_index(tmp_path / "home", Counting()).search("粮食") == []


def test_a_backend_that_is_not_there_is_told_with_those_that_are() -> None:
    with pytest.raises(UserError, match=f"没有叫 elsewhere 的后端；可用的有 {'、'.join(BACKENDS)}"):
        backend("elsewhere")


def test_an_index_of_the_layout_before_backends_is_read_as_it_is(
    tmp_path: Path, library: Path
) -> None:
    build([library], tmp_path / "home", Counting())
    [manifest] = tmp_path.glob("home/generations/*/manifest.json")
    told = manifest.read_text(encoding="utf-8")
    assert f'"version": {store.VERSION}' in told
    told = told.replace(f'"version": {store.VERSION}', '"version": 1')
    manifest.write_text(told.replace('"backend": "faiss",', ""), encoding="utf-8")
    assert open_index(tmp_path / "home", Counting()).search("粮食产量")
