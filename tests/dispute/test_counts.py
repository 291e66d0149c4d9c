"""Figures of one thing that cannot both hold are told apart; bounds, parts, places and periods keep others apart."""

from __future__ import annotations

from dataclasses import replace

import pytest
from debates import Says, debate

from counterclaim.dispute import find_disputes
from counterclaim.dispute.counts import counted_apart
from counterclaim.dispute.view import View, look
from counterclaim.model.claim import Act

TOLL = Says("Orsa", "said", "the flood had killed twelve", Act.ASSERTS, "Orsa")


def rivals(*lines: Says) -> list[tuple[str, str, str]]:
    """The ends of each contradiction and the rule that found it."""
    document, claims = debate(*lines)
    links = find_disputes(document, claims).links
    return [(link.from_claim, link.to_claim, link.found_by) for link in links if link.kind.value == "contradicts"]


def answer(words: str, cue: str = "says") -> Says:
    """Another side's claim in these words."""
    return Says("Sundmark", cue, words, Act.ASSERTS, "Sundmark")


@pytest.mark.parametrize(
    "words",
    ["the death toll is at least 21", "the flood cost 90 lives", "about 30 bodies were found", "fewer than ten died"],
)
def test_rival_tolls_contradict_whatever_they_call_the_dead(words: str) -> None:
    """The interval of the one has nothing of the other's."""
    assert rivals(TOLL, answer(words)) == [("c1", "c0", "counts.v1")]


@pytest.mark.parametrize(
    "words",
    [
        "at least ten died",
        "up to 20 died",
        "about 13 died",
        "the flood had injured 40",
        "40 bodies lay in one chapel",
        "the hospital received 40 dead",
        "its own dead number 40",
        "90 died in April alone",
        "90 more died",
        "the toll rose to 40 dead",
        "90 of them died",
        "the flood of 1990 killed many",
        "it had not killed 40",
        "40 would die if the wall broke",
        "40 may have died",
        "40 died, 30 drowned, 20 froze and 12 fell",
    ],
)
def test_figures_that_can_both_hold_do_not(words: str) -> None:
    """Bounds, another count, a part, another period, an update, a year, a negation, a breakdown."""
    assert rivals(TOLL, answer(words)) == []


def test_a_figure_is_held_against_what_is_said_and_not_what_had_been_said() -> None:
    """*Had put the toll at five* was before the story, and its side says twelve now."""
    before = Says("Orsa", "had put", "the flood's toll at five dead", Act.ASSERTS, "Orsa")
    assert rivals(TOLL, before, answer("the flood had killed 40")) == [("c2", "c0", "counts.v1")]


def test_what_was_never_said_contradicts_nothing() -> None:
    """*Never claimed that 40 had died* is no figure."""
    assert rivals(TOLL, answer("the flood had killed 40")) != []
    assert rivals(TOLL, answer("the flood had killed 40", cue="never claimed")) == []


def test_a_third_figure_does_not_say_that_the_first_is_right() -> None:
    """Who contradicts the one that contradicts it takes no position on whether it is as claimed."""
    third = Says("Ferrin", "says", "the flood had killed 90", Act.ASSERTS, "Ferrin")
    document, claims = debate(TOLL, answer("the flood had killed 40"), third)
    disputes = find_disputes(document, claims)
    assert any(link.kind.value == "contradicts" for link in disputes.links)
    (same,) = [each for matter in disputes.matters for each in matter.positions if each.answer == "it is as claimed"]
    assert same.sides == ("Orsa",)


def test_the_noun_behind_the_number_tells_what_is_counted() -> None:
    """Ballots against ballots, not against boats."""
    ballots = Says("Orsa", "counted", "310 sealed ballots", Act.ASSERTS, "Orsa")
    assert rivals(ballots, answer("295 sealed ballots were cast")) == [("c1", "c0", "counts.v1")]
    assert rivals(ballots, answer("295 sealed boats were moored")) == []


def test_a_figure_put_on_it_is_of_the_toll_just_named() -> None:
    """*Put it at more than thirty*; but only where a toll was named."""
    assert rivals(TOLL, answer("it at more than thirty", "puts")) == [("c1", "c0", "figure.v1")]
    assert rivals(TOLL, answer("it at more than ten", "puts")) == []
    boats = Says("Orsa", "said", "a band of twelve riders came by", Act.ASSERTS, "Orsa")
    assert rivals(boats, answer("it at more than thirty", "puts")) == []


def test_who_only_passes_a_figure_on_contradicts_nobody_with_it() -> None:
    """The figure is the inner speaker's, and it is compared there."""
    told = Says(
        "Sundmark",
        "said",
        "on the steps of the old customs house that Ilse Tarn had told it that ninety people died",
        Act.ASSERTS,
        "Sundmark",
        held=("Ilse Tarn", "told", "ninety people died"),
        held_side="Veldaria",
    )
    assert rivals(TOLL, told) == [("c1h", "c0", "counts.v1")]


