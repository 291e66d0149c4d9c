"""
Writes pairs of some stories without their answers, for a second reader.

`python -m evaluate.across.blind FILE`
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from hashlib import sha256
from pathlib import Path

from evaluate.across.stories import Story, own

# Every third story, from the first: a third of the matters and more.
EVERY = 3
RULES = """# Second reading of pairs of claims across articles

Read the articles of each story first, then decide each pair from the articles and the
quoted words alone. Don't look at any other file of this folder, at docs or at the program.

`later` and `earlier` are two claims, each by the speaker named; decide what the later
says of the earlier:

- `denies`: the speaker rejects that claim (or that demand) as such: denied, rejected, dismissed, called it untrue,
  found no sign of it.
- `contradicts`: both cannot be true as stated, of the same time and place, without such words.
- `supports`: if true, it makes the earlier one more likely (also: another side
  says the same or confirms it).
- `repeats`: the same claim from the same side again.
- `corrects` / `withdraws`: the same side replaces its own claim by another / takes it back.
- `update`: both could hold, each of its own time: a later toll, state, decision or position.
- `compatible`: about the same story, both can be true at once, and none of the above.
- `none`: not about the same thing or event at all.

Only of the words as said, never of who is right. One word a pair. Write a table of two columns divided by a tab,
with the first line `pair<TAB>decision`, then a line for each pair: its id as given here, and one of the nine words.
Every pair needs an answer.
"""


def main() -> int:
    """Writes the rules, the articles and the pairs into the file that is named."""
    if len(sys.argv) != 2:
        print("usage: python -m evaluate.across.blind FILE", file=sys.stderr)
        return 2
    Path(sys.argv[1]).write_text("\n".join(lines(own()[::EVERY])) + "\n", encoding="utf-8")
    return 0


def lines(stories: Sequence[Story]) -> Iterator[str]:
    """What a second reader gets; pairs stand in an order that tells nothing."""
    yield RULES
    for story in stories:
        yield f"## Story {story.name}\n"
        for article in story.articles:
            yield f"### Article {article.stem}\n\n{article.read_text(encoding='utf-8')}"
        yield from _pairs(story)


def _pairs(story: Story) -> Iterator[str]:
    claims = {each["id"]: (article, each) for article, marked in story.marked.items() for each in marked}
    yield f"### Pairs of {story.name}\n"
    for tie in sorted(
        story.across(), key=lambda tie: sha256(f"{story.name} {tie.later} {tie.earlier}".encode()).digest()
    ):
        yield f"- pair `{story.name}/{tie.later}-{tie.earlier}`"
        for name, claim_id in (("later", tie.later), ("earlier", tie.earlier)):
            article, each = claims[claim_id]
            words = " ... ".join(each["content"])
            yield f"  - {name} ({article.stem}): {each['by']}, *{' '.join(each['cue'])}*: {words}"
    yield ""


if __name__ == "__main__":
    sys.exit(main())
