"""What all parts of a post draw on: the edition, the words of its language, the version that made it."""

from __future__ import annotations

from dataclasses import dataclass

from counterclaim.publish.edition.nouns import Edition, PublishedClaim
from counterclaim.publish.jekyll.marked import one_line
from counterclaim.publish.texts import Texts


@dataclass(frozen=True, slots=True)
class Telling:
    """The edition that is told, in which words, by which version."""

    edition: Edition
    texts: Texts
    version: str

    def name_of(self, claim: PublishedClaim) -> str:
        """Who speaks, on one line, as a sentence begins with it."""
        name = one_line(claim.voice.name or self.texts("jekyll.unnamed"))
        return name[:1].upper() + name[1:]

    def told(self, claim: PublishedClaim) -> str:
        """Who tells a claim that stands in somebody else's words, as it is put behind the speaker; else nothing."""
        if not claim.tellers:
            return ""
        names = [one_line(each.name or self.texts("jekyll.teller_unnamed")) for each in claim.tellers]
        return self.texts("jekyll.told", names=self.listed(names))

    def listed(self, names: list[str]) -> str:
        """Names as a sentence lists them, each once."""
        return self.texts.listed(list(dict.fromkeys(names)))

    def verb(self, claim: PublishedClaim) -> str:
        """What was done by saying it, in one word."""
        if claim.unsaid:
            return one_line(claim.cue_words)
        key = f"jekyll.verb.{claim.act}"
        return self.texts(key if self.texts.has(key) else "jekyll.verb.asserts")
