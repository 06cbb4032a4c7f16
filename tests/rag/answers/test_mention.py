"""Who uses a phrase or a figure: coverage, counts, rows, and the refusal where nobody does."""

import pytest
from jsonschema import Draft202012Validator

from index.types import Scope
from rag.chain import Chain
from rag.json import to_dict
from rag.types import Answer, Question
from tests.rag.library import ask, chain_over
from tests.rag.provinces import report
from tests.rag.test_schema import SCHEMA

TEXTS = {
    "浙江2025.txt": report(
        "浙江", 2025, "培育“新质生产力”。", "今年地区生产总值增长5.5%左右。新质生产力要有大发展。"
    ),
    "浙江2026.txt": report("浙江", 2026, "产值达到12000亿元。", "壮大新质生产力。"),
    "江苏2026.txt": report("江苏", 2026, "新质生产力加快壮大。", "今年投资增长5.5%左右。"),
    "安徽2026.txt": report("安徽", 2026, "全省生产总值增长5.6%。", "重点实施六大工程。"),
}


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> Chain:
    return chain_over(tmp_path_factory.mktemp("mention"), TEXTS)


def rows(answer: Answer) -> list[tuple[str, int | None, str, int | None]]:
    assert answer.table is not None
    return [(row.place, row.year, row.value, row.count) for row in answer.table.rows]


def unmarked(answer: Answer) -> str:
    text = answer.answer
    for citation in answer.citations:
        text = text.replace(f"[{citation.number}]", "")
    return text


def test_a_phrase_alone_lists_who_uses_it_how_often_and_since_when(reports: Chain) -> None:
    answer = ask(reports, "新质生产力")
    assert (answer.kind, answer.answered) == ("mention", True)
    assert unmarked(answer).startswith(
        "文库中3份文件提到“新质生产力”，共4次（2025年2次、2026年2次），最早是浙江2025年的文件。"
    )
    assert rows(answer) == [
        ("江苏", 2026, "新质生产力加快壮大", 1),
        ("浙江", 2026, "壮大新质生产力", 1),
        ("浙江", 2025, "培育“新质生产力”", 2),
    ]


def test_each_row_is_cited_by_the_sentence_that_uses_it(reports: Chain) -> None:
    answer = ask(reports, "哪些报告提到新质生产力")
    assert answer.table is not None
    quotes = {citation.number: citation for citation in answer.citations}
    for row in answer.table.rows:
        [number] = row.citations
        assert (quotes[number].place, quotes[number].year) == (row.place, row.year)
        assert row.value in quotes[number].text


def test_provinces_are_counted_and_the_silent_named(reports: Chain) -> None:
    told = unmarked(ask(reports, "哪些省提到新质生产力"))
    assert told.startswith("3个省中有2个的文件提到“新质生产力”，共4次；没有提到的：安徽。")
    dated = unmarked(ask(reports, "2025年哪些省提到新质生产力"))
    assert dated.startswith("1个省中有1个的文件提到“新质生产力”，共2次。")


def test_the_first_use_leads_where_it_is_asked_for(reports: Chain) -> None:
    answer = ask(reports, "新质生产力最早什么时候出现")
    assert unmarked(answer).startswith("“新质生产力”最早见于浙江2025年的文件；")
    assert rows(answer)[0][:2] == ("浙江", 2025)


def test_who_said_it_is_told_by_name(reports: Chain) -> None:
    assert "江苏2026年沈一舟（1次）：“新质生产力加快壮大”" in unmarked(
        ask(reports, "谁提到过新质生产力")
    )


def test_a_place_in_the_question_narrows_the_count(reports: Chain) -> None:
    assert unmarked(ask(reports, "江苏新质生产力提了几次")).startswith(
        "文库中1份文件提到“新质生产力”，共1次。"
    )
    scoped = reports.invoke(Question("新质生产力", scope=Scope(places=("浙江",))))
    assert {place for place, *_ in rows(scoped)} == {"浙江"}


def test_a_figure_is_told_with_what_it_measures_its_year_and_its_role(reports: Chain) -> None:
    answer = ask(reports, "5.5%左右")
    assert rows(answer) == [
        ("江苏", 2026, "今年投资增长5.5%左右（目标）", None),
        ("浙江", 2025, "今年地区生产总值增长5.5%左右（目标）", None),
    ]
    [produced] = rows(ask(reports, "1.2万亿出自哪里"))
    assert produced == ("浙江", 2025, "产值达到12000亿元", None)


def test_a_figure_asked_for_as_a_target_of_something_is_only_that(reports: Chain) -> None:
    answer = ask(reports, "5.5%是哪个省的GDP目标")
    assert [row[0] for row in rows(answer)] == ["浙江"]
    assert "没有提到的：" in answer.answer


@pytest.mark.parametrize("text", ["六大工程", "“六大工程”", "新质生产力", "5.5%左右", "1.2万亿"])
def test_every_figure_of_the_answer_is_held_or_a_count(text: str, reports: Chain) -> None:
    lock = ask(reports, text).lock
    assert lock.held == lock.checked


def test_a_set_leads_to_its_items(reports: Chain) -> None:
    assert [s.question for s in ask(reports, "六大工程").suggestions] == [
        "2026年安徽的六大工程是哪些"
    ]


def test_what_nobody_uses_is_refused_with_the_nearest_phrase(reports: Chain) -> None:
    answer = ask(reports, "新质生产率")
    assert (answer.kind, answer.reason) == ("refusal", "文库中没有一份文件提到“新质生产率”")
    assert [s.question for s in answer.suggestions] == ["新质生产力"]
    figure = ask(reports, "7.7万亿元")
    assert figure.reason == "文库中没有一份文件提到“7.7万亿元”"
    assert ask(reports, "哪些省提到低空经济").reason == "文库中没有一份文件提到“低空经济”"


def test_where_no_province_uses_it_those_who_do_are_named(chain: Chain) -> None:
    answer = ask(chain, "哪些省提到新质生产力")
    assert unmarked(answer).startswith("2个省的文件都没有提到“新质生产力”；提到的是：")
    assert [row[:2] for row in rows(answer)] == [("全国", 2026)]


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("六大工程是哪些", "enumeration"),
        ("怎么发展新质生产力", "how"),
        ("浙江GDP目标", "number"),
        ("谁说要种好早稻", "who"),
    ],
)
def test_what_asks_for_anything_else_stays_what_it_is(
    question: str, kind: str, chain: Chain
) -> None:
    answer = ask(chain, question)
    assert answer.kind in (kind, "refusal")
    assert answer.table is None or answer.table.columns[-1] != "次数"


def test_keywords_that_stand_nowhere_as_they_are_remain_a_question(chain: Chain) -> None:
    assert ask(chain, "浙江养老床位").kind == "number"
    assert ask(chain, "养老床位新增").kind == "number"


def test_what_a_speaker_of_an_interview_is_to_have_said_is_found_by_meaning(chain: Chain) -> None:
    answer = ask(chain, "谁提到学校的课后服务")
    assert (answer.kind, "高云舒" in answer.answer) == ("who", True)


def test_it_is_what_the_schema_says(reports: Chain) -> None:
    Draft202012Validator(SCHEMA).validate(to_dict(ask(reports, "新质生产力")))


def test_more_than_forty_rows_are_said_and_cut(tmp_path_factory: pytest.TempPathFactory) -> None:
    lots = {f"{n}.txt": f"村{n}的低空经济。" for n in range(45)}
    answer = ask(chain_over(tmp_path_factory.mktemp("many"), lots), "低空经济")
    assert len(rows(answer)) == 40
    assert answer.problems == ("表中只列出前40条，共有45条。",)
