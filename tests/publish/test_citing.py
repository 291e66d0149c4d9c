"""Citations and briefs name who speaks as whose teller, when, how and where, and take no side."""

from __future__ import annotations

from dataclasses import replace

import pytest

from counterclaim.publish.citing import brief, citation, claim_brief
from counterclaim.publish.edition import Edition, PublishedClaim, PublishedMatter, Voice
from counterclaim.publish.quoting import Quote
from editions_made import BREAKOUTS, claim, document, edition, hostile, imprint, link, matter, sundmark
from hostile_strings import HOSTILE

PERMALINK = "https://desk.example/claims/documents/d1.html"


def test_a_citation_tells_all_that_is_needed_to_find_the_words() -> None:
    """Speaker, side, role, day, addressee, channel, act, words, text, day it was read, id, version and address."""
    assert citation(claim(), document(), imprint()) == (
        "Mara Tal (Veldaria), spokeswoman, 2 May 2031, to reporters, via Telegram, denied, in the words of Harrow "
        "Courier: “that the bridge at Orsa fell”. Reported in “A bridge at Orsa”, Harrow Courier, 3 May 2031, "
        "https://courier.example/bridge, read on 1 June 2031. Claim c1, counterclaim 0.0, machine-made, not reviewed, "
        f"{PERMALINK}#c1."
    )


def test_a_citation_says_what_is_not_known() -> None:
    """An unknown speaker, an unknown day and a title held back are said to be so; nothing is made up."""
    nobody = claim(voice=Voice(None, None, None, None), said_on=None, channel=None, addressee=None, form="direct")
    bare = document(title="", source=None, published=None, url=None, captured=())
    assert citation(nobody, bare, imprint(None)) == (
        "unknown speaker, on a day that the text does not tell, denied: “that the bridge at Orsa fell”. Reported in "
        "a text whose title is held back. Claim c1, counterclaim 0.0, machine-made, not reviewed."
    )


def test_indirect_words_are_given_to_who_worded_them() -> None:
    """Words that the reporter chose are never shown as the speaker's own; quoted ones are."""
    assert "said, in the words of Harrow Courier: “it fell”" in claim_brief(_said("indirect"), document(), imprint())
    assert "said, in the words of the text: “it fell”" in claim_brief(_said("mixed"), document(source=None), imprint())
    assert "said: “it fell”" in claim_brief(_said("direct"), document(), imprint())


def _said(form: str) -> PublishedClaim:
    return claim(act="asserts", form=form, quote=Quote("it fell"))


def test_what_was_not_said_is_told_in_the_words_of_the_text() -> None:
    """*Orsa has not confirmed any losses* never becomes that Orsa said: any losses."""
    silent = claim(act="asserts", certainty="unstated", cue_words="has not confirmed", quote=Quote("any losses"))
    told = claim_brief(silent, document(), imprint())
    assert "“has not confirmed”" in told
    assert "said" not in told


def test_a_hedge_of_the_speaker_is_kept() -> None:
    """Who says that something may be so is not told to say that it is so."""
    assert "denied, worded as possible, in the words" in claim_brief(claim(certainty="possible"), document(), imprint())


def test_quotation_marks_are_not_doubled() -> None:
    """Words that bring their own marks get no second pair."""
    spoken = claim(form="direct", quote=Quote("“It stands,” she said. “We were there.”"))
    assert "denied: “It stands,” she said. “We were there.” (" in claim_brief(spoken, document(), imprint())


def test_marks_inside_a_quotation_are_single_ones() -> None:
    """As print has it: the pair around them is the citation's own."""
    mixed = claim(act="asserts", form="mixed", quote=Quote('the claim is "a fairy tale"'))
    assert "“the claim is 'a fairy tale'”" in claim_brief(mixed, document(), imprint())


def test_a_quotation_that_ends_a_sentence_ends_it_once() -> None:
    """No second full stop stands behind the closing mark."""
    spoken = claim(form="direct", quote=Quote("“We were there.”"))
    assert "“We were there.” Reported in" in citation(spoken, document(), imprint())


def test_words_left_out_are_counted() -> None:
    """A quotation that is cut says by how much."""
    assert "“that the bridge […]” (3 words left out)" in claim_brief(sundmark(), document(), imprint())


