"""The page to sign in with: plain HTML, one form, nothing loaded; pure."""

from functools import cache
from pathlib import Path
from urllib.parse import urlencode

from ui import words as shared
from ui.markup import element, text
from ui.types import Language
from ui.users import words

HERE = Path(__file__).parent
_FRAME = "/* The frame"
_THEME = (
    'const kept = localStorage.getItem("zhengwen-theme");'
    'const dark = kept ? kept === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;'
    'document.documentElement.classList.toggle("dark", dark);'
)


def sign_in(language: Language, onward: str, said: str = "", name: str = "") -> str:
    """The whole page; ``onward`` is where one goes from it, ``said`` why one is here again."""
    head = element("title", text(words.title(language)))
    head += element("style", _style()) + element("script", _THEME)
    meta = '<meta charset="utf-8"><meta name="viewport" content="width=device-width">'
    body = element("main", _top(language, onward) + _form(language, onward, said, name))
    lang = "zh-CN" if language == "zh" else "en"
    whole = element("head", meta + head) + element("body", body)
    return "<!doctype html>" + element("html", whole, lang=lang)


def within(path: str) -> str:
    """A path of this server; the page itself where it could lead elsewhere."""
    safe = path.startswith("/") and not path.startswith(("//", "/login", "/logout"))
    return path if safe and path.isprintable() and "\\" not in path else "/"


def _top(language: Language, onward: str) -> str:
    other: Language = "en" if language == "zh" else "zh"
    to = "/login?" + urlencode({"lang": other, "next": onward})
    seal = element("span", "政", class_="seal", aria_hidden="true")
    named = element("p", text(shared.name(language)), class_="name")
    label = shared.other_language(language)
    turn = element("a", text(label), href=to, lang="en" if other == "en" else "zh-CN")
    return element("header", seal + named + turn)


def _form(language: Language, onward: str, said: str, name: str) -> str:
    fields = (
        element("h1", text(words.title(language)))
        + (element("p", text(said), class_="said", role="alert") if said else "")
        + _field("name", words.user(language), "text", "username", name, focus=not name)
        + _field(
            "password", words.password(language), "password", "current-password", "", bool(name)
        )
        + f'<input type="hidden" name="next" value="{text(onward)}">'
        + f'<input type="hidden" name="lang" value="{language}">'
        + element("button", text(words.enter(language)), type="submit")
        + element("p", text(words.forgotten(language)), class_="hint")
    )
    return element("form", fields, method="post", action="/login")


def _field(name: str, label: str, kind: str, filled: str, value: str, focus: bool) -> str:
    box = (
        f'<input id="{name}" name="{name}" type="{kind}" autocomplete="{filled}" '
        f'value="{text(value)}" autocapitalize="none" spellcheck="false" required'
        f"{' autofocus' if focus else ''}>"
    )
    return element("label", text(label), for_=name) + box


@cache
def _style() -> str:
    """The colours of the page, then what this page needs of its own."""
    colours = (HERE.parent / "style.css").read_text(encoding="utf-8").partition(_FRAME)[0]
    return colours + (HERE / "sign_in.css").read_text(encoding="utf-8")
