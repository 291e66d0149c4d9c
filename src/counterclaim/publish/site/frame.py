"""Frame: the templates with what every page knows: texts, addresses, the edition, and text made harmless for HTML."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, partial
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from counterclaim.publish.dates import days_spoken, spoken
from counterclaim.publish.edition.nouns import Edition, PublishedClaim
from counterclaim.publish.imprint import Imprint
from counterclaim.publish.neutral import harmless
from counterclaim.publish.settings import Settings
from counterclaim.publish.site.addresses import claim_path, path_of, relative
from counterclaim.publish.texts import Texts

NAVIGATION = (
    ("index.html", "nav.front"),
    ("matters/index.html", "nav.matters"),
    ("speakers/index.html", "nav.speakers"),
    ("places/index.html", "nav.places"),
    ("sources/index.html", "nav.sources"),
    ("archive/index.html", "nav.archive"),
    ("search.html", "nav.search"),
    ("about.html", "nav.about"),
)


def _finished(value: Any) -> Any:
    """What an expression of a template writes: text of articles with its control characters made visible."""
    return harmless(value) if type(value) is str else value


@dataclass(frozen=True)
class Frame:
    """Renders templates for one edition."""

    edition: Edition
    imprint: Imprint

    @cached_property
    def _environment(self) -> Environment:
        environment = Environment(
            loader=PackageLoader("counterclaim.publish"),
            autoescape=True,
            undefined=StrictUndefined,
            finalize=_finished,
            trim_blocks=True,
            keep_trailing_newline=True,
        )
        environment.globals |= self._shared()
        return environment

    @property
    def texts(self) -> Texts:
        """The words of the site."""
        return self.imprint.texts

    @property
    def settings(self) -> Settings:
        """What the publisher decided."""
        return self.imprint.settings

    def _shared(self) -> dict[str, Any]:
        return {
            "t": self.texts,
            "site": self.settings,
            "version": self.imprint.version,
            "edition": self.edition,
            "claims": self.edition.claims,
            "documents": self.edition.documents,
            "matters": self.edition.matters,
            "navigation": NAVIGATION,
            "path_of": path_of,
            "claim_path": lambda claim: claim_path(claim.document, claim.id),
            "day": self.day,
            "asked": self.asked,
            "edition_url": self.url_of,
            "offsets": offsets,
            "permalink": None,
        }

    def day(self, edtf: str) -> str:
        """A day or stretch of time in words."""
        return spoken(edtf, self.texts)

    def asked(self, question: str) -> str:
        """A matter's question with its days in words."""
        return days_spoken(question, self.texts)

    def url_of(self, claim: PublishedClaim) -> str | None:
        """The address of the source that a claim was read in."""
        return self.edition.documents[claim.document].url

    def page(self, path: str, template: str, section: str, values: Mapping[str, Any]) -> tuple[str, bytes]:
        """One page: its path and its bytes; `section` is the entry of the navigation that it belongs to."""
        given = {"here": path, "section": section, "to": partial(relative, path), "permalink": self.permalink(path)}
        text = self._environment.get_template(template).render(given | dict(values))
        return path, text.encode("utf-8")

    def permalink(self, path: str) -> str | None:
        """The address that a page will have on the web, where the publisher has told one."""
        return self.imprint.address(path)


def offsets(claim: PublishedClaim) -> str:
    """Where the words of a claim stand in its source's text."""
    return ", ".join(f"{start}–{end}" for start, end in claim.content)
