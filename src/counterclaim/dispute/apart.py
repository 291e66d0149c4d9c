"""Whether two claims in like words are of different things: of other places, people or times, or each of its own."""

from __future__ import annotations

import re
from itertools import pairwise

from counterclaim.dispute.terms import is_name
from counterclaim.dispute.view import View

YEAR = re.compile(r"(?:19|20)\d\d")
MONTHS = frozenset(
    {"january", "february", "march", "april", "june", "july", "august", "september", "october", "november", "december"}
)
DAYS = frozenset({"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"})
# *In May alone*, *between two dates*: words that cut a stretch out of time.
PERIODS = MONTHS | {"alone", "between"}
TIMES = frozenset({"today", "yesterday", "tomorrow", "tonight", "spring", "summer", "autumn", "winter", "weekend"})
TIMES |= {"morning", "afternoon", "evening", "night", "week", "month", "year", "decade", "century", "noon", "midnight"}
# Said of one, these set it off against what the other is said of.
ELSE = frozenset({"other", "others", "another", "else", "elsewhere", "nearby", "neighbouring", "neighboring", "own"})
# *It had sent five lorries*, *we sent nine*: of each its own.
SELF = frozenset({"it", "its", "they", "their", "them", "we", "our", "us", "he", "his", "she", "her", "i", "my", "me"})
WHOLE = frozenset({"all", "every", "each", "whole", "entire"})
PERSON = frozenset({"he", "she", "i", "we", "his", "her", "my", "our"})
THEIRS = frozenset({"its", "their", "our", "his", "her", "my"})
CAPITAL = re.compile(r"(?<=[\w,] )[^\W\d_a-z]\w+")
# One of each row at most is meant: *the first quake*, *the northern bridge*.
ONE_OF = (
    ("north", "south", "east", "west"),
    ("first", "second", "third", "fourth", "last"),
    ("upper", "lower"),
    ("old", "new"),
    ("front", "back"),
    ("left", "right"),
    ("former", "latter"),
    ("one", "another"),
    ("younger", "older"),
    ("men", "women", "children", "boys", "girls"),
    ("small", "large", "big"),
)
ROW_OF = {word: (row, each) for row, words in enumerate(ONE_OF) for each in words for word in (each, each + "ern")}
# *Spending only $9*: words between what is done and how much.
DONE = 4
SOME = frozenset({"some", "part", "partly", "many", "several", "few", "most"})


def of_others(view: View, other: View) -> bool:
    """Whether each names what the other does not: somewhere or somebody else, another time, another one of a row."""
    if bool(ELSE & frozenset(view.words)) != bool(ELSE & frozenset(other.words)):
        return True
    if any(_of_theirs(*pair) for pair in ((view, other), (other, view))):
        return True
    if any(one - two and two - one for one, two in ((_names(view), _names(other)), (_days(view), _days(other)))):
        return True
    one, two = _in_rows(view), _in_rows(other)
    return any(one[row] - two[row] and two[row] - one[row] for row in one.keys() & two.keys())


def _of_theirs(view: View, other: View) -> bool:
    """Whether the one tells of what is theirs, and the other names whose or which."""
    return bool(THEIRS & frozenset(view.words) and _names(other) - _names(view))


def of_self(view: View, other: View) -> bool:
    """Whether either tells of whoever says it (*she had not struck*), whom the other does not name."""
    pairs = ((view, other), (other, view))
    return any(PERSON & frozenset(_opening(one)) and not one.called & two.terms for one, two in pairs)


def of_themselves(view: View, other: View) -> bool:
    """Whether each tells of itself: *its border was open*, *its border was not open*; *reported spending nine*."""
    return all(SELF & frozenset(_opening(each)) or _doing(each) for each in (view, other))


def _doing(view: View) -> bool:
    """Whether the content is what the speaker does: it begins with a verb in *-ing* that has its number behind it."""
    return view.words[0].endswith("ing") and any(word[0].isdigit() for word in view.words[1:DONE])


def of_parts(view: View, other: View) -> bool:
    """Whether each is said of some only, who need not be the same: *some were paid*, *some were not paid*."""
    return all(SOME & frozenset(each.words) for each in (view, other))


def period(view: View) -> frozenset[str]:
    """Months and years that the claim names, and words that cut a stretch out of time."""
    return frozenset(word for word in view.words if word in PERIODS or YEAR.fullmatch(word))


def _opening(view: View) -> tuple[str, ...]:
    return view.words[1:2] if view.words[:1] == ("that",) else view.words[:1]


def _names(view: View) -> frozenset[str]:
    """The words with a capital inside the content that are no days and months, and the states that it names."""
    capitals = frozenset(word.lower() for word in CAPITAL.findall(view.content)) - PERIODS - DAYS
    return capitals | frozenset(term for term in view.terms if is_name(term))


def _days(view: View) -> frozenset[str]:
    # *Open all year* is open in October too.
    every = (two for one, two in pairwise(view.words) if one in WHOLE)
    return frozenset(view.words) & (DAYS | TIMES) - frozenset(every) | period(view)


def _in_rows(view: View) -> dict[int, set[str]]:
    """The words of ONE_OF that the claim has, by the number of their row."""
    found: dict[int, set[str]] = {}
    for word in view.words:
        if word in ROW_OF:
            row, each = ROW_OF[word]
            found.setdefault(row, set()).add(each)
    return found
