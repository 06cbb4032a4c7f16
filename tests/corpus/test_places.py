"""Places named in questions and texts, with what only looks like one."""

import pytest

from corpus.data.make_places import short_name
from corpus.places import english, find, group, known


def shorts(text: str, country: bool = False) -> list[str]:
    return [mention.place.short for mention in find(text, country)]


def english_shorts(text: str, country: bool = False) -> list[str]:
    return [mention.place.short for mention in english(text, country)]


def test_the_table_holds_the_country_the_provinces_and_what_lies_in_them() -> None:
    levels = [place.level for place in known().rows]
    assert levels.count("country") == 1
    assert levels.count("province") == 34
    assert levels.count("prefecture") == 333
    assert levels.count("county") > 2800


def test_every_parent_is_a_place_of_the_table() -> None:
    places = known()
    orphans = [p.name for p in places.rows if p.parent and not places.by_short(p.parent)]
    assert orphans == []


def test_a_place_is_found_by_its_short_name() -> None:
    [place] = known().by_short("新昌")
    assert (place.name, place.parent, place.english) == ("新昌县", "绍兴", "Xinchang")
    assert known().province(place) == "浙江"
    assert known().by_short("无此地") == ()


def test_a_mention_tells_where_it_stands() -> None:
    text = "请问浙江省今年的目标"
    [mention] = find(text)
    assert text[mention.start : mention.end] == "浙江省"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("新昌2026年高企目标是多少", ["新昌"]),
        ("新疆、吉安和吉林", ["新疆", "吉安", "吉林"]),
        ("吉林市与吉林省", ["吉林市", "吉林"]),
        ("海南州与海南省", ["海南州", "海南"]),
        ("青海省海南藏族自治州", ["青海", "海南州"]),
        ("江西和浙江西部", ["江西", "浙江"]),
        ("恩施州", ["恩施"]),
        ("内蒙、广西壮族自治区", ["内蒙古", "广西"]),
        ("黑龙江", ["黑龙江"]),
        ("比较昆山和义乌", ["昆山", "义乌"]),
        ("其中山东和山西", ["山东", "山西"]),
        ("建设美丽江苏", ["江苏"]),
        ("那湖南呢？", ["湖南"]),
    ],
)
def test_names_are_matched_whole_and_longest_first(text: str, expected: list[str]) -> None:
    assert shorts(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "长江、黄河、珠江",
        "京津冀协同发展",
        "北京时间八点",
        "上海合作组织在南京路",
        "山东舰到海南岛",
        "西藏路",
        "朝阳产业与和平发展",
        "提高平均水平",
        "创新县域经济",
        "新兴市场和新兴区域",
        "集中卫生资源",
        "复合肥料",
        "各自贡献力量",
        "沿海城市",
        "隆重庆祝",
        "各省各地",
    ],
)
def test_what_only_looks_like_a_place_is_none(text: str) -> None:
    assert shorts(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("苏浙粤三省", ["江苏", "浙江", "广东"]),
        ("浙、苏、粤三省", ["浙江", "江苏", "广东"]),
        ("浙沪", ["浙江", "上海"]),
        ("京沪两地", ["北京", "上海"]),
        ("苏浙粤GDP哪个高", ["江苏", "浙江", "广东"]),
        ("京沪高铁", []),
        ("江苏浙江", ["江苏", "浙江"]),
        ("川菜和湘绣", []),
    ],
)
def test_single_characters_count_only_where_they_are_listed(text: str, expected: list[str]) -> None:
    assert shorts(text) == expected


def test_an_ordinary_word_needs_its_suffix_or_its_parent() -> None:
    assert shorts("和平") == []
    assert shorts("天津市和平区") == ["天津", "和平"]
    assert shorts("北京朝阳") == ["北京", "朝阳"]
    assert find("北京朝阳")[1].place.name == "朝阳区"
    assert find("朝阳市")[0].place.level == "prefecture"


def test_an_ordinary_word_does_not_hide_the_name_that_begins_inside_it() -> None:
    assert shorts("吉安和平凉市") == ["吉安", "平凉"]


def test_a_county_of_two_characters_keeps_its_suffix_and_needs_a_boundary() -> None:
    assert shorts("和县今年的目标") == ["和县"]
    assert shorts("湖南县级医院") == ["湖南"]


def test_an_ambiguous_county_is_told_by_what_stands_near() -> None:
    assert [m.place.parent for m in find("南京的鼓楼区")] == ["江苏", "南京"]
    assert [m.place.parent for m in find("福州的鼓楼区")] == ["福建", "福州"]
    assert [m.place.parent for m in find("徐州鼓楼")] == ["江苏", "徐州"]


def test_the_country_counts_only_where_it_is_asked_for() -> None:
    assert shorts("国务院和中国") == []
    assert shorts("国务院和中国", country=True) == ["全国", "全国"]
    assert shorts("中国共产党", country=True) == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("长三角和粤港澳大湾区", ["长三角", "粤港澳"]),
        ("东北三省", ["东北"]),
        ("中部六省", ["中部"]),
        ("沪苏浙皖", ["长三角"]),
        ("31个省", ["各省"]),
        ("浙江西部", []),
        ("集中部署", []),
        ("江西部分地区", []),
        ("the Yangtze River Delta", ["长三角"]),
        ("Beijing-Tianjin-Hebei region", ["京津冀"]),
    ],
)
def test_regional_groups_are_found_in_both_languages(text: str, names: list[str]) -> None:
    assert [name for name, _ in group(text)] == names


def test_a_group_names_its_provinces() -> None:
    assert group("京津冀") == [("京津冀", ("北京", "天津", "河北"))]
    [(_, members)] = group("各省")
    assert len(members) == 31
    assert "台湾" not in members


def test_members_of_groups_are_provinces() -> None:
    provinces = {place.short for place in known().rows if place.level == "province"}
    for region in known().groups:
        assert set(region.members) <= provinces


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Henan vs Hunan vs Hainan", ["河南", "湖南", "海南"]),
        ("shaanxi and SHANXI", ["陕西", "山西"]),
        ("Xi'an's GDP", ["西安"]),
        ("Inner Mongolia and Tibet", ["内蒙古", "西藏"]),
        ("Xinchang County", ["新昌"]),
        ("Jilin City in Jilin", ["吉林市", "吉林"]),
        ("Suzhou in Anhui", ["宿州", "安徽"]),
        ("Suzhou", ["苏州"]),
        ("Lüliang and Hong Kong", ["吕梁", "香港"]),
        ("How long can you guide", []),
        ("Long County", ["陇县"]),
        ("Zhejiangese", []),
    ],
)
def test_english_names_are_whole_words_in_any_case(text: str, expected: list[str]) -> None:
    assert english_shorts(text) == expected


def test_an_english_mention_takes_the_kind_of_place_along() -> None:
    text = "In Xinchang County, jobs"
    [mention] = english(text)
    assert text[mention.start : mention.end] == "Xinchang County"


def test_china_in_english_counts_only_where_the_country_is_asked_for() -> None:
    assert english_shorts("China") == []
    assert english_shorts("China", country=True) == ["全国"]


def test_short_names_drop_the_kind_and_the_nationalities() -> None:
    taken = {"吉林", "海南"}
    assert short_name("恩施土家族苗族自治州", taken) == "恩施"
    assert short_name("海南藏族自治州", taken) == "海南州"
    assert short_name("吉林市", taken) == "吉林市"
    assert short_name("和县", taken) == "和县"
    assert short_name("神农架林区", taken) == "神农架"
    assert short_name("万柏林区", taken) == "万柏林"
