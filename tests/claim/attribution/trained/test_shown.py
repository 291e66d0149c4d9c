"""What the network is shown of a text: one name for all of a kind, in as many words, and where that stands."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from trees_made import body, hanging, trees

from counterclaim.claim.attribution.trained.shown import shown
from counterclaim.model.reading import Reading


def words(reading: Reading) -> list[str]:
    """The words that are shown."""
    return [token.text for token in shown(reading).reading.tokens]


def test_names_of_states_look_alike() -> None:
    """Of one word or several, with an article or without."""
    one, other = body("Norway blames Peru"), body("The Netherlands blames South Korea")
    assert words(one) == words(other)


def test_what_is_shown_stands_where_the_name_stands() -> None:
    """Its span is that of the whole name, and its last word tells where it is in the document."""
    reading = body("rain | South Korea blames Peru")
    view = shown(reading)
    text = reading.document.text
    assert [text[token.start : token.end] for token in view.reading.tokens] == ["rain", "South Korea", "blames", "Peru"]
    assert view.ends == (0, 2, 3, 4)


def test_what_hung_on_a_name_hangs_on_what_is_shown() -> None:
    """Heads and sentences count the words that are shown."""
    tree = ((0, "ROOT"), (2, "compound"), (3, "nsubj"), (3, "ROOT"), (3, "dobj"))
    view = shown(hanging(body("rain | South Korea blames Peru"), *tree)).reading
    assert [token.head for token in view.tokens] == [0, 2, 2, 2]
    assert [(sentence.first, sentence.last) for sentence in view.sentences] == [(0, 1), (1, 4)]


def test_a_name_that_opens_an_entity_still_does() -> None:
    """Its first word tells so, its last one what kind it is."""
    reading = body("South Korea blames Peru")
    marked = (
        reading.tokens[0]._replace(entity="GPE", entity_start=True),
        reading.tokens[1]._replace(entity="GPE"),
        *reading.tokens[2:],
    )
    first = shown(replace(reading, tokens=marked)).reading.tokens[0]
    assert (first.entity, first.entity_start) == ("GPE", True)


@given(trees())
def test_every_token_of_the_document_is_shown_once(reading: Reading) -> None:
    """Whatever words it has; nothing is cut at another place than between words, and no sentence loses any."""
    view = shown(reading)
    starts = [0, *(end + 1 for end in view.ends)]
    tokens = view.reading.tokens
    assert starts[-1] == len(reading.tokens)
    assert [token.start for token in tokens] == [reading.tokens[i].start for i in starts[:-1]]
    assert [token.end for token in tokens] == [reading.tokens[i].end for i in view.ends]
    assert [token.i for token in tokens] == list(range(len(tokens)))
    assert [sentence.span for sentence in view.reading.sentences] == [sentence.span for sentence in reading.sentences]
