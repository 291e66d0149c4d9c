"""Says who *we* is outside quotations in a text that a state's own office put out: *We condemn the attack*."""

from __future__ import annotations

from counterclaim.data.countries import countries
from counterclaim.model.reading import MentionKind
from counterclaim.understand.who_cast import Someone
from counterclaim.understand.who_scene import Scene
from counterclaim.understand.who_side import belongs_to_state, state_of_body


def publisher(scene: Scene) -> Someone | None:
    """
    The state or its office that the document names as its author; None where a person or a newsroom wrote it.

    The state where the text itself lets that state speak for those who say *we*, else the office.
    """
    author = scene.read.reading.document.author or ""
    state = state_of_office(author)
    if state is None:
        return None
    own = (seen.who for seen in scene.history if seen.subject and seen.quotation < 0)
    speaking = next((who for who in own if who.kind == MentionKind.STATE and who.side == state), None)
    return speaking or Someone(author, MentionKind.BODY, side=state, because="the author that the document names")


def state_of_office(author: str) -> str | None:
    """The state whose office an author's name is: *Norland Ministry of Ports*."""
    known = state_of_body(author)
    if known is not None or not belongs_to_state(author):
        return known
    for country in countries():
        forms = (country.name, *country.aliases, *country.adjectives)
        if any(author.startswith((f"{form} ", f"The {form} ")) for form in forms):
            return country.name
    return None
