"""A scope set by hand: what contradicts it is refused or told, never answered for another."""

from index.types import Scope
from rag.chain import Chain
from rag.types import Answer, Question, Turn


def ask(chain: Chain, text: str, scope: Scope, *before: str) -> Answer:
    return chain.invoke(Question(text, tuple(Turn("user", one) for one in before), scope))


def test_another_place_than_the_chosen_is_refused(chain: Chain) -> None:
    answer = ask(chain, "江苏2026年就业目标是多少", Scope(places=("浙江",)))
    assert not answer.answered
    assert answer.reason == "问题问的是江苏，选定的范围却只有浙江的文件"
    assert answer.citations == ()


def test_another_year_than_the_chosen_is_refused(chain: Chain) -> None:
    answer = ask(chain, "浙江2026年就业目标是多少", Scope(years=(2025,)))
    assert answer.reason == "问题问的是2026年，选定的范围却只有2025年的文件"


def test_another_place_than_that_of_the_chosen_file_is_refused(chain: Chain) -> None:
    answer = ask(chain, "浙江2026年就业目标是多少", Scope(sources=("江苏/2026.txt",)))
    assert answer.reason == "问题问的是浙江，选定的范围却只有江苏的文件"


def test_a_statement_about_another_place_is_refused_too(chain: Chain) -> None:
    answer = ask(chain, "江苏2026年就业目标是118万人以上。", Scope(places=("浙江",)))
    assert (answer.answered, answer.verdict) == (False, "not_enough_info")
    assert answer.reason.startswith("问题问的是江苏")


def test_the_whole_country_counts_only_where_it_is_named(chain: Chain) -> None:
    scope = Scope(places=("浙江",))
    assert ask(chain, "全国2026年就业目标是多少", scope).reason.startswith("问题问的是全国")
    told = ask(chain, "我国制造业怎么走在前列", scope)
    assert not told.reason.startswith("问题问的是")


def test_the_year_before_that_of_a_chosen_report_is_what_it_tells(chain: Chain) -> None:
    answer = ask(chain, "浙江2025年粮食产量是多少", Scope(years=(2026,)))
    assert "129.5亿斤" in answer.answer


def test_of_several_places_those_left_out_are_told(chain: Chain) -> None:
    answer = ask(chain, "浙江和江苏2026年就业目标谁高", Scope(places=("浙江",)))
    assert "江苏不在选定的范围里" in answer.answer
    assert {citation.place for citation in answer.citations} == {"浙江"}


def test_a_place_of_the_conversation_gives_way_to_the_chosen_with_a_note(chain: Chain) -> None:
    answer = ask(chain, "那粮食产量呢", Scope(places=("浙江",)), "江苏2026年就业目标是多少")
    assert "127亿斤以上" in answer.answer
    assert "江苏不在选定的范围里" in answer.answer


def test_a_year_of_the_conversation_gives_way_to_the_chosen(chain: Chain) -> None:
    answer = ask(chain, "那粮食产量呢", Scope(years=(2025,)), "浙江2026年就业目标是多少")
    assert "126亿斤以上" in answer.answer


def test_the_ledger_is_read_only_within_the_chosen_files(chain: Chain) -> None:
    answer = ask(chain, "浙江2026年就业目标是多少", Scope(sources=("摘编.txt",)))
    assert {citation.source for citation in answer.citations} == {"摘编.txt"}
