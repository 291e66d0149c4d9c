"""An edition: what may be published of a ledger, gated and quoted, in the nouns that every page and file is made of."""

from __future__ import annotations

from counterclaim.publish.edition.edition import edition_of
from counterclaim.publish.edition.nouns import Edition, PublishedClaim, PublishedDocument, PublishedMatter, Voice

__all__ = ["Edition", "PublishedClaim", "PublishedDocument", "PublishedMatter", "Voice", "edition_of"]
