"""The site: static pages from templates, one file a page kind, that work from a folder without a server or network."""

from __future__ import annotations

from counterclaim.publish.site.publish import publish
from counterclaim.publish.site.writing import NotOurFolder, Written

__all__ = ["NotOurFolder", "Written", "publish"]
