"""Invented reports of five provinces for tables and comparisons; every figure is made up.

Shandong has no report of 2026, Fujian states no jobs, Jiangsu puts a target in words.
"""

_REPORT = """\
政府工作报告
——{year}年1月14日在{place}省第十四届人民代表大会第四次会议上
{place}省省长 沈一舟

各位代表：
我受人民政府委托报告工作，请各位代表审阅。
一、{before}年工作回顾
{review}
二、{year}年工作安排
{tasks}
"""


def report(place: str, year: int, review: str, tasks: str) -> str:
    """The report of a province with the sentences of its review and of its tasks."""
    return _REPORT.format(place=place, year=year, before=year - 1, review=review, tasks=tasks)


PROVINCES = {
    "浙江2025.txt": report(
        "浙江",
        2025,
        "全省生产总值达到8.61万亿元，增长5.3%。粮食产量达到124亿斤。",
        "今年主要预期目标是：地区生产总值增长5.5%左右，城镇新增就业100万人以上。",
    ),
    "浙江2026.txt": report(
        "浙江",
        2026,
        "全省生产总值达到9.12万亿元，增长5.4%。固定资产投资增长2.4%。"
        "新能源汽车产量居全国第二位。义务教育学校午餐费没有取消。",
        "今年主要预期目标是：地区生产总值增长5%以上，城镇新增就业105万人以上，"
        "居民消费价格涨幅2%左右。扩大有效投资，一般公共预算收入增长3%左右。",
    ),
    "江苏2026.txt": report(
        "江苏",
        2026,
        "全省生产总值达到14.05万亿元，增长5.2%。固定资产投资增长1.8%。",
        "今年主要预期目标是：地区生产总值增长4.8%左右，城镇新增就业118万人以上，"
        "居民收入增长与经济增长同步。",
    ),
    "安徽2026.txt": report(
        "安徽",
        2026,
        "全省生产总值达到5.1万亿元，增长5.6%。",
        "今年主要预期目标是：地区生产总值增长5.5%以上，城镇新增就业70万人，居民收入增长5.5%左右。",
    ),
    "福建2026.txt": report(
        "福建",
        2026,
        "全省生产总值增长5%。",
        "今年主要预期目标是：地区生产总值增长5%左右，居民消费价格涨幅2%左右。",
    ),
    "山东2025.txt": report(
        "山东",
        2025,
        "全省生产总值增长5.7%。",
        "今年主要预期目标是：地区生产总值增长5%以上。",
    ),
}
