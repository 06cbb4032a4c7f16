"""Place, year, kind, dates, speaker and meeting of invented documents."""

import time
from datetime import date
from itertools import count

import pytest

from corpus.identify import identify
from corpus.types import Identity

ADDRESS = "各位代表：\n现在，我代表人民政府，向大会报告工作，请予审议。"


def of(text: str, name: str = "qzxw", **fields: str) -> Identity:
    return identify(text, text, name, fields)


def test_a_bare_title_gets_place_and_year_from_the_line_of_the_session() -> None:
    identity = of(
        "政府工作报告\n——2026年1月26日在广东省第十四届\n人民代表大会第五次会议上\n"
        f"广东省省长 梁某某\n{ADDRESS}"
    )
    assert identity == Identity(
        title="2026年广东省政府工作报告",
        place="广东",
        year=2026,
        kind="report",
        delivered=date(2026, 1, 26),
        speaker="梁某某",
        meeting="广东省第十四届人民代表大会第五次会议",
        level="province",
        body="广东省人民政府",
    )


def test_a_report_to_the_national_congress_is_of_the_country_whatever_the_dateline_says() -> None:
    identity = of(
        "新华社北京3月14日电\n政府工作报告\n——2014年3月5日在第十二届全国人民代表大会第二次会议上\n"
        f"国务院总理 周某某\n{ADDRESS}"
    )
    assert (identity.place, identity.year, identity.speaker) == ("全国", 2014, "周某某")
    assert (identity.delivered, identity.published) == (date(2014, 3, 5), date(2014, 3, 14))
    assert identity.title == "2014年国务院政府工作报告"


def test_a_province_that_speaks_of_the_national_congress_stays_a_province() -> None:
    identity = of(
        "政府工作报告\n2023年1月12日在江苏省第十四届人民代表大会第一次会议上\n"
        "十四届全国人民代表大会即将召开，国务院总理对我省作出批示。"
    )
    assert identity.place == "江苏"


@pytest.mark.parametrize(
    ("meeting", "place"),
    [
        ("新昌县第十七届人民代表大会第五次会议", "新昌"),
        ("新疆维吾尔自治区第十四届人民代表大会第四次会议", "新疆"),
        ("吉安市第五届人民代表大会第六次会议", "吉安"),
        ("湖南省长沙市第十六届人民代表大会第五次会议", "长沙"),
        ("海南藏族自治州第十五届人民代表大会第四次会议", "海南州"),
        ("绍兴市九届人大六次会议", "绍兴"),
    ],
    ids=count(1),
)
def test_the_place_is_that_of_the_meeting(meeting: str, place: str) -> None:
    identity = of(f"政府工作报告\n——2021年2月4日在{meeting}上\n{ADDRESS}")
    assert (identity.place, identity.year, identity.kind) == (place, 2021, "report")


def test_a_session_may_be_named_without_a_preposition() -> None:
    identity = of(f"政府工作报告\n（2025年2月8日云南省第十四届人民代表大会第三次会议）\n{ADDRESS}")
    assert (identity.place, identity.delivered) == ("云南", date(2025, 2, 8))
    assert identity.meeting == "云南省第十四届人民代表大会第三次会议"


def test_the_day_of_delivery_is_not_the_day_of_publication() -> None:
    page = (
        "2006年国务院政府工作报告\n发布时间：2006-03-20\n新华社北京2006年3月15日电\n政府工作报告\n"
        f"——2006年3月5日在第十届全国人民代表大会第四次会议上\n{ADDRESS}"
    )
    identity = of(page)
    assert (identity.delivered, identity.published) == (date(2006, 3, 5), date(2006, 3, 15))


@pytest.mark.parametrize(
    ("line", "published"),
    [
        ("来源：某某日报\n时间：2026-02-09", date(2026, 2, 9)),
        ("2026年02月10日 07时41分\n来源:", date(2026, 2, 10)),
        ("发布日期：2026/2/11", date(2026, 2, 11)),
        ("新华社北京二〇二六年二月十二日电", date(2026, 2, 12)),
        ("某某政府门户网站 www.example.cn 2026年2月13日", date(2026, 2, 13)),
        ("来源：某某日报", None),
        ("时间：2026-13-40", None),
    ],
    ids=count(1),
)
def test_the_day_of_publication_is_read_off_the_page(line: str, published: date | None) -> None:
    text = f"政府工作报告\n——2026年1月27日在河南省第十四届人民代表大会第四次会议上\n{ADDRESS}"
    identity = identify(text, f"政府工作报告\n{line}\n{text}", "x", {})
    assert (identity.delivered, identity.published) == (date(2026, 1, 27), published)


