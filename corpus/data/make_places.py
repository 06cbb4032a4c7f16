"""Rebuilds places.tsv: names and codes from china-division, romanised by pypinyin.

    npm pack china-division && tar xzf china-division-*.tgz
    python corpus/data/make_places.py package/dist

Read are provinces.json, cities.json and areas.json; development zones are left out. Beside this
file lie two hand-written tables: provinces.tsv (order, short names, aliases and English of the
provinces) and spellings.tsv (English names that pinyin does not give, and what else a place is
called).
"""

import json
import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

Record = dict[str, str]
Row = tuple[str, str, str, str, str, str, str]

_HERE = Path(__file__).parent
_HEADER: Row = ("code", "name", "short", "level", "parent", "aliases", "english")
_PLACEHOLDERS = {"市辖区", "县", "省直辖县级行政区划", "自治区直辖县级行政区划"}
_ZONE_CODE = re.compile(r"\d{4}7[1-9]")
_ZONE = re.compile(r"管委会|委员会|群岛|岛礁|食品区|新城$")
_NATIONALITY = re.compile(
    "(?:蒙古族?|回族|藏族|维吾尔|苗族|彝族|壮族|布依族|朝鲜族|满族|侗族|瑶族|白族|土家族|哈尼族"
    "|哈萨克族?|傣族|黎族|傈僳族|佤族|畲族|拉祜族|水族|东乡族|纳西族|景颇族|柯尔克孜|土族|达斡尔族"
    "|仫佬族|羌族|布朗族|撒拉族|毛南族|仡佬族|锡伯|普米族|塔吉克|怒族|独龙族|裕固族|保安族|各族)+$"
)
_READINGS = {"长": "chang", "都": "du", "朝": "chao", "乐": "le", "曾": "zeng", "尾": "wei"}
_AUTONOMOUS = re.compile(r"^(.+)自治([州县旗])$")
_OWN_NAME = {
    "东乡族自治县": "东乡",
    "鄂温克族自治旗": "鄂温克",
    "莫力达瓦达斡尔族自治旗": "莫力达瓦",
}


def short_name(name: str, taken: set[str]) -> str:
    """The name without what kind of place it is; kept where one character would be left.

    ``taken`` are the short names of the provinces: 吉林市 and 海南州 keep a suffix.

    >>> short_name("恩施土家族苗族自治州", set()), short_name("和县", set())
    ('恩施', '和县')
    """
    autonomous = _AUTONOMOUS.match(name)
    if autonomous:
        bare = _OWN_NAME.get(name) or _NATIONALITY.sub("", autonomous[1])
        return bare + autonomous[2] if bare in taken else bare
    bare = re.sub(r"(?:地区|(?<=架)林区|新区|(?<=枝)特区|[市县区盟])$", "", name)
    if name.endswith("族区"):
        bare = _NATIONALITY.sub("", bare)
    return name if len(bare) < 2 or bare in taken else bare


def other_names(name: str, short: str) -> tuple[str, ...]:
    """What an autonomous place is called for short: 恩施州, 景宁县."""
    autonomous = _AUTONOMOUS.match(name)
    if not autonomous or short.endswith(autonomous[2]):
        return ()
    return (short + autonomous[2],)


def rows(folder: Path, romanise: Callable[[str], str]) -> Iterator[Row]:
    """Country and provinces as written by hand, then prefectures, then counties, by code."""
    provinces = _table("provinces.tsv")
    yield from ((p[0], p[1], p[2], p[3], p[4], p[5], p[6]) for p in provinces)
    spelled = {line[0]: (line[1], line[2]) for line in _table("spellings.tsv")}
    shorts = {line[0]: line[2] for line in provinces}
    taken = set(shorts.values())

    def row(code: str, name: str, level: str, parent: str) -> Row:
        short = short_name(name, taken)
        english, aliases = spelled.get(name, ("", ""))
        others = "|".join(filter(None, (*other_names(name, short), aliases)))
        return code, name, short, level, parent, others, english or romanise(short)

    for city in _records(folder / "cities.json"):
        if city["name"] not in _PLACEHOLDERS:
            made = row(city["code"], city["name"], "prefecture", shorts[city["provinceCode"]])
            shorts[city["code"]] = made[2]
            yield made
    for area in _records(folder / "areas.json"):
        parent = shorts.get(area["cityCode"]) or shorts[area["provinceCode"]]
        if not _is_zone(area) and parent + "市" != area["name"]:
            yield row(area["code"], area["name"], "county", parent)


def _is_zone(area: Record) -> bool:
    """Development zones and islands without a county government."""
    return bool(_ZONE_CODE.fullmatch(area["code"]) or _ZONE.search(area["name"]))


def _records(path: Path) -> list[Record]:
    found: list[Record] = json.loads(path.read_text(encoding="utf-8"))
    return sorted(found, key=lambda record: record["code"])


def _table(name: str) -> list[list[str]]:
    lines = (_HERE / name).read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines[1:]]


def _pinyin(short: str) -> str:
    """Xi'an for 西安, He for 和县: no tones, an apostrophe before a later vowel."""
    from pypinyin import Style, lazy_pinyin  # type: ignore[import-not-found,unused-ignore]

    bare = short[:-1] if short[-1] in "县区旗" else short
    read = lazy_pinyin(bare, style=Style.NORMAL)
    first, *rest = [
        _READINGS.get(char, syllable) for char, syllable in zip(bare, read, strict=True)
    ]
    joined = first + "".join("'" + part if part[0] in "aeo" else part for part in rest)
    return str(joined).replace("v", "ü").capitalize()


def main(folder: Path) -> None:
    """Writes places.tsv beside this file."""
    lines = ["\t".join(line) for line in (_HEADER, *rows(folder, _pinyin))]
    (_HERE / "places.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
