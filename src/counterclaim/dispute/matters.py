"""Forms matters: claims that answer one question, by their frames or by the links between them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from counterclaim.dispute.contradict import BY_FIGURE, FRAMES
from counterclaim.dispute.names import parties, side_of
from counterclaim.dispute.question import Key, answer, answers, ask, ask_of, framed, keys, opposite
from counterclaim.dispute.slots import hold
from counterclaim.dispute.status import OPPOSING, status_of
from counterclaim.dispute.view import View
from counterclaim.model.claim import Frame
from counterclaim.model.document import Document
from counterclaim.model.identity import identity
from counterclaim.model.matter import Link, LinkKind, Matter, Position

# Links that put an unframed claim into the question of the other end.
BINDING = OPPOSING | {LinkKind.WITHDRAWS, LinkKind.CORRECTS}
# Kinds of frame that make a question by themselves; that somebody is somewhere is a question only once disputed.
TELLING = frozenset({"control", "capture"})


class Groups:
    """Questions found to be one: a forest of keys, each pointing at the one it was merged into."""

    def __init__(self) -> None:
        self._into: dict[Key, Key] = {}

    def find(self, key: Key) -> Key:
        """The key that stands for all merged with `key`."""
        way = []
        while key in self._into:
            way.append(key)
            key = self._into[key]
        # The next who asks goes straight there.
        self._into.update(dict.fromkeys(way, key))
        return key

    def merge(self, one: Key, other: Key) -> None:
        """Make the two one question; a question with fixed referents stands for one that only quotes a claim."""
        first, second = self.find(one), self.find(other)
        if first != second:
            kept, gone = sorted((first, second), key=lambda key: (key.kind == "claim", not key.place, key))
            self._into[gone] = kept


class Forming:
    """The matters of one document while they are formed: which claim answers which questions."""

    def __init__(self, document: Document, views: Sequence[View], links: Sequence[Link]) -> None:
        self.document, self.views, self.links = document, views, links
        self.day = (document.published or "")[:10]
        self.by_id = {view.claim.id: view for view in views}
        self.keys = {view.claim.id: keys(view, self.day) for view in views}
        self.groups = Groups()
        self.extra: dict[str, list[Key]] = {}
        self.links_from: dict[str, list[int]] = {}
        for number, link in enumerate(links):
            self.links_from.setdefault(link.from_claim, []).append(number)
            self._bind(link)

    def own(self, claim: str) -> Key:
        """The question whether it is as this claim says."""
        return Key("claim", "", claim, self.document.id)

    def _bind(self, link: Link) -> None:
        """Put both ends of a link into one question, unless they are in one by their frames."""
        one, other = self.keys[link.from_claim], self.keys[link.to_claim]
        if set(one) & set(other) or (link.kind not in BINDING and (one or other)):
            return
        if link.kind not in BINDING and link.kind is not LinkKind.REPEATS:
            return
        if link.kind in OPPOSING and link.found_by != FRAMES:
            # A denial of a claim that has a number in it is seldom of the number.
            one, other = _holding(one), _holding(other)
        alike = next(((a, b) for a in one for b in other if a.kind == b.kind and a.kind != "held"), None)
        if alike:
            self.groups.merge(*alike)
            return
        one_key = one[0] if one and not other else self.own(link.from_claim)
        other_key = other[0] if other and not one else self.own(link.to_claim)
        self.extra.setdefault(link.from_claim, []).append(one_key)
        self.extra.setdefault(link.to_claim, []).append(other_key)
        self.groups.merge(one_key, other_key)

    def questions(self, claim: str) -> list[Key]:
        """The questions the claim answers, as they stand after merging."""
        found = (*self.keys[claim], *self.extra.get(claim, ()))
        return list(dict.fromkeys(self.groups.find(key) for key in found))


def _holding(keys: Sequence[Key]) -> tuple[Key, ...]:
    return tuple(key for key in keys if key.kind == "held")


def form(document: Document, views: Sequence[View], links: Sequence[Link]) -> tuple[Matter, ...]:
    """The matters of one document, in the order in which their first claims stand in the text."""
    forming = Forming(document, views, links)
    members: dict[Key, list[View]] = {}
    for view in views:
        for key in forming.questions(view.claim.id):
            members.setdefault(key, []).append(view)
    made = (_matter(forming, key, held) for key, held in members.items())
    return tuple(matter for matter in made if matter)


def _matter(forming: Forming, key: Key, held: Sequence[View]) -> Matter | None:
    ids = {view.claim.id for view in held}
    near = sorted(number for claim in ids for number in forming.links_from.get(claim, ()))
    links = [forming.links[number] for number in near if forming.links[number].to_claim in ids]
    frames = [frame for view in held for frame in _frames(forming, view, key)]
    binding = [link for link in links if link.kind in BINDING]
    if not binding and not any(_tells(frame) for frame in frames):
        return None
    root = _root(held, binding)
    if key.kind == "claim" and not root.terms:
        # *it*, *this*: nobody could answer whether that is so.
        return None
    sides, unattributed = _sides(held)
    positions = _positions(forming, key, held, links)
    status, because = status_of(sides, positions, links)
    return Matter(
        id=identity("m", *_referents(key, root, forming.document)),
        question=ask(key, frames, forming.day) if key.kind != "claim" else ask_of(root),
        status=status,
        sides=sides,
        positions=positions,
        links=tuple(link.id for link in links),
        unattributed=unattributed,
        place=key.place or None,
        place_name=next((frame.place_name for frame in frames if frame.place_name), None),
        time=forming.day or None,
        because=because,
    )


def _tells(frame: Frame) -> bool:
    """Whether the frame makes a question though nobody answers: who holds a place, or a toll of people as such."""
    return (frame.kind in TELLING and hold(frame, denied=False) is not None) or (
        frame.kind == "casualties" and not frame.patient
    )


def _frames(forming: Forming, view: View, key: Key) -> list[Frame]:
    """The frames by which a claim answers a question, merged ones included."""
    merged = [own for own in forming.keys[view.claim.id] if forming.groups.find(own) == key]
    return [frame for own in merged for frame in framed(view, own, forming.day)]


def _referents(key: Key, root: View, document: Document) -> Iterable[object]:
    """What the id of a matter is made of: fixed referents, or the words of the claim that the question quotes."""
    if key.kind != "claim":
        return tuple(key)
    return ("claim", document.id, root.content, root.start)


def _root(held: Sequence[View], binding: Sequence[Link]) -> View:
    """The claim that the question quotes: the first that is answered and answers none, else the first."""
    answers, answered = {link.from_claim for link in binding}, {link.to_claim for link in binding}
    plain = [view for view in held if view.claim.id in answered - answers]
    return plain[0] if plain else held[0]


def _sides(held: Sequence[View]) -> tuple[dict[str, tuple[str, ...]], tuple[str, ...]]:
    """Claims by side, a side under the name it has first in the text; and the claims of unknown speakers."""
    shown: dict[frozenset[str], str] = {}
    sides: dict[str, tuple[str, ...]] = {}
    unattributed: list[str] = []
    for view in held:
        name = side_of(view.claim)
        if name is None:
            unattributed.append(view.claim.id)
            continue
        shown.setdefault(parties(name), name)
        name = shown[parties(name)]
        sides[name] = (*sides.get(name, ()), view.claim.id)
    return sides, tuple(unattributed)


def _positions(forming: Forming, key: Key, held: Sequence[View], links: Sequence[Link]) -> tuple[Position, ...]:
    """The answers given, in text order: by frames, else as the quoted claim has it or not."""
    given: dict[str, str] = {}
    for view in held:
        frames = _frames(forming, view, key)
        if frames:
            given[view.claim.id] = answer(view, frames[0], forming.document.text)
    root = _root(held, [link for link in links if link.kind in BINDING])
    if key.kind == "claim":
        given[root.claim.id] = answers()["quoted"][0]
    _spread(given, links)
    found: dict[str, list[View]] = {}
    for view in held:
        if view.claim.id in given:
            found.setdefault(given[view.claim.id], []).append(view)
    return tuple(
        Position(text, tuple(v.claim.id for v in views), tuple(_sides(views)[0])) for text, views in found.items()
    )


def _spread(given: dict[str, str], links: Sequence[Link]) -> None:
    """
    Answers of claims that have none of their own: a denial the opposite of what it denies, a repeat the same.

    Who has another figure than somebody who rejected a third has not said that the third is right.
    """
    told = frozenset(given.values())
    for _ in links:
        known = len(given)
        for link in links:
            for one, other in ((link.from_claim, link.to_claim), (link.to_claim, link.from_claim)):
                if one in given or other not in given:
                    continue
                if link.found_by not in BY_FIGURE or given[other] in told:
                    given[one] = opposite(given[other]) if link.kind in OPPOSING else given[other]
        if len(given) == known:
            return
