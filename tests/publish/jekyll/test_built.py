"""What Debian's Jekyll makes of small folders: the ground on which the posts must stand."""

from __future__ import annotations

from pathlib import Path

import pytest

from jekyll_built import Built, jekyll_build

pytestmark = pytest.mark.browser

CONFIG = "title: Orsa\nfuture: true\ntimezone: UTC\n"
LAYOUT = "<!doctype html><h1>{{ page.title | escape }}</h1><p>{{ page.excerpt | escape }}</p>{{ content }}"
FRONT = {"layout": "post", "title": '"A bridge"', "date": "2031-05-06 09:00:00 +0000", "render_with_liquid": "false"}
PAGE = "2031/05/06/a-bridge.html"


@pytest.fixture
def built(tmp_path: Path):
    """Builds one post with these fields in place of the usual ones; None leaves a field out."""

    def of(body: str = "words", *, config: str = CONFIG, layout: str | None = LAYOUT, **fields: str | None) -> Built:
        source = tmp_path / "source"
        (source / "_posts").mkdir(parents=True)
        (source / "_config.yml").write_text(config, encoding="utf-8")
        if layout is not None:
            (source / "_layouts").mkdir()
            (source / "_layouts" / "post.html").write_text(layout, encoding="utf-8")
        front = "".join(f"{key}: {value}\n" for key, value in (FRONT | fields).items() if value is not None)
        (source / "_posts" / "2031-05-06-a-bridge.md").write_text(f"---\n{front}---\n\n{body}\n", encoding="utf-8")
        return jekyll_build(source, tmp_path / "site")

    return of


def test_a_small_site_builds_without_a_word(built) -> None:
    """With its own layout, dates to come let through, and no theme or plugin that would have to be there."""
    site = built("Orsa “denies” it – twice.")
    assert (site.code, site.complaints, site.pages()) == (0, (), [PAGE])
    assert "<p>Orsa “denies” it – twice.</p>" in site.read(PAGE)


def test_a_layout_that_is_not_there_is_complained_of(built) -> None:
    """`layout: post` without a theme that has one: the post is built bare, and Jekyll says so."""
    site = built(layout=None)
    assert site.code == 0
    assert site.complaints == (
        "Build Warning: Layout 'post' requested in _posts/2031-05-06-a-bridge.md does not exist.",
    )


def test_a_date_to_come_is_left_out_unless_the_settings_let_it_in(built) -> None:
    """`future: true` is what lets it in."""
    site = built(config="title: Orsa\n", date="2999-05-06 09:00:00 +0000")
    assert site.pages() == []
    assert site.complaints == ("Skipping: _posts/2031-05-06-a-bridge.md has a future date",)


@pytest.mark.parametrize("theme", ["theme: minima\n", "plugins: [jekyll-feed]\n"])
def test_a_theme_or_plugin_that_is_not_installed_ends_the_build(built, theme: str) -> None:
    """Each is a package of its own, so the posts can't ask for it."""
    site = built(config=CONFIG + theme)
    if site.code == 0:
        pytest.skip("this machine has the theme and the plugins")
    assert any("could not be found" in each or "Dependency Error" in each for each in site.complaints)


LIQUID = "a {{ 7 | times: 7 }} b {% nope %} c {{ 7*7 }} {% raw %}"


def test_liquid_in_a_post_ends_the_build_unless_it_is_turned_off(built) -> None:
    """Words of a text are no instructions."""
    assert built(LIQUID, render_with_liquid=None).code != 0


def test_with_liquid_turned_off_all_words_stay(built) -> None:
    """In the text, the title and the excerpt."""
    site = built(LIQUID.replace("|", "/"), title='"{{ 7 }} {% nope %}"', excerpt='"{{ 7 }} {% nope %}"')
    assert (site.code, site.complaints) == (0, ())
    page = site.read(PAGE)
    assert LIQUID.replace("|", "/") in page
    assert page.count("{{ 7 }} {% nope %}") == 2


@pytest.mark.parametrize(("field", "value"), [("title", "a: b"), ("date", '""'), ("date", "2031-05-06T25:00")])
def test_a_front_matter_that_cannot_be_read_ends_the_build(built, field: str, value: str) -> None:
    """A bare colon, a date that is empty or none: strictly read, no post is left out in silence."""
    site = built(**{field: value})
    assert site.code != 0
    assert site.complaints != ()


def test_categories_are_folders_of_the_site_and_lead_nowhere_else(built, tmp_path: Path) -> None:
    """Jekyll keeps the page inside, but takes over a name such as <b> and divides at the slash."""
    site = built(categories='["../../x", "a/b", "<b>"]')
    assert site.pages() == [f"x/a/b/<b>/{PAGE}"]
    assert not (tmp_path / "x").exists()


def test_html_in_a_paragraph_of_html_is_kept_as_it_is(built) -> None:
    """In a paragraph written as HTML no sign is read as Markdown; as Markdown, a line with a bar becomes a table."""
    body = "<p>a | b *c* _d_ [x](y) [^1] &lt;script&gt;</p>"
    assert body in built(body).read(PAGE)


def test_a_bar_in_a_paragraph_of_markdown_makes_a_table(built) -> None:
    """So words of a text may not stand bare in Markdown."""
    assert "<table>" in built("Orsa | denies").read(PAGE)
