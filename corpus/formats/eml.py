"""Mail: the subject and the body; what is attached is told, not read."""

import email
import email.policy
from email.message import EmailMessage, Message
from pathlib import Path

from corpus.errors import UnreadableFile
from corpus.formats.html import page_text
from corpus.formats.magic import refuse_binary, refuse_nested
from corpus.formats.package import BROKEN
from corpus.formats.text import decode
from corpus.formats.types import Format, Raw

_HEADERS = ("from", "to", "subject", "date", "received", "message-id", "mime-version")


def _read(path: Path) -> Raw:
    data = path.read_bytes()
    refuse_binary(path, data)
    refuse_nested(path, data)
    try:
        raw = _mail(data)
    except (*BROKEN, AssertionError):
        raise UnreadableFile(f"{path.name} 已损坏，邮件正文读不出来。") from None
    if raw is None:
        raise UnreadableFile(f"{path.name} 不是邮件（.eml），或者已损坏。")
    return raw


def _mail(data: bytes) -> Raw | None:
    """What the mail says; None where this is no mail."""
    message = email.message_from_bytes(data, policy=email.policy.default)
    if not isinstance(message, EmailMessage) or not any(name in message for name in _HEADERS):
        return None
    text = _body(message)
    told = tuple(_attached(message))
    return Raw(f"{_subject(message)}\n{text}" if text.strip() else "", warnings=told)


def _subject(message: EmailMessage) -> str:
    return " ".join(str(message["subject"] or "").split())


def _body(message: EmailMessage) -> str:
    """The plain text, else the page."""
    part = message.get_body(("plain", "html"))
    if part is None:
        return ""
    content = part.get_payload(decode=True)
    data = content if isinstance(content, bytes) else b""
    charset = part.get_content_charset() or ""
    if part.get_content_subtype() == "html":
        return page_text(data, charset)
    return _decoded(data, charset)


def _decoded(data: bytes, charset: str) -> str:
    """Text in the encoding that the mail names, else in the one that is found."""
    if charset in ("utf-8", "gb2312", "gbk", "gb18030", "big5"):
        try:
            return data.decode("gb18030" if charset.startswith("gb") else charset)
        except UnicodeDecodeError:
            pass
    text = decode(data)[0]
    if "\x00" in text:
        raise ValueError("binary content")
    return text


def _attached(message: EmailMessage) -> list[str]:
    names = [
        _name(part) for part in message.walk() if part.get_content_disposition() == "attachment"
    ]
    return [f"附件没有读：{'、'.join(names)}"] if names else []


def _name(part: Message) -> str:
    return part.get_filename() or "未命名"


EML = Format("邮件", (".eml",), _read)
