"""Whether two clauses say one thing: their words are the same, and no party, place, number, day or sign is another."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from counterclaim.dispute.lost.said import Party, Said
from counterclaim.dispute.lost.words import distances, terms

# A day written as *Monday* or *this week* is found to within a few days of its publication; a month or a year is not.
SLACK = timedelta(days=8)
NIGHT = timedelta(days=1)
# Two events of one article seldom have the same number from here on.
MANY = 10


@dataclass(frozen=True, slots=True)
class Bar:
    """
    What two clauses must share: `common` terms, a share of the `own` clause's terms, and of the one `told`; `exact`
    where the own clause may have no number that the other lacks; `named` where a pronoun may stand only for somebody
    in its own sentence, since two articles' *he* are seldom one man.
    """

    common: int
    own: float
    told: float
    exact: bool = True
    named: bool = False


# A headline is short and says less; a copy says the same; another article must say the same to be of the same thing.
HEADLINE = Bar(2, 0.7, 0.3)
COPY = Bar(3, 0.6, 0.6)
ARTICLE = Bar(3, 0.6, 0.7, named=True)
# *The collapse leaves 30 trapped*: a headline's verb for what came of something, which a sentence says without it.
LEAVING = terms("leave leaves see sees")
# Where no verb says what was done (*he is behind a fatal hit and run*), the words themselves must be the same.
BARE = 0.85
# What takes the loss away (the article says it itself, the other side says it too) needs less than what makes it.
LOOSE = Bar(2, 0.5, 0.5, exact=False)


def same(own: Said, told: Said, bar: Bar) -> float:
    """How much the two say one thing, up to 1; 0 where they need not."""
    # What is told soonest comes first: most pairs share a word or two and no more.
    if not _verbs_agree(own, told) or own.polarity != told.polarity or len(own.terms & told.terms) < bar.common:
        return 0.0
    if _numbers_differ(own, told, bar) or _days_differ(own, told):
        return 0.0
    if _places_differ(own, told) or _names_differ(own, told):
        return 0.0
    if not _parties_agree(own, told, bar):
        return 0.0
    return _alike(own, told, bar)


def _alike(own: Said, told: Said, bar: Bar) -> float:
    common = own.terms & told.terms
    # A headline may hold what the body leaves to another clause: *after ...*, *when ...*.
    held = own.terms & told.around if own.document == told.document else common
    # *Shells on a market* only names a topic: what has no verb must say more to say it.
    if len(held) < bar.common + (own.verb is None) or not own.terms or not told.terms:
        return 0.0
    mine, theirs = own.terms - _only_kind(own, common), told.terms - _only_kind(told, common)
    # A headline takes its words from the whole article.
    about = told.page.things if own.document == told.document else told.page.names
    of_own = len(mine & (told.terms | told.around | about)) / len(mine)
    of_told = len(common) / len(theirs)
    if told.verb is None and (own.verb is None or told.light) and len(common) < BARE * len(own.terms):
        return 0.0
    return (of_own + of_told) / 2 if of_own >= bar.own and of_told >= bar.told else 0.0


def _only_kind(said: Said, common: frozenset[str]) -> frozenset[str]:
    """*Town* in *the town of Kelm*, where the other says *Kelm*."""
    return distances("kind") - common if said.names else frozenset()


def _numbers_differ(own: Said, told: Said, bar: Bar) -> bool:
    """Whether the own clause has a number that the other lacks; and, where it need not be exact, the other way too."""
    mine = {each.value for each in own.numbers} - {each.value for each in (*told.numbers, *told.numbers_around)}
    theirs = {each.value for each in told.numbers} - {each.value for each in own.numbers}
    return bool(mine) and (bar.exact or bool(theirs))


def _days_differ(own: Said, told: Said) -> bool:
    """
    Whether they are of other days: where both name one, to the day, a night's length apart at most; a day that the
    claim could not know of yet; else to within what a report leaves open, from the day of publication.
    """
    if own.days and told.days:
        return _apart(own.days, told.days, NIGHT)
    if own.days and told.published and own.days[0] > told.published:
        return True
    mine, theirs = own.days or own.days_around, told.days or told.days_around
    if own.document != told.document:
        mine, theirs = mine or _on(own), theirs or _on(told)
    return _apart(mine, theirs, SLACK)


def _apart(one: tuple[date, date] | None, other: tuple[date, date] | None, slack: timedelta) -> bool:
    if one is None or other is None:
        return False
    left = timedelta() if min(_length(one), _length(other)) > SLACK else slack
    return one[0] > other[1] + left or other[0] > one[1] + left


def _length(days: tuple[date, date]) -> timedelta:
    return days[1] - days[0]


def _on(said: Said) -> tuple[date, date] | None:
    return (said.published, said.published) if said.published else None


def _places_differ(own: Said, told: Said) -> bool:
    """Whether each names a place that the other does not."""
    differ = bool(own.places - told.places_around) and bool(told.places - own.places_around)
    return differ and not (_summed_up(own, told) and own.names <= told.page.names)


def _summed_up(own: Said, told: Said) -> bool:
    """Whether a headline says of the same number what its body says: it may name the region, the body the village."""
    if own.document != told.document:
        return False
    return any(each.value >= MANY and each in told.numbers for each in own.numbers)


def _names_differ(own: Said, told: Said) -> bool:
    """Whether each names somebody or something that the other does not."""
    known = own.names | told.names
    mine = (own.terms & known) - told.around
    theirs = (told.terms & known) - own.around
    return bool(mine) and bool(theirs) and not (_summed_up(own, told) and mine <= told.page.names)


def _verbs_agree(own: Said, told: Said) -> bool:
    """Whether each one's verb is among the words of the other: *seized* in *the seizure*, *dead* for *were killed*."""
    if told.verb and told.verb not in own.terms:
        return False
    return own.verb is None or own.verb in told.terms or own.verb in LEAVING


