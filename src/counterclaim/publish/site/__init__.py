"""The site: static pages from templates, one file a page kind, that work from a folder without a server or network."""
