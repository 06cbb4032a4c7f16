"""One browser window a look: language, theme and size; each scene is photographed in it."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from ui.screenshots.scenes import ON_PHONE, SCENES, Scene
from ui.types import Language
from ui.users.sign_in import sign_in

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

SIGN_IN = "sign-in"
_SETTLED_MS = 500
"""After this time nothing moves: what was clicked is drawn, and its colours have changed."""


@dataclass(frozen=True, slots=True)
class Look:
    """How the page is looked at. ``width`` and ``height`` are in CSS pixels; ``scale`` is how many
    pixels of the picture stand for one of them."""

    language: Language
    dark: bool
    width: int = 1280
    height: int = 800
    scale: int = 1
    device: str = ""

    def name(self, scene: str) -> str:
        """What the picture of a scene is called, without its suffix: ``chat-phone-zh-dark``."""
        device = (self.device,) if self.device else ()
        return "-".join((scene, *device, self.language, "dark" if self.dark else "light"))


@dataclass(frozen=True, slots=True)
class Sitting:
    """What is photographed in one look."""

    look: Look
    scenes: Sequence[Scene]
    sign_in: bool = False


_THEMES: tuple[tuple[Language, bool], ...] = (
    *(("zh", False), ("zh", True)),
    *(("en", False), ("en", True)),
)
SITTINGS = (
    *(Sitting(Look(*theme), SCENES, sign_in=True) for theme in _THEMES),
    *(Sitting(Look(*theme, 390, 844, 2, "phone"), ON_PHONE) for theme in _THEMES),
)


def take(
    browser: "Browser", url: str, out: Path, sittings: Sequence[Sitting] = SITTINGS
) -> list[Path]:
    """The photographs of the page at ``url``, as PNG files in ``out``."""
    out.mkdir(parents=True, exist_ok=True)
    taken: list[Path] = []
    for sitting in sittings:
        taken += _tabs(browser, url, out, sitting)
        if sitting.sign_in:
            taken.append(_sign_in(browser, url, out, sitting.look))
    return taken


def _tabs(browser: "Browser", url: str, out: Path, sitting: Sitting) -> list[Path]:
    look = sitting.look
    with _window(browser, look) as page:
        page.goto(url)
        page.wait_for_selector(".welcome")
        if look.language == "en":
            page.click("[data-event=switch]")
            page.wait_for_selector("html[lang=en]")
        taken = []
        for scene in sitting.scenes:
            page.click(f"#zw-tabs [role=tab][data-tab-id={scene.name}]")
            scene.set_up(page, look.language)
            taken.append(_photograph(page, out, look, scene.name))
        return taken


def _sign_in(browser: "Browser", url: str, out: Path, look: Look) -> Path:
    """The sign-in, which the page at ``url`` has only where it has users."""
    with _window(browser, look) as page:
        shown = sign_in(look.language, "/")
        page.route("**/login", lambda route: route.fulfill(content_type="text/html", body=shown))
        page.goto(f"{url}/login")
        return _photograph(page, out, look, SIGN_IN)


@contextmanager
def _window(browser: "Browser", look: Look) -> "Iterator[Page]":
    page = browser.new_page(
        viewport={"width": look.width, "height": look.height},
        color_scheme="dark" if look.dark else "light",
        device_scale_factor=look.scale,
        reduced_motion="reduce",
    )
    yield page
    page.close()


def _photograph(page: "Page", out: Path, look: Look, scene: str) -> Path:
    page.wait_for_timeout(_SETTLED_MS)
    path = out / f"{look.name(scene)}.png"
    path.write_bytes(small(page.screenshot()))
    return path


def small(png: bytes) -> bytes:
    """A picture in its 256 most frequent colours, each pixel in the nearest of them: flat colours
    stay exactly as they are, only the shades at the edges of letters are fewer."""
    import numpy as np
    from PIL import Image

    pixels = np.asarray(Image.open(BytesIO(png)).convert("RGB"), dtype=np.int32)
    height, width, _ = pixels.shape
    codes = pixels @ np.array([1 << 16, 1 << 8, 1], dtype=np.int32)
    found, at, counts = np.unique(codes, return_inverse=True, return_counts=True)
    colours = np.stack([found >> 16, found >> 8 & 255, found & 255], axis=1)
    kept = colours[np.argsort(-counts)[:256]]
    nearest = ((colours[:, None] - kept) ** 2).sum(axis=2).argmin(axis=1)
    picture = Image.frombytes("P", (width, height), nearest[at].astype(np.uint8).tobytes())
    picture.putpalette(kept.astype(np.uint8).tobytes())
    made = BytesIO()
    picture.save(made, "PNG", optimize=True)
    return made.getvalue()
