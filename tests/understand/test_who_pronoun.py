"""A pronoun stands for whoever agrees with it, is told of and is near; for nobody where two fit as well."""

from __future__ import annotations

from dataclasses import replace

from counterclaim.model.reading import MentionKind
from counterclaim.understand.who_cast import Someone, words_of
from counterclaim.understand.who_pronoun import Seen, Spot, choose, distance


def person(name: str, gender: str = "") -> Someone:
    return Someone(name, MentionKind.PERSON, words=words_of(name), gender=gender)


def crowd(name: str, noun: str) -> Someone:
    return Someone(name, MentionKind.BODY, noun, words_of(name), plural=True)


def told(sentence: int) -> Spot:
    return Spot(sentence, -1, sentence)


def seen(who: Someone, token: int, sentence: int, *, subject: bool = True) -> Seen:
    return Seen(who, token, told(sentence), subject, False, False)


def test_a_pronoun_agrees_in_gender_and_number() -> None:
    """*She* is not a man, *it* no person, *they* not one alone."""
    ada, ole, crews = person("Ada Birk", "f"), person("Ole Holm", "m"), Someone("crews", MentionKind.BODY, plural=True)
    lately = [seen(crews, 9, 2), seen(ole, 5, 1), seen(ada, 1, 0)]
    assert [choose(word, told(2), lately) for word in ("she", "he", "they", "it")] == [ada, ole, crews, None]


def test_where_something_is_posted_is_not_who_posts_it() -> None:
    """*In a post on Telegram, it said*: the ministry of the sentence before, not Telegram."""
    ministry = Someone("Ministry of Ports", MentionKind.BODY, words=("Ministry", "Ports"))
    telegram = Someone("Telegram", MentionKind.BODY, words=("Telegram",))
    assert choose("it", told(1), [seen(telegram, 9, 1), seen(ministry, 1, 0)]) is ministry


def test_a_subject_comes_before_a_nearer_object() -> None:
    """*Birk met Holm. He* ... is Birk."""
    birk, holm = person("Nils Birk"), person("Ole Holm")
    assert choose("he", told(1), [seen(holm, 3, 0, subject=False), seen(birk, 1, 0)]) is birk


def test_who_speaks_a_quotation_is_never_he_in_it() -> None:
    """*"He lost," said Birk*: somebody else lost."""
    birk, holm = person("Nils Birk"), person("Ole Holm")
    lately = [seen(birk, 9, 1), seen(holm, 1, 0)]
    assert choose("he", told(1), lately) is birk
    assert choose("he", told(1), lately, but=birk) is holm


def test_quoted_sentences_do_not_part_he_said_from_who_spoke_before() -> None:
    """Five quoted sentences later the one who was spoken of last is still one sentence away."""
    assert distance(Spot(1, -1, 1), Spot(7, -1, 2)) == 1
    assert distance(Spot(1, 0, 1), Spot(7, -1, 2)) == 6


def test_a_caption_names_nobody_who_is_spoken_of_afterwards() -> None:
    """Whom the picture shows is not *he* in the next paragraph."""
    birk, holm = person("Nils Birk"), person("Ole Holm")
    caption = seen(holm, 9, 1)
    assert choose("he", told(2), [caption, seen(birk, 1, 0)]) is holm
    assert choose("he", told(2), [replace(caption, aside=True), seen(birk, 1, 0)]) is birk


def test_he_is_the_subject_of_the_clause_that_his_is_part_of() -> None:
    """*Birk spoke while Holm wrote he had left*: Holm had."""
    birk, holm = person("Nils Birk"), person("Ole Holm")
    lately = [seen(holm, 5, 1), replace(seen(birk, 1, 1), speaking=True)]
    assert choose("he", told(1), lately) is birk
    lately = [seen(holm, 5, 1), seen(birk, 1, 1)]
    birk.count = 4
    assert choose("he", told(1), lately, above=[5]) is holm


def test_they_stays_open_where_two_fit_as_well() -> None:
    """*Crews met guards. They* may be either; a subject that is not matched by another is meant."""
    crews, guards = crowd("crews", "crews"), crowd("guards", "guards")
    equal = [seen(guards, 5, 0), seen(crews, 1, 0)]
    assert choose("they", told(1), equal) is None
    assert choose("they", told(1), [replace(equal[0], subject=False), equal[1]]) is crews


def test_a_document_is_not_they() -> None:
    """*A statement ... They said* are those of whom it tells."""
    crews, statement = crowd("crews", "crews"), Someone("statement", MentionKind.BODY, "statement", ("statement",))
    assert choose("they", told(1), [seen(statement, 5, 1), seen(crews, 1, 0)]) is crews


def test_a_model_that_was_taken_for_a_person_is_nobody() -> None:
    """*Norwind X90* is no *she*."""
    assert choose("she", told(1), [seen(person("Norwind X90"), 1, 0)]) is None
