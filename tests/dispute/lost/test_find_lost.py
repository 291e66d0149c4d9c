"""What an article says in its own voice is held against what its body, its origin or another reports as a claim."""

from __future__ import annotations

from typing import Any

import pytest
from papers import paper

from counterclaim.dispute.lost import find_lost
from counterclaim.model.lost import Lost, Missing, Where

VERBS = ("seized", "seize", "sank")
TOLD = "[claim rebels seized the old radio tower in Kelm]"
PLAIN = "[own Rebels seized the old radio tower in Kelm]."
REST = "Rain fell all day and the market was closed, so that the farmers drove home early with full carts and wet hats."


def lost(*papers: tuple[dict[str, Any], list[dict[str, Any]]]) -> tuple[Lost, ...]:
    """What was lost in these."""
    return find_lost([document for document, _ in papers], [claim for _, claims in papers for claim in claims])


def origin(**rest: Any) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """An article that attributes."""
    told = {"who": ["Orsa"], "verbs": VERBS, **rest}
    return paper("a", "A day in Kelm", f"Orsa said {TOLD}.", REST, **told)


def retelling(plain: str = PLAIN, **rest: Any) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """An article that does not."""
    return paper("b", "News from the valley", plain, "Nobody has seen the mayor.", **{"verbs": VERBS, **rest})


def test_a_headline_that_says_what_the_body_attributes_has_lost_it() -> None:
    """Both texts are named, and the reason quotes them."""
    page = paper("a", "[own Rebels seize radio tower in Kelm]", f"Orsa said {TOLD}.", who=["Orsa"], verbs=VERBS)
    found = lost(page)
    assert [(each.where, each.what, each.claim) for each in found] == [
        (Where.HEADLINE, Missing.ATTRIBUTION, page[1][0]["id"])
    ]
    assert page[0]["text"][found[0].span.start : found[0].span.end] == "Rebels seize radio tower in Kelm"
    assert page[0]["text"][found[0].told.start : found[0].told.end] == "rebels seized the old radio tower in Kelm"
    assert "a claim of Orsa" in found[0].because
    assert found[0].found_by == "lost.headline.v1"


def test_a_headline_whose_body_says_so_too_has_lost_nothing() -> None:
    """The article stands for it itself."""
    title = "[own Rebels seize radio tower in Kelm]"
    assert lost(paper("a", title, f"Orsa said {TOLD}. {PLAIN}", who=["Orsa"], verbs=VERBS)) == ()


def test_a_headline_without_the_hedge_of_its_body_has_lost_a_hedge() -> None:
    """No claim is named where only the article itself was careful."""
    body = "[hedged Rebels may have seized the radio tower in Kelm]."
    found = lost(paper("a", "[own Rebels seize radio tower in Kelm]", body, verbs=VERBS))
    assert [(each.what, each.claim) for each in found] == [(Missing.HEDGE, None)]


def test_a_copy_that_drops_who_said_it_has_lost_it() -> None:
    """Documents of one origin are copies; the origin itself is none."""
    first, copy = origin(origin="a"), retelling(origin="a")
    assert [(each.document, each.origin, each.where) for each in lost(first, copy)] == [("b", "a", Where.COPY)]


def test_an_origin_has_lost_nothing_that_its_copy_attributes() -> None:
    """The copy added who said it."""
    first, copy = origin(origin="b", published="2031-05-01"), retelling(origin="b")
    assert lost(first, copy) == ()


def test_another_article_of_the_next_day_has_lost_it() -> None:
    """It names the place that the claim names."""
    found = lost(origin(), retelling(published="2031-05-03"))
    assert [(each.document, each.where) for each in found] == [("b", Where.ARTICLE)]


@pytest.mark.parametrize("published", ["2031-05-01", "2031-05-09", None])
def test_an_article_of_another_time_has_lost_nothing(published: str | None) -> None:
    """Before the claim nobody had claimed it; a week after, somebody may have seen for themselves."""
    assert lost(origin(), retelling(published=published)) == ()


def test_two_sides_that_say_the_same_make_it_nobodys_claim() -> None:
    """What is agreed needs no attribution."""
    also = f"Orsa said {TOLD}. Ferrin said [claim rebels seized the old radio tower in Kelm]."
    assert lost(paper("a", "A day", also, who=["Orsa", "Ferrin"], verbs=VERBS), retelling()) == ()


