"""The imprint: who publishes, in which language and with which version, as every text that leaves the site needs it."""

from __future__ import annotations

from dataclasses import dataclass

from counterclaim.publish.edition.nouns import PublishedClaim
from counterclaim.publish.settings import Settings
from counterclaim.publish.site.addresses import absolute, claim_path
from counterclaim.publish.texts import Texts

PROGRAM = "counterclaim"


@dataclass(frozen=True, slots=True)
class Imprint:
    """The publisher's settings, the words of a language, and the version of the program."""

    settings: Settings
    texts: Texts
    version: str

    @property
    def program(self) -> str:
        """The program with its version."""
        return f"{PROGRAM} {self.version}"

    def permalink(self, claim: PublishedClaim) -> str | None:
        """The address of a claim on the web, None where the publisher has told no address."""
        return self.address(claim_path(claim.document, claim.id))

    def address(self, path: str) -> str | None:
        """The address of a page on the web, None where the publisher has told no address."""
        return absolute(self.settings, path)


def urn(identifier: str) -> str:
    """The name of a thing that holds wherever the site stands."""
    return f"urn:{PROGRAM}:{identifier}"
