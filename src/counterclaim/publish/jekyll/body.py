"""Writes the body of a post in Markdown: matters with the words of each side, what else is said, the source."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from counterclaim.publish.dates import spoken
from counterclaim.publish.edition.nouns import PublishedClaim, PublishedDocument
from counterclaim.publish.jekyll.headline import GUESS
from counterclaim.publish.jekyll.marked import link, one_line, quoted, safe
from counterclaim.publish.jekyll.naming import Day
from counterclaim.publish.jekyll.posts import Post
from counterclaim.publish.jekyll.sides import Section, sections
from counterclaim.publish.jekyll.telling import Telling

# Words that open a role in the middle of a sentence, and stand for nobody outside it.
OPENERS = ("its ", "his ", "her ", "their ", "the ", "a ", "an ")
ANSWERS = ("denies", "contradicts", "corrects", "withdraws")
REVIEWED = frozenset({"accepted", "corrected"})


def body(post: Post, day: Day, telling: Telling) -> str:
    """The Markdown of a post below its front matter; every word of an article in it is escaped."""
    blocks = [block for section in sections(post, telling.edition) for block in _matter(section, post, telling)]
    rest = [claim for claim in post.claims if not any(claim.id in matter.claims for matter in post.matters)]
    if rest:
        blocks.append("## " + telling.texts("jekyll.other_claims" if blocks else "jekyll.all_claims"))
        blocks.append(_items(rest, post, telling))
    blocks += _source(post, day, telling)
    blocks += _made(post, telling)
    return "\n\n".join(blocks) + "\n"


def _matter(section: Section, post: Post, telling: Telling) -> Iterator[str]:
    yield f"## {safe(section.matter.question)}"
    key = f"jekyll.{section.matter.status.replace('-', '_')}"
    if telling.texts.has(key):
        yield telling.texts(key, sides=telling.listed([safe(each) for each in section.matter.sides]))
    for side in section.sides:
        yield f"### {safe(side.name) if side.name else telling.texts('jekyll.no_side')}"
        yield _items(side.claims, post, telling)
        if side.more:
            yield telling.texts("jekyll.more", count=side.more)


def _items(claims: Iterable[PublishedClaim], post: Post, telling: Telling) -> str:
    return "\n\n".join(f"- {_item(claim, post, telling)}" for claim in claims)


def _item(claim: PublishedClaim, post: Post, telling: Telling) -> str:
    """Who says what; below it, in a paragraph of its own, what would be taken for more of the words beside them."""
    line = telling.texts(
        "jekyll.line",
        name=safe(telling.name_of(claim)),
        told=safe(told) if (told := telling.told(claim)) else "",
        verb=telling.verb(claim),
        form=telling.texts(form) if telling.texts.has(form := f"jekyll.form_{claim.form}") else "",
        words=safe(quoted(claim.quote.words)),
    )
    below = (_details(claim, telling), *_answers(claim, telling))
    found = [line, " ".join(each for each in below if each)]
    if claim.document != post.document.id:
        found.append(_named(telling.edition.documents[claim.document], telling))
    return "\n\n  ".join(each for each in found if each)


def _details(claim: PublishedClaim, telling: Telling) -> str:
    """Who the speaker is, when the words were said, where and to whom."""
    texts = telling.texts
    found = (
        _role(claim.voice.role or ""),
        spoken(claim.said_on, texts) if claim.said_on else "",
        claim.channel or "",
        texts("voice.to", addressee=claim.addressee) if claim.addressee else "",
    )
    told = texts.template("jekyll.detail_between").join(one_line(each) for each in found if each)
    return texts("jekyll.details", details=safe(told[:1].upper() + told[1:])) if told else ""


def _role(role: str) -> str:
    opener = next((each for each in OPENERS if role.lower().startswith(each)), "")
    return role[len(opener) :]


def _named(document: PublishedDocument, telling: Telling) -> str:
    """A document by its title, as a link where it has an address."""
    return link(document.title or document.host or telling.texts("jekyll.source_untitled"), document.url)


def _answers(claim: PublishedClaim, telling: Telling) -> Iterator[str]:
    """Who stands against a claim, by kind; what is only possible is not told."""
    links = [each for each in telling.edition.links_at.get(claim.id, ()) if each.to_claim == claim.id]
    for kind in ANSWERS:
        found = [telling.edition.claims[each.from_claim] for each in links if each.kind == kind != GUESS]
        if found:
            names = telling.listed([safe(telling.name_of(each)) for each in found])
            yield telling.texts(f"jekyll.answer_{kind}", names=names)


def _source(post: Post, day: Day, telling: Telling) -> Iterator[str]:
    document = post.document
    yield "## " + telling.texts("jekyll.source")
    # As a heading, so that a reader takes it for one: titles leave out words that sentences have.
    yield "### " + _named(document, telling)
    dated = telling.texts(f"jekyll.source_{day.kind}", date=safe(day.said))
    by = (safe(each) for each in (document.author, document.source) if each)
    yield " ".join((*(f"{each}." for each in dict.fromkeys(by)), dated))
    if post.copies:
        yield telling.texts("jekyll.copies")
        yield "\n".join(f"- {_named(each, telling)}" for each in post.copies)


def _made(post: Post, telling: Telling) -> Iterator[str]:
    reviewed = all(each.review in REVIEWED for each in post.claims)
    yield telling.texts("jekyll.marks")
    yield telling.texts("jekyll.reviewed" if reviewed else "jekyll.unreviewed", version=telling.version)