def test_a_nested_claim_is_never_bare() -> None:
    """What Sundmark says as Veldaria tells it says so, in the citation and in the brief."""
    told = "Sundmark, as Mara Tal (Veldaria) tells it"
    assert citation(sundmark(), document(), imprint()).startswith(told)
    assert f"On a day that the text does not tell, {told}, said" in claim_brief(sundmark(), document(), imprint())


@pytest.mark.parametrize(
    ("said_on", "begins"),
    [
        ("2031-05-02", "On 2 May 2031, Mara"),
        ("2031-05", "In May 2031, Mara"),
        ("2031-W07", "In week 7 of 2031, Mara"),
        ("203X", "In the 2030s, Mara"),
        ("2031-05/..", "since May 2031: Mara"),
        (None, "On a day that the text does not tell, Mara"),
    ],
)
def test_a_brief_tells_the_day_as_closely_as_the_text(said_on: str | None, begins: str) -> None:
    """A day, a month, a week, an open stretch and no day at all each have their own beginning."""
    assert claim_brief(claim(said_on=said_on), document(), imprint()).startswith(begins)


def test_a_brief_gives_each_position_and_who_is_silent() -> None:
    """The question, what stands between the sides, each claim once with its copies, the reasons, the silence."""
    lines = brief(matter(), edition(), imprint()).splitlines()
    assert lines[:3] == [
        "Did the bridge at Orsa fall?",
        "Claims on this contradict each other or are denied. All of it goes back to 1 source.",
        "",
    ]
    assert lines[3] == "Sundmark, read as: yes"
    assert lines[4].endswith(f"{PERMALINK}#c2), also in 1 text that says it once more")
    assert lines[6] == "Veldaria, read as: no"
    assert lines[9:] == [
        "- Veldaria denies it.",
        "In what was read, there is no answer from Ferrin.",
        "counterclaim 0.0, machine-made; matter m1: https://desk.example/claims/matters/m1.html",
    ]


def test_a_guess_is_called_one() -> None:
    """A link that is only possible says so in a brief."""
    guessed = edition(links={"l1": link(basis="possible")})
    assert "- Possibly, by a guess of the program: Veldaria denies it." in brief(matter(), guessed, imprint())


def test_swapping_two_sides_swaps_their_names_and_nothing_else() -> None:
    """The brief of the mirrored matter is the mirrored brief."""
    text = brief(matter(), edition(), imprint())
    swapped = brief(_swapped_matter(), _swapped_edition(), imprint())
    for old, new in {"Veldaria": "Kept", "Sundmark": "Veldaria", "Kept": "Sundmark"}.items():
        text = text.replace(old, new)
    assert swapped == text


def _swap(name: str | None) -> str | None:
    return {"Veldaria": "Sundmark", "Sundmark": "Veldaria"}.get(name or "", name)


def _swapped_voice(voice: Voice) -> Voice:
    return replace(voice, name=_swap(voice.name), side=_swap(voice.side))


def _swapped_edition() -> Edition:
    claims = [
        replace(each, voice=_swapped_voice(each.voice), tellers=tuple(map(_swapped_voice, each.tellers)))
        for each in (claim(), sundmark())
    ]
    return edition(*claims, links={"l1": link(because="Sundmark denies it.")})


def _swapped_matter() -> PublishedMatter:
    known = matter()
    positions = tuple(replace(each, sides=tuple(map(_swap, each.sides))) for each in known.positions)
    return replace(known, positions=positions)


@pytest.mark.parametrize("words", [*BREAKOUTS, *HOSTILE])
def test_hostile_words_forge_no_line(words: str) -> None:
    """A citation is one line, and a brief has as many lines as one of harmless words, without control characters."""
    made = hostile(words)
    cited = citation(made.claims["c1"], made.documents["d1"], imprint())
    told = brief(made.matters["m1"], made, imprint())
    assert len(cited.splitlines()) == 1
    assert not set(cited) & {chr(code) for code in (*range(0x20), *range(0x7F, 0xA0))}
    plain = hostile("words")
    assert len(told.splitlines()) == len(brief(plain.matters["m1"], plain, imprint()).splitlines())
    assert "\x1b" not in told
