"""The head of the page: the name, one line of what it is, and the switches."""

from rag.users.present import Person
from ui import words
from ui.markup import button, element, text
from ui.types import Language
from ui.users import words as user_words

SUN_AND_MOON = (
    '<svg viewBox="0 0 20 20" width="18" height="18" aria-hidden="true">'
    '<circle cx="10" cy="10" r="7.25" fill="none" stroke="currentColor" stroke-width="1.5"/>'
    '<path d="M10 2.75a7.25 7.25 0 0 1 0 14.5z" fill="currentColor"/></svg>'
)


def header(language: Language, person: Person | None = None) -> str:
    """Seal, name and line on the left; new chat, language and theme on the right, and who is
    signed in."""
    skip = element("a", text(words.skip(language)), class_="skip", href="#zw-box", data_skip=True)
    inner = skip + _title(language) + _switches(language, person)
    return element("div", inner, class_="bar", lang="zh-CN" if language == "zh" else "en")


def notice(sentence: str) -> str:
    """A sentence above the question field, or nothing."""
    return element("p", text(sentence), role="alert") if sentence else ""


def _title(language: Language) -> str:
    seal = element("span", "政", class_="seal", aria_hidden="true")
    name = element("h1", text(words.name(language)))
    line = element("p", text(words.tagline(language)))
    return element("div", seal + element("div", name + line), class_="title")


def _who(person: Person, language: Language) -> str:
    """The name of who is signed in, and the way out."""
    role = user_words.roles[person.role](language)
    said = user_words.signed_in_as(language, name=person.name, role=role)
    leave = element("button", text(user_words.leave(language)), type="submit", class_="plain")
    return element("span", text(said), class_="who", title=said, data_role=person.role) + element(
        "form", leave, method="post", action="/logout"
    )


def _switches(language: Language, person: Person | None) -> str:
    theme = words.theme(language)
    return element(
        "div",
        button(words.fresh(language), "fresh", class_="plain")
        + button(
            words.other_language(language),
            "switch",
            class_="plain",
            data_language="en" if language == "zh" else "zh",
        )
        + element(
            "button",
            SUN_AND_MOON,
            type="button",
            class_="plain icon",
            data_theme=True,
            title=theme,
            aria_label=theme,
        )
        + (_who(person, language) if person else ""),
        class_="switches",
    )