@pytest.mark.parametrize(
    ("written", "delivered"),
    [
        ("二〇二六年一月二十七日", date(2026, 1, 27)),
        ("二○二五年元月十日", date(2025, 1, 10)),
        ("一九五八年二月三日", date(1958, 2, 3)),
        ("二零二四年十二月三十一日", date(2024, 12, 31)),
        ("１９８７年３月２５日", date(1987, 3, 25)),
        ("2026 年 1 月 27 日", date(2026, 1, 27)),
    ],
    ids=count(1),
)
def test_a_date_may_be_written_in_any_digits(written: str, delivered: date) -> None:
    identity = of(f"政府工作报告\n{written}在湖北省第十四届人民代表大会第四次会议上\n{ADDRESS}")
    assert (identity.delivered, identity.year) == (delivered, delivered.year)


@pytest.mark.parametrize(
    ("line", "speaker"),
    [
        ("浙江省省长 张某某", "张某某"),
        ("省长 张 三", "张三"),
        ("自治区主席 阿布都·某某某", "阿布都·某某某"),
        ("西藏自治区代理主席 尼玛某某", "尼玛某某"),
        ("代省长 李某", "李某"),
        ("国务院总理李某", "李某"),
        ("国务院副总理兼国家计划委员会主任李某某", "李某某"),
        ("省长 王某某同志", "王某某"),
    ],
    ids=count(1),
)
def test_the_speaker_is_the_name_beside_the_office(line: str, speaker: str) -> None:
    session = "2026年1月14日在浙江省第十四届人民代表大会第四次会议上"
    assert of(f"政府工作报告\n——{session}\n{line}\n{ADDRESS}").speaker == speaker


@pytest.mark.parametrize(
    "line",
    [
        "2026年1月14日在浙江省第十四届人民代表大会第四次会议上省长 沈一舟作政府工作报告",
        "2026年1月14日在浙江省第十四届人民代表大会第四次会议上浙江省代省长沈一舟作政府工作报告。",
        "2026年1月14日沈一舟省长在浙江省第十四届人民代表大会第四次会议的政府工作报告",
        "2026年1月14日省人民政府省长沈一舟在浙江省第十四届人民代表大会第四次会议上的讲话",
        "2026年1月14日在浙江省第十四届人民代表大会第四次会议上浙江省省长 沈一舟同志作报告。",
    ],
    ids=count(1),
)
def test_the_speaker_is_found_in_the_line_of_the_session(line: str) -> None:
    assert of(f"2026年浙江省政府工作报告\n{line}\n{ADDRESS}").speaker == "沈一舟"


def test_an_office_without_a_name_gives_no_speaker() -> None:
    line = "2026年1月14日省人民政府省长在浙江省第十四届人民代表大会第四次会议上"
    assert of(f"政府工作报告\n{line}\n{ADDRESS}").speaker == ""


def test_a_page_of_interviews_is_an_interview_of_the_place_it_names_most() -> None:
    text = (
        "开局之年看部门\n水利局局长丁小满谈贯彻落实“两会”精神\n记者 何小雨\n"
        "绍兴全市都在谈水。“新昌的水要留住。”丁小满说，2021年新昌将修水库两座，新昌江治理8公里。"
    )
    identity = of(text)
    assert (identity.kind, identity.place, identity.year) == ("interview", "新昌", 2021)
    assert identity.speaker == ""


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("在全县经济工作会议上的讲话\n（2025年12月20日）\n县长 王某某", "speech"),
        ("某县“十五五”发展规划纲要\n为落实《政府工作报告》，制定本规划。", "plan"),
        ("关于做好防汛工作的通知\n各乡镇人民政府：", "notice"),
        ("2026年某县政府工作报告解读\n报告提出", "report"),
        ("春天来了\n燕子飞回来了。", "other"),
    ],
    ids=count(1),
)
def test_the_title_says_what_kind_of_document_it_is(text: str, kind: str) -> None:
    assert of(text).kind == kind


def test_a_speech_has_the_day_that_stands_below_its_title() -> None:
    identity = of("在全省经济工作会议上的讲话\n（2025年12月20日）\n省长 王某某\n同志们：")
    assert (identity.delivered, identity.year) == (date(2025, 12, 20), 2025)
    assert identity.speaker == "王某某"


