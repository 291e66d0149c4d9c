"""Makes copies of a text as publishers make them, and texts that only look like copies."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from random import Random

from evaluate.origins.made import (
    PAPERS,
    Story,
    Text,
    choices,
    filled,
    headline,
    report,
    statement,
    statements,
    story,
    words,
)

# So much of a rewriting stands as it stood.
KEPT = (0.7, 0.8)
EDITED = 0.06
PER_ARTICLE = 5

Way = Callable[[Story, Text, Random], Text]


def _copy(told: Story, text: Text, draw: Random) -> Text:
    """The same text later, under another headline."""
    day = text.day + draw.randint(0, 3)
    return replace(text, title=headline(words(draw), draw), day=day, publisher=draw.choice(PAPERS))


def _prefix(told: Story, text: Text, draw: Random) -> Text:
    """A phrase before the first word, and maybe another before the title."""
    copy = _copy(told, text, draw)
    return replace(copy, sentences=(draw.choice(choices("lead_in")) + copy.sentences[0], *copy.sentences[1:]))


def _wire(told: Story, text: Text, draw: Random) -> Text:
    """An agency's dateline, a byline or footer, and the last sentences cut to fit."""
    copy = _copy(told, text, draw)
    start = filled(draw.choice(choices("dateline")), told.words)
    cut = draw.randint(0, 2) if told.facts else 0
    kept = copy.sentences[: len(copy.sentences) - cut]
    return _frame(replace(copy, sentences=(start + kept[0], *kept[1:])), draw)


def _frame(copy: Text, draw: Random) -> Text:
    filling = words(draw)
    before = filled(draw.choice(choices("byline")), filling) if draw.random() < 0.6 else ""
    after = filled(draw.choice(choices("footer")), filling) if draw.random() < 0.7 else ""
    return replace(copy, before=before, after=after)


def _framed(told: Story, text: Text, draw: Random) -> Text:
    """Byline and footer of another publisher."""
    return _frame(_copy(told, text, draw), draw)


def _teaser(told: Story, text: Text, draw: Random) -> Text:
    """The first two to four sentences, maybe cut in the middle of the last."""
    copy = _copy(told, text, draw)
    kept = list(copy.sentences[: draw.randint(2, 4)])
    if draw.random() < 0.4:
        last = kept[-1].split()
        kept[-1] = " ".join(last[: max(6, len(last) - draw.randint(2, 5))])[:-2] + "..."
    return replace(copy, sentences=tuple(kept), after=draw.choice(("", "Read more: the whole story")))


def _middle(told: Story, text: Text, draw: Random) -> Text:
    """Three to five sentences from anywhere."""
    copy = _copy(told, text, draw)
    size = draw.randint(3, 5)
    at = draw.randint(1, max(1, len(copy.sentences) - size))
    return replace(copy, sentences=copy.sentences[at : at + size])


def _rewritten(told: Story, text: Text, draw: Random) -> Text:
    """Seven to eight sentences of ten as they were; the others worded anew, left out, or an own one in their place."""
    copy = _copy(told, text, draw)
    count = len(told.facts)
    kept = set(draw.sample(range(count), round(count * draw.uniform(*KEPT))))
    own = report(story(draw, told.article), draw).sentences
    made = []
    for at in range(count):
        if at in kept:
            made.append(told.sentence(at))
        elif (way := draw.random()) < 0.6:
            made.append(told.sentence(at, anew=True))
        elif way < 0.8:
            made.append(own[-1 - at % 3])
    return replace(copy, sentences=tuple(made))


def _shuffled(told: Story, text: Text, draw: Random) -> Text:
    """Three quarters of the sentences, those behind the first in another order."""
    copy = _copy(told, text, draw)
    rest = draw.sample(copy.sentences[1:], round(0.75 * len(copy.sentences)) - 1)
    return replace(copy, sentences=(copy.sentences[0], *rest))


def _edited(told: Story, text: Text, draw: Random) -> Text:
    """A word here and there dropped or doubled by another, in every sentence."""
    copy = _copy(told, text, draw)
    return replace(copy, sentences=tuple(_smoothed(each, draw) for each in copy.sentences))


FILLERS = ("also", "now", "apparently", "indeed", "meanwhile", "again", "still")


def _smoothed(sentence: str, draw: Random) -> str:
    made = []
    for word in sentence.split():
        way = draw.random()
        if way > EDITED / 2 or not word.islower():
            made.append(word)
        if way > 1 - EDITED / 2:
            made.append(draw.choice(FILLERS))
    return " ".join(made)


def _blended(told: Story, text: Text, draw: Random) -> Text:
    """A rewriting whose other sentences were smoothed as well."""
    return _edited(told, _rewritten(told, text, draw), draw)


def _shortened(told: Story, text: Text, draw: Random) -> Text:
    """The first sentence and half of the others."""
    copy = _copy(told, text, draw)
    count = len(copy.sentences)
    kept = sorted(draw.sample(range(1, count), count // 2))
    return replace(copy, sentences=(copy.sentences[0], *(copy.sentences[at] for at in kept)))


WAYS: dict[str, Way] = {
    "copy": _copy,
    "prefix": _prefix,
    "wire": _wire,
    "framed": _framed,
    "teaser": _teaser,
    "middle": _middle,
    "rewritten": _rewritten,
    "blended": _blended,
    "shuffled": _shuffled,
    "edited": _edited,
    "shortened": _shortened,
}
# How a statement of few sentences is copied.
SHORT_WAYS = ("copy", "prefix", "wire", "framed")


def collection(seed: int, *, articles: int = 120) -> list[Text]:
    """Articles with their copies, next reports, others' reports and quoting ones, and statements; in a drawn order."""
    draw = Random(seed)
    made: list[Text] = []
    for number in range(articles):
        told = story(draw, f"a{number}")
        text = report(told, draw)
        ways = draw.sample(sorted(WAYS), PER_ARTICLE)
        made += [text, *(replace(WAYS[way](told, text, draw), kind=way) for way in ways)]
        if number % 2 == 0:
            made += _lookalikes(draw, told, text, number)
    made += _statements(draw, articles // 6)
    draw.shuffle(made)
    return made


def _lookalikes(draw: Random, told: Story, text: Text, number: int) -> list[Text]:
    """The next report of the same agency, another's own report, and an article that quotes two sentences."""
    following = report(story(draw, f"next{number}", like=told), draw, kind="next report")
    rival = replace(report(told, draw, kind="own report", anew=True), article=f"rival{number}")
    other = report(story(draw, f"quoting{number}"), draw, kind="quoting")
    at = draw.randrange(len(text.sentences) - 1)
    quoted = (*other.sentences[:3], *text.sentences[at : at + 2], *other.sentences[3:])
    return [following, rival, replace(other, sentences=quoted, day=text.day + 1)]


def _statements(draw: Random, count: int) -> list[Text]:
    made = []
    for kind in sorted(statements()):
        for number in range(count):
            text = statement(draw, f"{kind}{number}", kind)
            made += [text, statement(draw, f"{kind}{number} renewed", kind, like=text.words)]
            if number % 3 == 0:
                told = Story(text.article, (), (), words(draw), text.day)
                way = draw.choice(SHORT_WAYS)
                made.append(replace(WAYS[way](told, text, draw), kind=f"short {way}", words={}))
    return made
