"""How attributions are ordered and nested, on spans made by hand."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from counterclaim.claim.attribution.nesting import nested
from counterclaim.model.claim import Attribution
from counterclaim.model.span import Span, hold


def attribution(head: int, cue: tuple[int, int], content: tuple[int, int]) -> Attribution:
    return Attribution((), (Span(*cue),), (Span(*content),), None, "verb.v1", head)


def test_the_smallest_content_that_holds_cue_and_content_is_the_holder() -> None:
    """Of two that hold it, the inner one is what it stands in."""
    outer, middle, inner = (
        attribution(1, (0, 4), (5, 90)),
        attribution(2, (10, 14), (15, 80)),
        attribution(3, (20, 24), (25, 60)),
    )

    assert [each.within for each in nested([inner, outer, middle])] == [None, 0, 1]


def test_one_cue_gives_one_attribution() -> None:
    """What two rules found at one head is kept once, as the first rule has it."""
    first, second = attribution(1, (0, 4), (5, 20)), attribution(1, (0, 6), (7, 20))

    assert (first,) == nested([first, second])


pairs = st.tuples(st.integers(0, 60), st.integers(1, 30)).map(lambda pair: (pair[0], sum(pair)))


@given(st.lists(st.tuples(pairs, pairs), max_size=12))
def test_what_holds_an_attribution_really_holds_it(drawn: list[tuple[tuple[int, int], tuple[int, int]]]) -> None:
    """Whatever the spans, `within` names another attribution whose content holds this one's cue and content."""
    found = nested([attribution(k, cue, content) for k, (cue, content) in enumerate(drawn)])

    for k, each in enumerate(found):
        assert each.within != k
        assert each.within is None or hold(found[each.within].content, (*each.cue, *each.content))