@pytest.mark.parametrize(
    ("text", "name", "year"),
    [
        ("2026年浙江省政府工作报告\n2025年、2025年、2025年", "x", 2026),
        ("二〇二六年政府工作报告", "x", 2026),
        ("政府工作报告\n一、2025年工作回顾\n2025年很好，2025年更好。", "x", 2026),
        ("政府工作报告\n一、2025年工作回顾", "2019年报告", 2026),
        ("政府工作报告\n2024年，2024年，2025年", "2026年浙江省政府工作报告", 2026),
        ("政府工作报告\n2024年，2024年，2025年", "x", 2024),
        ("政府工作报告", "zhejiang-2026", 2026),
        ("政府工作报告", "x", None),
    ],
    ids=count(1),
)
def test_the_year_is_read_off_the_text_before_the_name(
    text: str, name: str, year: int | None
) -> None:
    assert of(text, name).year == year


def test_front_matter_goes_before_everything() -> None:
    identity = of(
        f"政府工作报告\n——2026年1月26日在广东省第十四届人民代表大会第五次会议上\n{ADDRESS}",
        title="摘编",
        place="浙江省",
        year="2025年",
        kind="摘编",
        date="2025-1-14",
        speaker="沈一舟",
        meeting="某次会议",
        digests="2025年浙江省政府工作报告",
        level="province",
    )
    assert identity == Identity(
        title="摘编",
        place="浙江",
        year=2025,
        kind="digest",
        delivered=date(2025, 1, 14),
        speaker="沈一舟",
        meeting="某次会议",
        digests="2025年浙江省政府工作报告",
        level="province",
    )


def test_front_matter_that_makes_no_sense_is_passed_over() -> None:
    identity = of("2026年浙江省政府工作报告", year="²", kind="诗", date="2025-13-01", place="")
    assert (identity.year, identity.kind, identity.delivered) == (2026, "report", None)
    assert identity.place == "浙江"


def test_a_long_line_after_a_year_takes_no_time() -> None:
    started = time.perf_counter()
    of("2025年" + "发展建设" * 60)
    assert time.perf_counter() - started < 1


@pytest.mark.parametrize(
    ("text", "place", "level", "body"),
    [
        ("2026年浙江省政府工作报告", "浙江", "province", "浙江省人民政府"),
        ("2026年云岭县政府工作报告", "云岭县", "county", "云岭县人民政府"),
        ("北京市朝阳区2026年政府工作报告", "朝阳", "county", "朝阳区人民政府"),
        (
            "政府工作报告\n——2026年1月5日在新昌县儒岙镇第十七届人民代表大会第五次会议上",
            "儒岙镇",
            "township",
            "儒岙镇人民政府",
        ),
        (
            "浙江省高级人民法院工作报告\n各位代表：\n现在，我代表省高级人民法院向大会报告工作。",
            "浙江",
            "province",
            "浙江省高级人民法院",
        ),
        (
            "政府工作报告\n各位代表：\n现在，我代表国务院，向大会作政府工作报告。北京、上海、上海。",
            "全国",
            "country",
            "国务院",
        ),
        ("浙江省人民政府办公厅关于防汛工作的通知", "浙江", "province", "浙江省人民政府办公厅"),
        ("关于加强县区政府建设的意见", "", "", ""),
        ("某县政府工作报告", "", "", ""),
    ],
    ids=count(1),
)
def test_a_place_has_a_level_and_a_document_a_body(
    text: str, place: str, level: str, body: str
) -> None:
    identity = of(text)
    assert (identity.place, identity.level, identity.body) == (place, level, body)


def test_a_report_of_a_court_or_on_a_plan_keeps_its_own_title_and_the_year_of_the_draft() -> None:
    title = "关于浙江省2025年国民经济和社会发展计划执行情况与2026年计划草案的报告"
    identity = of(f"{title}\n各位代表：\n受省人民政府委托，现将有关情况报告如下。")
    assert (identity.title, identity.year, identity.body) == (title, 2026, "浙江省人民政府")


def test_a_report_that_names_only_its_towns_is_of_the_province_they_lie_in() -> None:
    text = (
        "政府工作报告\n各位代表：\n全省经济向好，我省粮食增产，全省就业稳定。支持郑州、洛阳、开封。"
    )
    assert (of(text).place, of(text).level) == ("河南", "province")
