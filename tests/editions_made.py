"""Makes small editions by hand: two sides on a bridge, and one whose every word is hostile."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from counterclaim.publish.edition import Edition, PublishedClaim, PublishedDocument, PublishedMatter, Voice
from counterclaim.publish.edition.nouns import PublishedLink, PublishedPosition
from counterclaim.publish.imprint import Imprint
from counterclaim.publish.quoting import Quote
from counterclaim.publish.settings import Settings
from counterclaim.publish.texts import texts_in

ADDRESS = "https://desk.example/claims"

# What a quotation may hold to leave a script, a page, a feed or a cell.
BREAKOUTS = (
    "</script><script>alert(1)</script>",
    "<!--<script>",
    "]]><x>&lt;",
    "a\u2028b\u2029c",
    "\\\"');alert(1);//",
    '"><img src=x onerror=alert(1)>',
    "javascript:alert(1)",
    "\ufffe\uffff\x00\x0b",
    "__proto__",
    "{who} {0.__class__} %s",
)


def imprint(url: str | None = ADDRESS) -> Imprint:
    """An English imprint of version 0.0."""
    return Imprint(Settings(title="The Orsa desk", url=url), texts_in("en"), "0.0")


def place(name: str, start: int, end: int, **rest: Any) -> dict[str, Any]:
    """A mention of a settlement."""
    known = {"key": f"x:{name.casefold()}", "precision": "settlement", "lat": 48.5, "lon": -12.25, "disputed": False}
    more = {"countries": ["VE"], "containers": [], "candidates": [], "because": "", "admin1": None, "geonames_id": None}
    return {"name": name, "span": [start, end], **known, **more, **rest}


def claim(identifier: str = "c1", **rest: Any) -> PublishedClaim:
    """Veldaria denies on Telegram that the bridge at Orsa fell."""
    made = PublishedClaim(
        id=identifier,
        document="d1",
        number=1,
        voice=Voice("mara tal", "Mara Tal", "spokeswoman", "Veldaria"),
        tellers=(),
        act="denies",
        certainty="certain",
        form="indirect",
        quote=Quote("that the bridge at Orsa fell", before="Mara Tal denied ", after="."),
        source_words="Mara Tal",
        cue_words="denied",
        addressee="reporters",
        channel="Telegram",
        said_on="2031-05-02",
        happened="2031-05",
        chain=("Mara Tal", "Harrow Courier"),
        within=None,
        about=(),
        content=((16, 44),),
        source=((0, 8),),
        cue=((9, 15),),
        found_by="verb.v1 interpret.v1",
        because="“denied” attributes it.",
        review="unreviewed",
        score=None,
        copy_of=None,
    )
    return replace(made, **rest)


def document(identifier: str = "d1", *claims: PublishedClaim, **rest: Any) -> PublishedDocument:
    """A report of Harrow Courier that may be quoted from only."""
    made = PublishedDocument(
        id=identifier,
        title="A bridge at Orsa",
        source="Harrow Courier",
        host="courier.example",
        url="https://courier.example/bridge",
        author=None,
        published="2031-05-03",
        published_precision="day",
        captured=("2031-06-01T10:00:00Z",),
        rights=None,
        language="en",
        understood=True,
        categories=(),
        tags=(),
        front_matter={},
        removed=(),
        notes=(),
        text=None,
        parts=(),
        places=(place("Orsa", 35, 39),),
        times=(),
        quantities=(),
        origin="o1",
        copies=(),
        claims=claims,
        extractor="x",
    )
    return replace(made, **rest)


def matter(identifier: str = "m1", **rest: Any) -> PublishedMatter:
    """Whether the bridge fell: Sundmark says so, Veldaria denies it, Ferrin is silent."""
    made = PublishedMatter(
        id=identifier,
        question="Did the bridge at Orsa fall?",
        status="contested",
        because="Veldaria denies what Sundmark says.",
        positions=(PublishedPosition("yes", ("Sundmark",), ("c2",)), PublishedPosition("no", ("Veldaria",), ("c1",))),
        sides=("Sundmark", "Veldaria"),
        unanswered_by=("Ferrin",),
        claims=("c2", "c1"),
        again={"c2": ("d2",)},
        links=("l1",),
        documents=("d1",),
        place_key="x:orsa",
        place_name="Orsa",
        time="2031-05",
        origins=1,
        review="unreviewed",
    )
    return replace(made, **rest)


def link(**rest: Any) -> PublishedLink:
    """Veldaria's denial of what Sundmark says."""
    made = PublishedLink(
        "l1", "c1", "c2", "denies", "explicit", "Veldaria denies it.", "explicit.v1", "unreviewed", None
    )
    return replace(made, **rest)


def edition(*claims: PublishedClaim, **rest: Any) -> Edition:
    """The bridge: one document, the claims of two sides, a link, a matter; or other claims and things instead."""
    told = claims or (claim(), sundmark())
    own = document("d1", *told)
    made = Edition({"d1": own}, {each.id: each for each in told}, {"l1": link()}, {"m1": matter()})
    return replace(made, **rest)


def sundmark() -> PublishedClaim:
    """Sundmark's claim that the bridge fell, as Veldaria tells it, on a day that is not told."""
    veldaria = Voice("mara tal", "Mara Tal", "spokeswoman", "Veldaria")
    return claim(
        "c2",
        number=2,
        voice=Voice("sundmark", "Sundmark", None, "Sundmark"),
        tellers=(veldaria,),
        act="asserts",
        quote=Quote("that the bridge […]", cut=3),
        said_on=None,
        channel=None,
        addressee=None,
        within="c1",
        content=((16, 30), (31, 44)),
    )


def hostile(words: str) -> Edition:
    """The bridge with `words` wherever an article has a say."""
    voice = Voice(words.casefold(), words, words, words + "2")
    free = dict.fromkeys(("source_words", "cue_words", "addressee", "channel", "because"), words)
    quote = Quote(words, before=words, after=words)
    said = [replace(each, voice=voice, quote=quote, **free) for each in (claim(), sundmark())]  # type: ignore[arg-type]
    said[1] = replace(said[1], tellers=(voice,))
    own = replace(document("d1", *said), title=words, source=words, author=words, places=(place(words, 35, 39),))
    position = PublishedPosition(words, (words,), ("c2", "c1"))
    asked = matter(question=words, because=words, positions=(position,), sides=(words,), unanswered_by=(words,))
    links = {"l1": link(because=words)}
    return Edition({"d1": own}, {each.id: each for each in said}, links, {"m1": asked})
