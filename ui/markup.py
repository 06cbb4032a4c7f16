"""Small pieces of HTML. Everything that comes from outside passes through ``text``."""

from html import escape


def text(value: object) -> str:
    """``value`` as HTML text that is also safe within a double-quoted attribute.

    >>> text('<b a="1">')
    '&lt;b a=&quot;1&quot;&gt;'
    """
    return escape(str(value), quote=True)


def attributes(**values: object) -> str:
    """HTML attributes with a leading space; ``class_`` is class, ``data_n`` is data-n.

    An empty string, None or False leaves the attribute out; True writes its bare name.

    >>> attributes(class_="chip", data_n=1, hidden=False)
    ' class="chip" data-n="1"'
    """
    return "".join(
        f" {_name(name)}" if value is True else f' {_name(name)}="{text(value)}"'
        for name, value in values.items()
        if value is not None and value is not False and value != ""
    )


def element(tag: str, inner: str = "", **values: object) -> str:
    """``<tag ...>inner</tag>``; ``inner`` is HTML already.

    >>> element("p", text("a<b"), class_="note")
    '<p class="note">a&lt;b</p>'
    """
    return f"<{tag}{attributes(**values)}>{inner}</{tag}>"


def button(label: str, event: str, **values: object) -> str:
    """A button whose click is sent to the server as ``event`` with its ``data_`` values."""
    return element("button", text(label), type="button", data_event=event, **values)


def _name(name: str) -> str:
    return name.rstrip("_").replace("_", "-")
