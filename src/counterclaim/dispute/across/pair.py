"""A pair of claims of two articles: the link found between them, and what every rule on a pair asks."""

from __future__ import annotations

from dataclasses import dataclass

from counterclaim.dispute.across.remark import Remark
from counterclaim.dispute.status import OPPOSING
from counterclaim.dispute.view import opposed
from counterclaim.model.document import PartKind
from counterclaim.model.matter import Link, LinkKind

# Terms that two articles share in title and first paragraphs where they tell one story.
STORY = 3
# Between two of one side an answer must be surer: the same words are more often one's own said again.
INSIDE = 0.6
ANSWER = "answer"
TAKING_BACK = frozenset({LinkKind.WITHDRAWS, LinkKind.CORRECTS})


@dataclass(frozen=True, slots=True)
class Found:
    """A link from one remark to another that was said before or on the same day; of two targets the higher `rank`."""

    link: Link
    later: Remark
    target: Remark
    rank: tuple[float, ...]

    @property
    def family(self) -> str:
        """Links of one family compete: a claim answers one claim of another article, and repeats one."""
        kind = self.link.kind
        return ANSWER if kind in OPPOSING else "takes back" if kind in TAKING_BACK else kind.value


def one_story(later: Remark, target: Remark) -> bool:
    """Whether two articles begin with the same matters."""
    return len(later.story & target.story) >= STORY


def answers(later: Remark, target: Remark, fit: float) -> bool:
    """Whether the two speak for two sides; or, inside one side, whether two people do who are both named."""
    if opposed(later.view, target.view):
        return True
    one, other = later.view.claim.speaker, target.view.claim.speaker
    named = bool(
        one and other and one.name and other.name and not later.view.called & target.view.called - later.view.side
    )
    return named and fit >= INSIDE and bool(one and other and one.name != other.name)


def together(later: Remark, target: Remark) -> bool:
    """Whether both name somebody or some place in common, or one of them names the other's speaker."""
    called = target.view.called | target.view.side, later.view.called | later.view.side
    return bool(later.names & target.names or later.view.terms & called[0] or target.view.terms & called[1])


def first(target: Remark) -> tuple[float, float]:
    """Of targets that fit alike the body before the title, then the earliest: so that all answers meet there."""
    return float(target.view.part is PartKind.BODY), -float(target.day or 0)


def before(later: Remark, target: Remark) -> str:
    """How long before the later one the target was said, in words."""
    days = (later.day or 0) - (target.day or 0)
    return "the same day" if days == 0 else "a day before" if days == 1 else f"{days} days before"
