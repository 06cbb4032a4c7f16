"""Which questions ask for the users of a phrase, and of which."""

import pytest

from rag.sought import Asks, alone, asked, of_words

ASKED: dict[str, tuple[str, Asks]] = {
    "谁提到过低空经济": ("低空经济", "speakers"),
    "低空经济谁提到过？": ("低空经济", "speakers"),
    "哪些报告提到新质生产力": ("新质生产力", "users"),
    "哪几份文件里提到过“一带一路”": ("一带一路", "users"),
    "哪里提到过海上风电": ("海上风电", "users"),
    "哪些省提到低空经济": ("低空经济", "places"),
    "2026年哪些省没有提到低空经济": ("低空经济", "places"),
    "有多少个省提到了低空经济这个概念": ("低空经济", "places"),
    "长三角哪些省提到低空经济": ("低空经济", "places"),
    "低空经济有哪些省提到": ("低空经济", "places"),
    "1.2万亿出自哪里": ("1.2万亿", "users"),
    "5.5%是哪个省的目标": ("5.5%", "places"),
    "1.2万亿是什么": ("1.2万亿", "users"),
    "新质生产力最早什么时候出现": ("新质生产力", "first"),
    "新质生产力是哪一年首次提出的": ("新质生产力", "first"),
    "最早提到新质生产力的是哪份报告": ("新质生产力", "first"),
    "新质生产力这个词最早出现在哪一年": ("新质生产力", "first"),
    "低空经济提了几次": ("低空经济", "count"),
    "报告里提了几次低空经济": ("低空经济", "count"),
    "低空经济在浙江2026年报告里出现了多少次": ("低空经济", "count"),
    "中国式现代化提了几次": ("中国式现代化", "count"),
    "去年怎么样，哪些省提到低空经济": ("低空经济", "places"),
}
OTHER = [
    "六大工程是哪些",
    "新质生产力怎么发展",
    "谁说要种好早稻",
    "谁提到了它",
    "哪位局长谈了科技创新？",
    "风电场建在哪里",
    "游客来自哪里",
    "哪些省GDP目标是5.5%",
    "新增就业完成了多少",
    "浙江怎么稳外贸",
    "增长目标是5.5%吗",
]


@pytest.mark.parametrize("question", ASKED)
def test_a_question_for_the_users_of_a_phrase(question: str) -> None:
    found = asked(question)
    assert found is not None
    assert (found.phrase, found.asks) == ASKED[question]
    assert not found.alone


@pytest.mark.parametrize("question", OTHER)
def test_any_other_question_is_none(question: str) -> None:
    assert asked(question) is None


def test_the_rest_of_the_question_has_its_place_and_year_but_not_the_phrase() -> None:
    found = asked("浙江省2025年低空经济提了几次")
    assert found is not None
    assert "浙江省2025年" in found.rest
    assert "低空经济" not in found.rest
    quoted = asked("“浙江精神”出自哪里")
    assert quoted is not None
    assert "浙江" not in quoted.rest


def test_any_words_can_be_looked_for_as_they_stand() -> None:
    assert (of_words(" 浙江精神 ").phrase, of_words("浙江精神").figure) == ("浙江精神", None)
    assert of_words("1.2万亿").figure is not None


def test_what_a_figure_is_to_be_is_told() -> None:
    found = asked("5.5%左右是哪个省的目标")
    assert found is not None
    assert found.figure is not None
    assert (found.figure.qualifier, found.of) == ("about", "目标")


@pytest.mark.parametrize(
    "text", ["新质生产力", "六大工程", "“八八战略”", "1.2万亿", "5.5%左右", "人工智能+"]
)
def test_a_phrase_or_figure_alone(text: str) -> None:
    found = alone(text)
    assert found is not None
    assert found.alone
    assert found.phrase == text.strip("“”")
    assert (found.figure is not None) == text[0].isdigit()


@pytest.mark.parametrize(
    "text", ["浙江GDP目标", "江苏粮食", "2025年", "浙江 就业 目标", "科技的四条原则", "", "新"]
)
def test_a_place_a_year_or_keywords_are_no_phrase(text: str) -> None:
    assert alone(text) is None
