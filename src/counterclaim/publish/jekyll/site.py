"""Puts a whole small Jekyll site together: settings, layouts, a front page, a page about it, a feed, the posts."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files
from urllib.parse import urlsplit

import yaml

from counterclaim.publish.edition.nouns import Edition
from counterclaim.publish.jekyll.body import body
from counterclaim.publish.jekyll.front import front_matter
from counterclaim.publish.jekyll.naming import day_of, path_of
from counterclaim.publish.jekyll.posts import Post, posts_of
from counterclaim.publish.jekyll.telling import Telling
from counterclaim.publish.settings import Settings
from counterclaim.publish.texts import texts_in

SKELETON = ("_layouts/default.html", "_layouts/post.html", "index.html", "assets/style.css")
WORDS = ("pages", "about", "empty", "footer_about", "tags")
# An Atom feed is made of whole addresses, so it needs one of the site.
WITH_ADDRESS = ("feed.xml",)


def jekyll_site(edition: Edition, settings: Settings, *, version: str) -> Iterator[tuple[str, str]]:
    """
    The files of a Jekyll site, each with its path (with `/`) and its text.

    Every word is from `edition`, so that nothing is told that may not be published. The same edition gives the same
    files. Plain Jekyll builds them, without plugins.
    """
    posts = posts_of(edition)
    telling = Telling(edition, texts_in(settings.language), version)
    yield "_config.yml", _config(settings, telling)
    for name in (*SKELETON, *(WITH_ADDRESS if settings.url else ())):
        yield name, (files("counterclaim.publish.jekyll") / "skeleton" / name).read_text(encoding="utf-8")
    yield "about.md", _about(telling, posts)
    for post in posts:
        day = day_of(post.document)
        yield path_of(post.document, day), "\n".join((front_matter(post, day, telling), body(post, day, telling)))


def _config(settings: Settings, telling: Telling) -> str:
    address = urlsplit(settings.url or "")
    fields = {
        "title": " ".join(settings.title.split()),
        "lang": settings.language,
        "url": f"{address.scheme}://{address.netloc}" if settings.url else "",
        "baseurl": address.path.rstrip("/"),
        # Dates stay on the day that their source gives, and days to come are no reason to leave a report out.
        "timezone": "UTC",
        "future": True,
        "permalink": "/:year/:month/:day/:title/",
        "markdown": "kramdown",
        # Words are quoted as they are: no other quotation marks are set for them.
        "kramdown": {"smart_quotes": "apos,apos,quot,quot", "auto_ids": False},
        # The words of the layouts.
        "words": {name: telling.texts(f"jekyll.{name}") for name in WORDS} | {"made": _made(telling)},
        "exclude": [".counterclaim-files.json"],
    }
    return yaml.safe_dump(fields, sort_keys=False, allow_unicode=True)


def _about(telling: Telling, posts: tuple[Post, ...]) -> str:
    texts, held = telling.texts, telling.edition.held
    told = {post.document.id for post in posts}
    copies = {each.id for post in posts for each in post.copies}
    read = telling.edition.documents.keys()
    lines = (
        texts("jekyll.about_what"),
        texts("jekyll.about_how"),
        texts("jekyll.about_quotes"),
        texts("jekyll.about_posts", posts=len(posts), documents=len(read)),
        texts("jekyll.about_without", copies=len(copies), silent=len(read - told - copies)),
        texts("jekyll.about_held", unreviewed=held.unreviewed, unreleased=held.unreleased, withheld=held.withheld),
        _made(telling),
    )
    title = texts("jekyll.about")
    front = yaml.safe_dump({"layout": "default", "title": title, "permalink": "/about/"}, sort_keys=False)
    return f"---\n{front}---\n\n# {title}\n\n" + "\n\n".join(lines) + "\n"


def _made(telling: Telling) -> str:
    return telling.texts("jekyll.unreviewed", version=telling.version)