def _parties_agree(own: Said, told: Said, bar: Bar) -> bool:
    """Whether who does it and whom it befalls can be the same; what one leaves open can."""
    if _suffers(own, told, bar):
        return True
    pairs = ((own.actor, told.actor), (own.object, told.object))
    return all(
        mine is None or theirs is None or _may_be(mine, theirs, told, bar) or _stands_there(own, told, mine, theirs)
        for mine, theirs in pairs
    )


def _suffers(own: Said, told: Said, bar: Bar) -> bool:
    """*The flood drowned 38* beside *38 drowned*: whom the one's verb befalls is who does it in the other."""
    if told.verb not in distances("befalls") or told.object or not told.actor or not own.object:
        return False
    return _may_be(own.object, told.actor, told, bar)


def _stands_there(own: Said, told: Said, mine: Party, theirs: Party) -> bool:
    """
    Whether the words of the one stand where the other's do, before the verb or after it (*the sprinter Tobin Hale*,
    where *Hale* is the noun); or the told article names them as one (*the former minister Emil Sorg*).
    """
    if mine.stands_in or theirs.stands_in:
        return False
    if mine.terms <= terms(told.page.words(theirs.side)) or theirs.terms <= terms(own.page.words(mine.side)):
        return True
    named = told.page.names
    if bool(mine.terms & named) == bool(theirs.terms & named):
        return False
    return any(mine.terms | theirs.terms <= phrase for phrase in told.page.phrases)


def _may_be(mine: Party, theirs: Party, told: Said, bar: Bar) -> bool:
    # A headline's verb is often taken for a noun: *Shelling kills twelve* has no object *kills*.
    if mine.terms and mine.terms <= {told.verb}:
        return True
    if mine.stands_in or theirs.stands_in:
        # *Its troops* are the speaker's: any words of the sentence around may stand for them.
        known = theirs.stands_in and mine.terms <= told.around
        return known if bar.named else bool(mine.terms & told.around) or not mine.terms or not theirs.terms
    return not mine.terms or bool(mine.terms & theirs.terms)
