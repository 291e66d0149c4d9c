"""A small Jekyll site of an edition: a post for each report, in the front matter that republishers use."""

from __future__ import annotations

from counterclaim.publish.jekyll.posts import Post, posts_of
from counterclaim.publish.jekyll.site import jekyll_site

__all__ = ["Post", "jekyll_site", "posts_of"]
