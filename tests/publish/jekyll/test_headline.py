"""Headlines say who claims what and who denies it, in the words of both."""

from __future__ import annotations

from dataclasses import replace

import pytest

from counterclaim.publish.edition import Edition, PublishedClaim, PublishedDocument, PublishedMatter, Voice
from counterclaim.publish.edition.nouns import PublishedLink, PublishedPosition
from counterclaim.publish.jekyll.headline import excerpt, headline, lead_of
from counterclaim.publish.jekyll.posts import posts_of
from counterclaim.publish.jekyll.telling import Telling
from counterclaim.publish.quoting import Quote
from counterclaim.publish.texts import texts_in

ORSA, FERRIN = (Voice(name.lower(), name, None, name) for name in ("Orsa", "Ferrin"))
TITLE = "x" * 40


def claim(number: int, voice: Voice, words: str, act: str = "asserts", **rest: object) -> PublishedClaim:
    """A claim of one document; the first ten are in its title, later ones are not."""
    at = number * 4 if number < 10 else 100 + number
    told = {"tellers": (), "copy_of": None, "form": "indirect", "document": "d1"} | rest
    return PublishedClaim(
        id=f"c{number:02}", number=number, voice=voice, act=act, certainty="certain", quote=Quote(words),
        source_words="", cue_words="", addressee=None, channel=None, said_on=None, happened=None, chain=(), within=None,
        about=(), content=((at, at + 3),), source=(), cue=(), found_by="hand", because="", review="unreviewed",
        score=None, **told,
    )  # fmt: skip


def link(one: PublishedClaim, other: PublishedClaim, kind: str = "denies", basis: str = "explicit") -> PublishedLink:
    return PublishedLink(f"l{one.id}{other.id}", one.id, other.id, kind, basis, "", "hand", "unreviewed", None)


def edition(claims: list[PublishedClaim], *links: PublishedLink, front: dict[str, object] | None = None) -> Edition:
    """One document with these claims, all of one contested matter, each a position of its own."""
    document = PublishedDocument(
        id="d1", title=TITLE, source=None, host=None, url=None, author=None, published="2031-05-03",
        published_precision="day", captured=(), rights=None, language="en", understood=True, categories=(), tags=(),
        front_matter=front or {}, removed=(), notes=(), text=None, parts=(), places=(), times=(), quantities=(),
        origin="d1", copies=(), claims=tuple(claims), extractor=None,
    )  # fmt: skip
    sides = tuple(dict.fromkeys(each.voice.side or "" for each in claims))
    matter = PublishedMatter(
        id="m1", question="Who holds the bridge?", status="contested", because="",
        positions=tuple(PublishedPosition("", (each.voice.side or "",), (each.id,)) for each in claims),
        sides=sides, unanswered_by=(), claims=tuple(each.id for each in claims), again={}, links=(),
        documents=("d1",), place_key=None, place_name=None, time=None, origins=1, review="unreviewed",
    )  # fmt: skip
    by_id = {each.id: each for each in claims}
    return Edition({"d1": document}, by_id, {each.id: each for each in links}, {"m1": matter})


def headline_of(found: Edition) -> str:
    (post,) = posts_of(found)
    return headline(lead_of(post, found), Telling(found, texts_in("en"), "9.9"))


HOLDS = claim(11, ORSA, "that it holds the bridge")
DENIAL = claim(12, FERRIN, "that it was driven from the bridge", "denies")


def test_a_claim_that_is_denied_leads_with_who_denies_it() -> None:
    """The word *that* hangs the words on their verb and is left out."""
    assert (
        headline_of(edition([HOLDS, DENIAL], link(DENIAL, HOLDS)))
        == "Orsa claimed “it holds the bridge”. Ferrin denied it."
    )


def test_an_answer_that_is_no_denial_is_told_in_its_own_words_and_with_the_same_verb() -> None:
    """*Claims* for one and *says* for the other would weigh them."""
    answer = claim(12, FERRIN, "its guards hold the bridge")
    told = "Orsa claimed “it holds the bridge”. Ferrin claimed “its guards hold the bridge”."
    assert headline_of(edition([HOLDS, answer], link(answer, HOLDS, "contradicts"))) == told


def test_swapping_the_names_of_two_sides_swaps_the_headline_and_nothing_else() -> None:
    """No side is treated in a way of its own."""
    one = headline_of(edition([HOLDS, DENIAL], link(DENIAL, HOLDS)))
    swapped = [replace(HOLDS, voice=FERRIN), replace(DENIAL, voice=ORSA)]
    other = headline_of(edition(swapped, link(swapped[1], swapped[0])))
    assert other == one.replace("Orsa", "*").replace("Ferrin", "Orsa").replace("*", "Ferrin")


