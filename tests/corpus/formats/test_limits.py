"""Whatever a file holds, a reader refuses it in a sentence or reads it, soon, and does no more."""

import random
import struct
import subprocess
import sys
import time
import zipfile
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from corpus.errors import UnreadableFile
from corpus.formats import SUFFIXES, read_raw
from tests.corpus.formats.writers import WRITERS

SECONDS = 10.0
PACKED = (".docx", ".xlsx", ".ofd")
MAIN = {".docx": "word/document.xml", ".xlsx": "xl/workbook.xml", ".ofd": "OFD.xml"}
LENIENT = (".doc", ".wps", ".rtf", ".et", ".xls", ".xlsm")
"""What these are is told by their content: a .doc may hold a .docx."""
LAUGHS = (
    '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x "哈哈哈哈哈哈哈哈哈哈">'
    + "".join(f'<!ENTITY x{n} "{f"&x{n - 1};" * 10 if n else "&x;" * 10}">' for n in range(9))
    + "]><a>&x8;</a>"
)
OUTSIDE = '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>'


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """A good file of every format that we can write."""
    folder = tmp_path_factory.mktemp("whole")
    for suffix, write in WRITERS.items():
        write(folder / f"a{suffix}")
    return {suffix: (folder / f"a{suffix}").read_bytes() for suffix in WRITERS}


def written(folder: Path, name: str, data: bytes) -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def tried(folder: Path, name: str, data: bytes) -> str:
    """What is read, or the sentence that refuses it; nothing else may be raised."""
    path = written(folder, name, data)
    started, refused = time.perf_counter(), f"{name} 。"
    try:
        text = read_raw(path).text
    except UnreadableFile as refusal:
        text = refused = str(refusal)
    assert time.perf_counter() - started < SECONDS
    assert refused.startswith(f"{name} ")
    assert refused.endswith("。")
    return text


@pytest.mark.parametrize("suffix", SUFFIXES, ids=SUFFIXES)
def test_noise_is_refused(tmp_path: Path, suffix: str) -> None:
    for seed in range(5):
        data = random.Random(seed).randbytes(20_000)
        with pytest.raises(UnreadableFile, match=f"^噪声{suffix} "):
            read_raw(written(tmp_path, f"噪声{suffix}", data))


@pytest.mark.parametrize("suffix", SUFFIXES, ids=SUFFIXES)
def test_a_file_that_is_another_is_refused_or_read(
    tmp_path: Path, suffix: str, whole: dict[str, bytes]
) -> None:
    for other, data in whole.items():
        text = tried(tmp_path, f"改名{suffix}", data)
        if other in (*PACKED, ".pdf") and suffix not in (other, *LENIENT):
            assert text.startswith(f"改名{suffix} ")


@pytest.mark.parametrize("suffix", WRITERS, ids=list(WRITERS))
def test_a_file_cut_off_anywhere_is_refused_or_read(
    tmp_path: Path, suffix: str, whole: dict[str, bytes]
) -> None:
    data = whole[suffix]
    for share in (0.01, 0.1, 0.3, 0.6, 0.9, 0.99):
        tried(tmp_path, f"截断{suffix}", data[: int(len(data) * share)])


@pytest.mark.parametrize("suffix", PACKED)
@pytest.mark.parametrize("size", [300, 2000], ids=["too large", "too much smaller"])
def test_an_archive_that_unpacks_to_too_much_is_refused(
    tmp_path: Path, suffix: str, size: int, whole: dict[str, bytes]
) -> None:
    path = tmp_path / f"大{suffix}"
    path.write_bytes(whole[suffix])
    if size > 1000:
        with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("zeros.bin", bytes(60 * 1024 * 1024))
    else:
        data = bytearray(whole[suffix])
        struct.pack_into("<I", data, data.rindex(b"PK\x01\x02") + 24, size * 1024 * 1024)
        path.write_bytes(bytes(data))
    with pytest.raises(UnreadableFile, match=rf"^大{suffix} 解压后"):
        read_raw(path)


