"""What a file is by its first bytes, whatever its name says."""

from pathlib import Path

from corpus.errors import UnreadableFile

_KNOWN = {
    b"PK\x03\x04": "一个压缩包或 Office 文件",
    b"%PDF": "PDF",
    b"\xd0\xcf\x11\xe0": "旧版或加密的 Office 文件",
    b"{\\rtf": "RTF",
    b"\x89PNG": "图片",
    b"\xff\xd8\xff": "图片",
    b"GIF8": "图片",
    b"Rar!": "一个压缩包",
    b"7z\xbc\xaf": "一个压缩包",
    b"\x1f\x8b": "一个压缩包",
}
_HEAD = 1024
_MOST_BOUNDARIES = 200


def head(path: Path) -> bytes:
    """The first bytes of a file."""
    with path.open("rb") as file:
        return file.read(_HEAD)


def known(data: bytes) -> str:
    """What begins with these bytes, in words; empty if it is nothing that is known."""
    return next((what for magic, what in _KNOWN.items() if data.startswith(magic)), "")


def refuse_other(path: Path, magic: bytes, name: str) -> None:
    """Raises ``UnreadableFile`` unless ``magic`` stands near the beginning of the file."""
    data = head(path)
    if not data:
        raise UnreadableFile(f"{path.name} 是空的，没有文字。")
    if magic not in data:
        what = known(data)
        found = (
            f"的内容是{what}，不是 {name}；请改用正确的扩展名"
            if what
            else f"不是 {name} 文件，或者已损坏"
        )
        raise UnreadableFile(f"{path.name} {found}。")


def refuse_binary(path: Path, data: bytes) -> None:
    """Raises ``UnreadableFile`` where a file of text is a file of another kind."""
    what = known(data)
    if what:
        raise UnreadableFile(f"{path.name} 的内容是{what}，不是文本；请改用正确的扩展名。")


def refuse_nested(path: Path, data: bytes) -> None:
    """Raises ``UnreadableFile`` for a mail of more parts in parts than any mail has."""
    if data.lower().count(b"boundary=") > _MOST_BOUNDARIES:
        raise UnreadableFile(f"{path.name} 的附件层次太多，不像正常文件，未读取。")