def test_an_article_that_attributes_it_elsewhere_has_lost_nothing() -> None:
    """Its readers are told whose claim it is."""
    assert lost(origin(), retelling(f"{PLAIN} Orsa said {TOLD}.", who=["Orsa"])) == ()


def test_a_rejected_claim_is_none() -> None:
    """A person found that nobody claimed it."""
    document, claims = origin()
    claims[0]["review"] = "rejected"
    assert lost((document, claims), retelling()) == ()


@pytest.mark.parametrize(
    "plain",
    [
        "[own Rebels seized the old radio tower in Harrow].",
        "[own Rebels sank the old radio ship in Kelm].",
        "[own Rain fell in Kelm].",
    ],
)
def test_another_place_or_deed_is_another_thing(plain: str) -> None:
    """Words in common are not enough."""
    document, claims = origin()
    # Each town stands inside a sentence somewhere, so that it is known for a name.
    document["text"] += "Roads to Kelm are closed."
    document["parts"][-1]["end"] = len(document["text"])
    page, none = retelling(plain)
    page["text"] += "The bus to Harrow runs."
    page["parts"][-1]["end"] = len(page["text"])
    assert lost((document, claims), (page, none)) == ()


@pytest.mark.parametrize(("numbers", "found"), [((12, 12), 1), ((12, 15), 0)])
def test_another_number_is_another_thing(numbers: tuple[int, int], found: int) -> None:
    """A toll is lost only where it is the same toll."""
    pages = [origin(), retelling()]
    for (document, _), number in zip(pages, numbers, strict=True):
        start = document["clauses"][0]["span"][0]
        document["quantities"] = [{"span": [start, start + 6], "value": number, "low": None, "high": None, "unit": ""}]
    assert len(lost(*pages)) == found


def test_the_order_of_documents_changes_nothing() -> None:
    """What is found, and in which order, depends on ids alone."""
    pages = [origin(), retelling(), paper("c", "Evening", PLAIN, verbs=VERBS)]
    assert lost(*pages) == lost(*reversed(pages))
    assert [each.document for each in lost(*pages)] == ["b", "c"]


def with_parties(
    page: tuple[dict[str, Any], list[dict[str, Any]]], *parties: tuple[str | None, str | None]
) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """The same document with who does it and whom it befalls, for each clause in turn."""
    document, _ = page
    for clause, names in zip(document["clauses"], parties, strict=True):
        for key, words in zip(("actor", "object"), names, strict=True):
            at = document["text"].index(words, clause["span"][0]) if words else 0
            clause[key] = [at, at + len(words)] if words else None
    return page


@pytest.mark.parametrize(
    ("later", "found"),
    [
        ("[own Nobody slept after the attack].", 0),
        ("[own Nobody slept after his stabbing].", 0),
        ("[own Nobody slept after an attack in Harrow].", 1),
        ("[own Nobody slept after the theft].", 1),
        ("[hedged The attack may have been planned].", 1),
    ],
)
def test_a_body_that_speaks_of_the_event_as_known_has_lost_nothing(later: str, found: int) -> None:
    """*The attack* after *was stabbed*; not some attack, another event, or a hedged one."""
    body = f"Police said [claim the baker of Kelm was stabbed]. {later}"
    page = paper("a", "[own Baker of Kelm stabbed]", body, who=["Police"], verbs=("stabbed", "slept", "planned"))
    assert len(lost(with_parties(page, (None, "Baker"), (None, "the baker"), (None, None)))) == found


def test_an_event_that_is_known_does_not_say_who_did_it() -> None:
    """*The attack* leaves open whose it was."""
    body = "Orsa said [claim Ferrin soldiers stabbed the baker of Kelm]. [own Nobody slept after the attack]."
    page = paper(
        "a", "[own Ferrin soldiers stab baker of Kelm]", body, who=["Orsa"], verbs=("stabbed", "stab", "slept")
    )
    parties = (("Ferrin soldiers", "baker"), ("Ferrin soldiers", "the baker"), ("Nobody", None))
    assert len(lost(with_parties(page, *parties))) == 1