def test_swapping_the_sides_changes_nothing_else() -> None:
    """No rule knows a name."""
    one = rivals(TOLL, answer("the flood cost 90 lives"))
    two = rivals(
        TOLL._replace(source="Sundmark", side="Sundmark"),
        answer("the flood cost 90 lives")._replace(source="Orsa", side="Orsa"),
    )
    assert one == two


def test_a_figure_for_the_whole_country_is_no_rival_of_one_for_a_district() -> None:
    """*Nationwide* tells of another whole."""
    one = Says("Norway", "said", "the flood destroyed 600 homes in the delta", Act.ASSERTS, "Norway")
    all_of_it = Says("Sweden", "said", "2,300 homes were destroyed nationwide", Act.ASSERTS, "Sweden")
    two = Says("Sweden", "said", "the flood destroyed 2,300 homes in the delta", Act.ASSERTS, "Sweden")
    assert rivals(one, all_of_it) == []
    assert rivals(one, two) == [("c1", "c0", "counts.v1")]


def test_sums_of_one_currency_are_rivals_only_where_they_are_of_one_thing() -> None:
    """What was lent and what was paid back can both be so."""
    lent = Says("Norway", "said", "it lent 50 million crowns to the harbour", Act.ASSERTS, "Norway")
    paid = Says("Norwind", "said", "it had paid back 20 million crowns", Act.ASSERTS, "Norwind")
    assert rivals(lent, paid) == []


def beside(one: Says, other: Says) -> tuple[View, View]:
    """The two as they look in one paragraph."""
    document, claims = debate(one, other)
    first, second = look(document, claims)
    return first, replace(second, paragraph=first.paragraph)


def test_two_prices_of_one_thing_exclude_each_other_side_by_side() -> None:
    """*It was worth 4,000*, and in the next sentence *its value was 41,500*; what is owed is no price."""
    price = Says("Orsa", "said", "it had been worth only 4,000 crowns", Act.ASSERTS, "Orsa")

    assert counted_apart(*beside(price, answer("its value was 41,500 crowns"))) is not None
    assert counted_apart(*beside(price, answer("the mill owed 41,500 crowns"))) is None
    assert rivals(price, answer("its value was 41,500 crowns")) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("12 houses burned in Tarn", "5 houses burned in Orsa"),
        ("12 houses burned in the east", "5 houses burned in the west"),
        ("it had sent 12 lorries to the dam", "it had sent 5 lorries to the dam"),
        ("300 litres of oil had leaked", "20 litres of acid had leaked"),
        ("40 people were in the boat", "31 people in the boat had been saved"),
        ("40 boys had passed the test", "25 girls had passed the test"),
        ("88 passengers were killed in the crash", "94 people were killed in the crash"),
        ("30 rowers were arrested at the mill", "75 rowers were arrested across the town"),
    ],
)
def test_figures_of_two_things_can_both_hold(one: str, other: str) -> None:
    """Another place, another half, each one's own, another substance, a part of the whole."""
    assert counted_apart(*beside(answer(one)._replace(source="Norway", side="Norway"), answer(other))) is None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("50,000 people came to the rally", "12,000 people came"),
        ("94 passengers were killed in the crash", "88 people were killed in the crash"),
        ("the island owed 3.1 million crowns", "the island owed 7.4 million crowns"),
        ("300 litres of oil had leaked into the river", "9,000 litres of oil had leaked"),
    ],
)
def test_figures_side_by_side_need_few_words_in_common(one: str, other: str) -> None:
    """The one in the words of the other; decimals are numbers too."""
    assert counted_apart(*beside(answer(one)._replace(source="Norway", side="Norway"), answer(other))) is not None


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ("no more than 200 riders came to the parade", "900 riders came to the parade", True),
        ("no more than 900 riders came to the parade", "200 riders came to the parade", False),
        ("no fewer than 900 riders came to the parade", "200 riders came to the parade", True),
        ("a single boat was lost in the storm", "five boats were lost in the storm", True),
        ("a woman was arrested on 31 December", "19 women were arrested on 31 December", False),
        ("the number of riders hurt at the parade was four", "at least 30 riders were hurt at the parade", True),
        ("put the number of boats lost in the storm at four", "nine boats were lost in the storm", True),
    ],
)
def test_bounds_single_things_days_and_numbers_of_something_are_read(one: str, other: str, apart: bool) -> None:
    lines = (Says("Orsa", "said", one, Act.ASSERTS, "Orsa"), answer(other))
    assert bool(rivals(*lines)) is apart