@pytest.mark.parametrize("xml", [LAUGHS, OUTSIDE], ids=["laughs", "outside"])
@pytest.mark.parametrize("suffix", PACKED)
def test_entities_are_never_expanded(
    tmp_path: Path, suffix: str, xml: str, whole: dict[str, bytes]
) -> None:
    good, bad = tmp_path / f"好{suffix}", tmp_path / f"坏{suffix}"
    good.write_bytes(whole[suffix])
    with zipfile.ZipFile(good) as source, zipfile.ZipFile(bad, "w") as target:
        for name in source.namelist():
            target.writestr(name, xml if name == MAIN[suffix] else source.read(name))
    with pytest.raises(UnreadableFile, match=f"^坏{suffix} "):
        read_raw(bad)


def test_a_file_that_is_too_large_is_not_opened(tmp_path: Path) -> None:
    path = tmp_path / "巨.txt"
    with path.open("wb") as file:
        file.truncate(201 * 1024 * 1024)
    with pytest.raises(UnreadableFile, match=r"^巨\.txt 超过 200 MB"):
        read_raw(path)


def test_an_archive_with_a_password_is_refused(tmp_path: Path, whole: dict[str, bytes]) -> None:
    data = bytearray(whole[".docx"])
    at = -1
    while (at := data.find(b"PK\x01\x02", at + 1)) >= 0:
        data[at + 8] |= 1
    path = tmp_path / "锁.docx"
    path.write_bytes(bytes(data))
    with pytest.raises(UnreadableFile, match=r"^锁\.docx 已加密"):
        read_raw(path)


def test_no_reader_is_loaded_before_it_is_needed(root: Path) -> None:
    heavy = "pypdfium2 trafilatura openpyxl markdown_it rapidocr onnxruntime docx lxml subprocess"
    code = f"import sys, corpus.formats; print([m for m in '{heavy}'.split() if m in sys.modules])"
    out = subprocess.run([sys.executable, "-c", code], cwd=root, capture_output=True, check=True)
    assert out.stdout.decode().strip() == "['subprocess']"


FUZZING = settings(
    max_examples=60,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
FUZZED = [suffix for suffix in WRITERS if suffix != ".txt"]


@pytest.mark.slow
@FUZZING
@given(data=st.data())
@pytest.mark.parametrize("suffix", FUZZED)
def test_damage_anywhere_is_told_or_survived(
    tmp_path: Path, suffix: str, whole: dict[str, bytes], data: st.DataObject
) -> None:
    content = bytearray(whole[suffix])
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(content) - 1))
        piece = data.draw(st.binary(max_size=40))
        content[at : at + data.draw(st.sampled_from([0, len(piece), 500]))] = piece
    tried(tmp_path, f"坏{suffix}", bytes(content))


@pytest.mark.slow
@FUZZING
@given(data=st.data())
@pytest.mark.parametrize("suffix", PACKED)
def test_damaged_xml_is_told_or_survived(
    tmp_path: Path, suffix: str, whole: dict[str, bytes], data: st.DataObject
) -> None:
    good, bad = tmp_path / f"好{suffix}", tmp_path / f"坏{suffix}"
    good.write_bytes(whole[suffix])
    with zipfile.ZipFile(good) as source:
        parts = {name: source.read(name) for name in source.namelist()}
    name = data.draw(st.sampled_from(sorted(parts)))
    content = bytearray(parts[name])
    for _ in range(data.draw(st.integers(1, 3))):
        at = data.draw(st.integers(0, max(len(content) - 1, 0)))
        piece = data.draw(st.sampled_from([b"9" * 30, b"-1", b"<a/>", b"\xff", b"", b"<!--", b'"']))
        content[at : at + data.draw(st.sampled_from([0, 1, 20]))] = piece
    with zipfile.ZipFile(bad, "w") as target:
        for part, held in parts.items():
            target.writestr(part, bytes(content) if part == name else held)
    with suppress(UnreadableFile):
        read_raw(bad)