def test_a_number_that_was_reached_is_known_with_its_milestone() -> None:
    """The noun speaks of the number too."""
    body = "Orsa said [claim sales of honey passed 40 jars in Kelm]. [own The milestone came in May]."
    page = paper("a", "[own Sales of honey pass 40 jars in Kelm]", body, who=["Orsa"], verbs=("passed", "pass", "came"))
    assert lost(page) == ()


def test_who_suffers_it_may_be_who_does_it_in_other_words() -> None:
    """*The ship drowned 38 sailors* is what *38 sailors drowned* tells."""
    first = paper("a", "A day", "Orsa said [claim 38 sailors drowned off Kelm].", who=["Orsa"], verbs=("drowned",))
    second = paper("b", "A night", "[own The storm drowned 38 sailors off Kelm].", verbs=("drowned",))
    for document, _ in (first, second):
        at = document["text"].index("38")
        document["quantities"] = [{"span": [at, at + 2], "value": 38, "low": None, "high": None, "unit": ""}]
    first = with_parties(first, ("38 sailors", None))
    assert len(lost(first, with_parties(second, ("The storm", "38 sailors")))) == 1


def test_a_role_and_a_name_are_one_where_the_article_names_them_so() -> None:
    """*Minister* in the headline is *Sorg* in the body, of the phrase *the minister Emil Sorg*."""
    names = "[own The minister Emil Sorg sat in court with Mr Sorg’s lawyer]."
    body = f"Prosecutors said [claim Sorg sank the old ship in Kelm]. {names}"
    page = paper("a", "[own Minister sank old ship in Kelm]", body, who=["Prosecutors"], verbs=("sank", "sat"))
    parties = (("Minister", "old ship"), ("Sorg", "the old ship"), ("The minister Emil Sorg", None))
    assert len(lost(with_parties(page, *parties))) == 1


def test_a_copy_without_the_hedge_of_its_origin_has_lost_a_hedge() -> None:
    """Another article may know what the first could only guess; a copy knows no more than its origin."""
    hedged = "[hedged Rebels may have seized the old radio tower in Kelm]."
    first = paper("a", "A day in Kelm", hedged, REST, origin="a", verbs=VERBS)
    assert [(each.where, each.what) for each in lost(first, retelling(origin="a"))] == [(Where.COPY, Missing.HEDGE)]
    assert lost(paper("a", "A day in Kelm", hedged, REST, verbs=VERBS), retelling()) == ()


@pytest.mark.parametrize(("act", "found"), [("predicts", []), ("asserts", [Where.ARTICLE])])
def test_what_one_article_foresaw_another_may_know(act: str, found: list[Where]) -> None:
    """Nothing is lost between *it could rise* and *it rose*, but in one article and its copies."""
    document, claims = origin()
    claims[0]["act"] = act
    assert [each.where for each in lost((document, claims), retelling())] == found


def test_numbers_of_one_claim_may_be_told_in_one_clause() -> None:
    """*It seized the tower and killed six* may become *it seized the tower, killing six*; a seventh is another."""
    document, claims = origin()
    text = document["text"]
    rest = text.index("Rain fell")
    claims[0]["content"].append([rest, rest + len("Rain fell")])
    document["quantities"] = [{"span": [rest, rest + 4], "value": 6, "low": None, "high": None, "unit": None}]
    plain = "[own Rebels seized the old radio tower in Kelm, killing six]."
    for value, found in ((6, [Where.ARTICLE]), (7, [])):
        other, none = retelling(plain)
        at = other["text"].index("six")
        other["quantities"] = [{"span": [at, at + 3], "value": value, "low": None, "high": None, "unit": None}]
        assert [each.where for each in lost((document, claims), (other, none))] == found


def test_an_attribution_put_in_between_is_no_part_of_what_is_said() -> None:
    """*Rebels seized the tower, Orsa said, in Kelm* says no more than the same without it."""
    text = "[claim rebels seized the tower, a spokesman for the coastal fleet told a crowd of sailors, in Kelm]."
    document, claims = paper("a", "A day in Kelm", text, REST, who=["Orsa"], verbs=VERBS)
    plain = retelling("[own Rebels seized the tower in Kelm].")
    assert lost((document, claims), plain) == ()
    (start, end), body = claims[0]["content"][0], document["text"]
    claims[0]["content"] = [[start, body.index(", a spokesman")], [end - len("in Kelm"), end]]
    assert [each.where for each in lost((document, claims), plain)] == [Where.ARTICLE]
