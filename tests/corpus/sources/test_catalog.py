"""The list of publishers: the bundled one is whole, one's own is checked."""

from pathlib import Path

import pytest

from corpus.errors import UserError
from corpus.sources.catalog import catalog, named
from corpus.sources.types import Source

ENTRY = 'name = "a"\nplace = "甲"\npublisher = "甲市人民政府"\nhome = "a.gov.cn/"\n'


def test_the_state_and_the_31_provinces_are_there() -> None:
    sources = catalog()
    assert len(sources) == 32
    assert len({s.name for s in sources}) == len({s.place for s in sources}) == 32
    assert sources[0].publisher == "国务院"


@pytest.mark.parametrize("source", catalog(), ids=lambda source: source.name)
def test_every_bundled_source_is_official_and_polite(source: Source) -> None:
    assert all(domain.endswith("gov.cn") and domain != "gov.cn" for domain in source.domains)
    assert source.delay_seconds >= 2
    assert not source.local


@pytest.mark.parametrize("name", ["beijing", "北京", "北京市", "北京市人民政府", "Beijing"])
def test_a_publisher_answers_to_each_of_its_names(name: str) -> None:
    assert [source.name for source in named([name], catalog())] == ["beijing"]


def test_all_is_everyone_once() -> None:
    assert len(named(["北京", "all"], catalog())) == 32


def test_an_unknown_name_is_told() -> None:
    with pytest.raises(UserError, match=r"没有叫“长安”的来源；运行 zhengwen sources list"):
        named(["长安"], catalog())


def test_a_report_is_called_after_its_publisher() -> None:
    assert [s.title(2025) for s in named(["国务院", "广西"], catalog())] == [
        "2025年国务院政府工作报告",
        "2025年广西壮族自治区政府工作报告",
    ]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", r"里没有 \[\[source\]\]"),
        ("[[source]\n", "不是合格的 TOML"),
        ("source = 1", r"里没有 \[\[source\]\]"),
        ('[[source]]\nname = "a"', "第 1 项要有 name、place、publisher、home"),
        (f"[[source]]\n{ENTRY}", "domains 不能空"),
        (f'[[source]]\n{ENTRY}domains = ["b.gov.cn"]', "a.gov.cn 不是甲市人民政府的网站"),
        (f'[[source]]\n{ENTRY}domains = ["a.gov.cn"]\nlists = ["evil.cn"]', "evil.cn 不是"),
        (f'[[source]]\n{ENTRY}domains = ["a.gov.cn"]\ndelay_seconds = 1', "至少 2 秒"),
        (f'[[source]]\n{ENTRY}domains = ["a.gov.cn"]\nreports = {{new = "a.gov.cn"}}', "年份"),
        (f'[[source]]\n{ENTRY}domains = ["a.gov.cn"]\ncolour = 1', "不认识的字段：colour"),
        (f'[[source]]\n{ENTRY.replace("甲市", "../甲")}domains = ["a.gov.cn"]', "会成为文件名"),
    ],
)
def test_a_list_that_is_wrong_is_told(tmp_path: Path, text: str, reason: str) -> None:
    path = tmp_path / "mine.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(UserError, match=reason):
        catalog(path)


def test_a_list_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"读不了 .*none\.toml"):
        catalog(tmp_path / "none.toml")