def test_a_link_that_is_a_guess_makes_nobody_deny_anything() -> None:
    """What is only possible stands in no headline."""
    assert (
        headline_of(edition([HOLDS, DENIAL], link(DENIAL, HOLDS, basis="possible")))
        == "Orsa claimed: “it holds the bridge”"
    )


def test_whoever_only_repeats_is_no_answer() -> None:
    """Other kinds of links are no disputes."""
    again = claim(12, FERRIN, "it holds the bridge")
    assert "denied" not in headline_of(edition([HOLDS, again], link(again, HOLDS, "supports")))


def test_a_denial_alone_keeps_its_verb() -> None:
    """Without it, its words would say the opposite."""
    assert headline_of(edition([DENIAL])) == "Ferrin denied: “it was driven from the bridge”"


def test_a_claim_in_dispute_leads_before_one_of_the_title() -> None:
    """Without a dispute the title's comes first."""
    first = claim(1, ORSA, "the river is very high")
    assert headline_of(edition([first, HOLDS, DENIAL], link(DENIAL, HOLDS))).startswith("Orsa claimed “it holds")
    assert headline_of(edition([HOLDS, first])) == "Orsa claimed: “the river is very high”"


def test_a_nested_claim_is_never_bare_in_a_headline() -> None:
    """Also where there is no other claim."""
    nested = claim(11, ORSA, "it holds the bridge", tellers=(FERRIN,))
    assert headline_of(edition([nested])) == "Orsa, as told by Ferrin, claimed: “it holds the bridge”"


def test_claims_that_tell_nothing_by_themselves_do_not_lead() -> None:
    """*It* says nothing without what stood before."""
    it = claim(1, ORSA, "it")
    assert headline_of(edition([it, HOLDS])) == "Orsa claimed: “it holds the bridge”"


def test_a_long_claim_is_cut_and_says_so() -> None:
    """Eighteen words are shown."""
    found = headline_of(edition([claim(11, ORSA, "word " * 30)]))
    assert found == f"Orsa claimed: “{'word ' * 18}[…]”"


@pytest.mark.parametrize("act", ["accuses", "promises", "asks", "hopes", "unheard of"])
def test_every_act_has_a_verb(act: str) -> None:
    """One that is not known is said."""
    found = headline_of(edition([claim(11, ORSA, "to hold the bridge", act)]))
    assert found.startswith("Orsa ") and found.endswith(": “to hold the bridge”")


def test_somebody_who_is_not_named_is_told_as_that() -> None:
    """An unknown speaker has a place of their own, behind all who are named."""
    nobody = claim(1, Voice(None, None, None, None), "the bridge is lost")
    assert headline_of(edition([nobody])) == "Somebody unnamed claimed: “the bridge is lost”"
    assert headline_of(edition([nobody, HOLDS])) == "Orsa claimed: “it holds the bridge”"


def excerpt_of(found: Edition) -> str:
    (post,) = posts_of(found)
    return excerpt(post, lead_of(post, found), Telling(found, texts_in("en"), "9.9"))


def test_the_excerpt_says_who_answers_what() -> None:
    """It is a sentence from a template, none of the source's."""
    found = edition([HOLDS, DENIAL], link(DENIAL, HOLDS))
    assert excerpt_of(found) == "Who holds the bridge? Orsa and Ferrin answer differently in what was read."


def test_without_a_dispute_the_excerpt_says_who_is_quoted() -> None:
    """One speaker is one, however often they speak."""
    assert excerpt_of(edition([HOLDS, claim(13, ORSA, "it will rain")])) == "2 claims by Orsa in exact words."


def test_the_source_s_own_excerpt_is_kept_where_the_edition_has_it() -> None:
    """The edition has it only where rights are open."""
    assert excerpt_of(edition([HOLDS], front={"excerpt": "The  bridge\nholds."})) == "The bridge holds."


def test_of_two_claims_that_contradict_each_other_the_one_that_is_answered_leads() -> None:
    """The answer leads only where the other claim is nobody's in this report."""
    answer = claim(12, replace(FERRIN, role="ferrymen"), "its guards hold the bridge")
    found = edition([answer, HOLDS], link(answer, HOLDS, "contradicts"))
    assert headline_of(found) == "Orsa claimed “it holds the bridge”. Ferrin claimed “its guards hold the bridge”."


def test_a_headline_of_one_claim_does_not_say_it_as_the_source_does() -> None:
    """With the source's own verb a paragraph of one short sentence would be told whole."""
    assert headline_of(edition([replace(HOLDS, cue_words="claimed")])) == "Orsa said: “it holds the bridge”"
