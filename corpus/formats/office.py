"""Older and other office files, turned into .docx or .xlsx by LibreOffice where it is installed."""

import os
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Callable
from pathlib import Path

from corpus.errors import UnreadableFile
from corpus.formats.docx import DOCX
from corpus.formats.html import HTML, MHT
from corpus.formats.magic import head, known
from corpus.formats.package import opened
from corpus.formats.types import Format, Raw
from corpus.formats.xlsx import XLSX

_PROGRAMS = ("soffice", "libreoffice")
_SECONDS = 120
_TABLES = (".et", ".xls", ".ods")
_NAMES = {".docx": "Word 的 .docx", ".xlsx": "Excel 的 .xlsx"}
_OLE = b"\xd0\xcf\x11\xe0"
_ZIP = b"PK\x03\x04"
_STREAMS = {
    ".docx": (("WordDocument", "MS Word 97"),),
    ".xlsx": (("Workbook", "MS Excel 97"), ("Book", "MS Excel 95")),
}
_FILTERS = {
    ".docx": ((b"{\\rtf", "Rich Text Format"), (_ZIP, "writer8"), (b"<?xml", "MS Word 2003 XML")),
    ".xlsx": ((_ZIP, "calc8"), (b"<?xml", "MS Excel 2003 XML")),
}
_SETTINGS = (
    ("Office.Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("Office.Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("Office.Common/Security/Scripting", "DisableActiveContent", "true"),
    ("Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("Office.Writer/Content/Update", "Link", "0"),
    ("Office.Calc/Content/Update", "Link", "1"),
    ("Inet/Settings", "ooInetProxyType", "2"),
    *(("Inet/Settings", f"ooInet{scheme}ProxyName", "127.0.0.1") for scheme in ("HTTP", "HTTPS")),
    *(("Inet/Settings", f"ooInet{scheme}ProxyPort", "9") for scheme in ("HTTP", "HTTPS")),
)
"""No macros, no links followed, and a proxy where nobody listens for whatever would be fetched."""


def program() -> str | None:
    """LibreOffice on this machine, or None."""
    return next(filter(None, map(shutil.which, _PROGRAMS)), None)


def read_office(path: Path, find: Callable[[], str | None] = program) -> Raw:
    """The text by way of LibreOffice, which ``find`` finds or not. Raises ``UnreadableFile``."""
    data = head(path)
    if not data:
        raise UnreadableFile(f"{path.name} 是空的，没有文字。")
    suffix = path.suffix.lower()
    kind = ".xlsx" if suffix in _TABLES else ".docx"
    if data.startswith(_ZIP) and suffix not in (".odt", ".ods"):
        return (XLSX if kind == ".xlsx" else DOCX).read(path)
    start = data.lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if start.startswith((b"<html", b"<!doctype html")):
        return HTML.read(path)
    if start.startswith(b"mime-version"):
        return MHT.read(path)
    reader = _filter(path, data, kind)
    office = find()
    if office is None:
        raise UnreadableFile(
            f"{path.name} 要靠 LibreOffice 才能读；请安装 LibreOffice，或另存为 {_NAMES[kind]}。"
        )
    with tempfile.TemporaryDirectory(prefix="zhengwen-") as folder:
        made = _converted(path, Path(folder), [office, f"--infilter={reader}"], kind)
        try:
            return (XLSX if kind == ".xlsx" else DOCX).read(made)
        except UnreadableFile as error:
            reason = str(error).removeprefix(made.name).strip()
            raise UnreadableFile(f"{path.name} {reason}") from None


def _filter(path: Path, data: bytes, kind: str) -> str:
    """The name that LibreOffice has for what is in the file; it would read anything as text.

    Raises ``UnreadableFile`` for what begins like no office file, or lacks the part with the text.
    """
    if data.startswith(_OLE):
        whole = path.read_bytes()
        for stream, name in _STREAMS[kind]:
            if stream.encode("utf-16-le") in whole:
                return name
        raise UnreadableFile(f"{path.name} 已加密或已损坏；请另存为不加密的 {_NAMES[kind]}。")
    for magic, name in _FILTERS[kind]:
        if data.startswith(magic):
            if magic == _ZIP:
                _refuse_no_document(path)
            return name
    what = known(data)
    raise UnreadableFile(
        f"{path.name} 的内容是{what}，不是 {path.suffix} 文件；请改用正确的扩展名。"
        if what
        else f"{path.name} 不是 {path.suffix} 文件，或者已损坏。"
    )


def _refuse_no_document(path: Path) -> None:
    """Raises ``UnreadableFile`` for an archive that is no OpenDocument file."""
    with opened(path, f"{path.suffix} 文件") as package:
        kind = package.bytes("mimetype") if "mimetype" in package.parts else b""
    if not kind.startswith(b"application/vnd.oasis.opendocument."):
        raise UnreadableFile(f"{path.name} 不是 {path.suffix} 文件，或者已损坏。")


def _converted(path: Path, folder: Path, office: list[str], kind: str) -> Path:
    """The file as LibreOffice saves it: with a profile of its own, without macros and links."""
    profile = folder / "profile"
    (profile / "user").mkdir(parents=True)
    (profile / "user" / "registrymodifications.xcu").write_text(_registry(), encoding="utf-8")
    given = folder / f"given{path.suffix.lower()}"
    shutil.copyfile(path, given)
    command = [
        *(*office, "--headless", "--norestore", "--nolockcheck", "--nodefault", "--nologo"),
        *(f"-env:UserInstallation={profile.as_uri()}", "--convert-to", kind[1:]),
        *("--outdir", str(folder / "made"), str(given)),
    ]
    if not _ended(command):
        raise UnreadableFile(
            f"{path.name} 用 LibreOffice 转换超过 {_SECONDS} 秒，未读取；请另存为 {_NAMES[kind]}。"
        )
    made = folder / "made" / f"given{kind}"
    if not made.is_file():
        raise UnreadableFile(
            f"{path.name} 已加密或已损坏，LibreOffice 打不开；请另存为不加密的 {_NAMES[kind]}。"
        )
    return made


def _registry() -> str:
    """The settings as LibreOffice keeps them."""
    items = "".join(
        f'<item oor:path="/org.openoffice.{path}"><prop oor:name="{name}" oor:op="fuse">'
        f"<value>{value}</value></prop></item>"
        for path, name, value in _SETTINGS
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?>'
        f'<oor:items xmlns:oor="http://openoffice.org/2001/registry">{items}</oor:items>'
    )


def _ended(command: list[str]) -> bool:
    """Runs a command, and kills it with all it started when its time is over."""
    nothing = subprocess.DEVNULL
    process = subprocess.Popen(
        command, stdin=nothing, stdout=nothing, stderr=nothing, start_new_session=True
    )
    try:
        process.wait(_SECONDS)
    except subprocess.TimeoutExpired:
        return False
    finally:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
    return True


OFFICE = Format(
    "旧版 Office、WPS 和 OpenDocument", (".doc", ".wps", ".rtf", ".odt", *_TABLES), read_office
)
