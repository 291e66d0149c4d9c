"""Writes headlines: who claims what in which words, and who denies it; never who is right."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from counterclaim.publish.edition.nouns import Edition, PublishedClaim, PublishedLink, PublishedMatter
from counterclaim.publish.jekyll.marked import one_line, quoted
from counterclaim.publish.jekyll.posts import Post
from counterclaim.publish.jekyll.telling import Telling
from counterclaim.publish.quoting import BETWEEN, shortened

# So many words of a claim fit into a headline that is read at one glance; an answer in words has to fit beside it.
LONGEST, LONGEST_ANSWER = 18, 12
# *It* and *the number* tell nothing without what stood before.
FEWEST = 3
SPEAKERS = 3
GUESS = "possible"
# Two numbers that cannot both hold stand against each other whichever was read first; a denial has a direction.
TURNED = "contradicted by it"


@dataclass(frozen=True, slots=True)
class Lead:
    """
    What a post is about: one of its claims, the claim of somebody else that stands against it, and their matter.

    `denied` where that is a denial of it; `turned` where it was there first, and the post's own claim contradicts it.
    """

    claim: PublishedClaim
    answer: PublishedClaim | None = None
    denied: bool = False
    matter: PublishedMatter | None = None
    turned: bool = False


def lead_of(post: Post, edition: Edition) -> Lead:
    """The claim that a post leads with: one in dispute before others, then one of the title, then the most linked."""
    title = len(post.document.title)
    return max((_lead(claim, post, edition) for claim in post.claims), key=lambda lead: _weight(lead, title, edition))


def _weight(lead: Lead, title: int, edition: Edition) -> tuple[int, ...]:
    claim = lead.claim
    words = len(claim.quote.words.split())
    clear = words >= FEWEST and claim.voice.name is not None and not claim.tellers
    return (
        clear and lead.answer is not None,
        clear and not lead.turned,
        claim.act != "denies",
        lead.matter is not None,
        claim.voice.role is not None or claim.voice.side is not None,
        bool(claim.content) and claim.content[-1][1] <= title,
        claim.form != "indirect",
        words <= LONGEST,
        len(edition.links_at.get(claim.id, ())),
        -claim.number,
    )


def _lead(claim: PublishedClaim, post: Post, edition: Edition) -> Lead:
    matters = [each for each in post.matters if claim.id in each.claims]
    # That somebody answers a denial tells less than the claim that it denies, which has a turn of its own.
    for matter in matters if claim.act != "denies" else ():
        same = sorted(
            _position(claim, matter), key=lambda each: (edition.claims[each].document != claim.document, each)
        )
        for ids, kind in (([claim.id], "denies"), (same, "denies"), ([claim.id], "contradicts"), ([claim.id], TURNED)):
            if other := next(_against(claim, ids, kind, edition), None):
                return Lead(claim, other, kind == other.act == "denies", matter, kind == TURNED)
    return Lead(claim, matter=next(iter(matters), None))


def _position(claim: PublishedClaim, matter: PublishedMatter) -> set[str]:
    """The claims that give the same answer for the same sides."""
    return {other for each in matter.positions if each.answer and claim.id in each.claims for other in each.claims}


def _against(claim: PublishedClaim, ids: list[str], kind: str, edition: Edition) -> Iterator[PublishedClaim]:
    """Claims of named others, in nobody else's telling, that deny or contradict one of these."""
    for identifier in ids:
        for link in edition.links_at.get(identifier, ()):
            other = edition.claims.get(_other_end(link, identifier, kind) or "")
            if other and other.voice.name and not other.tellers and other.voice.key != claim.voice.key:
                yield other


def _other_end(link: PublishedLink, identifier: str, kind: str) -> str | None:
    if link.basis == GUESS:
        return None
    if kind == TURNED:
        return link.to_claim if link.kind == "contradicts" and link.from_claim == identifier else None
    return link.from_claim if link.kind == kind and link.to_claim == identifier else None


def headline(lead: Lead, telling: Telling) -> str:
    """The headline of a post, on one line; plain text, not Markdown."""
    texts = telling.texts
    if lead.answer is None:
        verb = _other_verb(lead.claim, telling)
        return texts(
            "jekyll.headline_alone", name=_named(lead.claim, telling), verb=verb, words=_short(lead.claim, LONGEST)
        )
    if lead.denied:
        answer = texts("jekyll.denies", name=telling.name_of(lead.answer))
    else:
        # The same word for both: one that *claims* against one that *says* would weigh them.
        answer = _says(lead.answer, telling, _verb(lead.answer, telling), LONGEST_ANSWER)
    return texts("jekyll.disputed", claim=_says(lead.claim, telling, _verb(lead.claim, telling)), answer=answer)


def _named(claim: PublishedClaim, telling: Telling) -> str:
    return telling.name_of(claim) + telling.told(claim)


def _other_verb(claim: PublishedClaim, telling: Telling) -> str:
    """Not the source's own verb, with which a paragraph of one short sentence would be told whole."""
    verb = _verb(claim, telling)
    return telling.verb(claim) if verb == claim.cue_words.casefold() else verb


def _verb(claim: PublishedClaim, telling: Telling) -> str:
    return telling.texts("jekyll.headline_asserts") if claim.act == "asserts" else telling.verb(claim)


def _says(claim: PublishedClaim, telling: Telling, verb: str, most: int = LONGEST) -> str:
    return telling.texts("jekyll.headline", name=_named(claim, telling), verb=verb, words=_short(claim, most))


def _short(claim: PublishedClaim, most: int) -> str:
    """The first piece of the words that says enough, without the word that hangs it on its verb."""
    first = claim.quote.words.split(BETWEEN, 1)[0]
    words = first if len(first.split()) >= FEWEST else claim.quote.words
    kept = words[len("that ") :] if words.lower().startswith("that ") else words
    return quoted(shortened(kept, most)[0])


def excerpt(post: Post, lead: Lead, telling: Telling) -> str:
    """A sentence on who answers what, or on who is quoted; the source's own where its rights are open."""
    own = post.document.front_matter.get("excerpt")
    if isinstance(own, str) and own.strip():
        return one_line(own)
    matter = lead.matter
    if matter and matter.status == "contested" and len(matter.sides) > 1:
        sides = telling.listed([one_line(each) for each in matter.sides])
        return telling.texts("jekyll.excerpt_disputed", question=one_line(matter.question), sides=sides)
    claims = telling.texts("jekyll.claims", count=len(post.claims))
    return telling.texts("jekyll.excerpt", claims=claims, speakers=_speakers(post, telling))


def _speakers(post: Post, telling: Telling) -> str:
    names = list(dict.fromkeys(one_line(each.voice.name) for each in post.claims if each.voice.name))
    if len(names) <= SPEAKERS:
        return telling.listed(names or [telling.texts("jekyll.speakers_unnamed")])
    first = telling.texts.template("list.between").join(names[:SPEAKERS])
    return telling.texts("jekyll.and_more", names=first, count=len(names) - SPEAKERS)
