"""Posts are named by a day and a slug, whatever a source gives for either."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from counterclaim.publish.edition import PublishedDocument
from counterclaim.publish.jekyll.naming import Day, day_of, path_of
from hostile_markup import PERILOUS
from jekyll_made import edition_in
from ledgers_made import story_ledger

NAME = re.compile(r"_posts/\d{4}-\d\d-\d\d-[a-z0-9]+(?:-[a-z0-9]+)*\.md")


@pytest.fixture
def document(tmp_path: Path) -> PublishedDocument:
    """A document that was read on 9 May 2031."""
    return next(iter(edition_in(story_ledger(tmp_path / "story.ledger")).documents.values()))


@pytest.mark.parametrize("title", [*PERILOUS, "x" * 300, "\N{ROCKET}", "", "../../x", "ДАМБА"])
def test_no_title_makes_a_name_unsafe_or_long(document: PublishedDocument, title: str) -> None:
    """Names hold small Latin letters, figures and hyphens."""
    name = path_of(replace(document, title=title), Day("2031-05-03", "2031-05-03", "dated", "2031-05-03"))
    assert NAME.fullmatch(name) and len(name) < 120


def test_two_documents_of_one_title_have_two_names(document: PublishedDocument) -> None:
    """The beginning of the id tells them apart."""
    day = day_of(document)
    assert path_of(document, day) != path_of(replace(document, id="d000000000"), day)


@pytest.mark.parametrize(
    ("published", "own", "written"),
    [
        ("2031-05-03T10:00:00", "2031-05-03T10:00:00", "2031-05-03T10:00:00"),
        ("2031-05-03T10:00:00+02:00", "2031-05-03 10:00:00 +0200", "2031-05-03 10:00:00 +0200"),
        ("2031-05-03", "3 May 2031", "2031-05-03"),
        ("2031-05-03T10:00", "2031-05-03T10:00", "2031-05-03"),
        ("2031-05-03", "2031-05-03T25:00:00", "2031-05-03"),
        ("2031-05-03", ["2031-05-03"], "2031-05-03"),
    ],
)
def test_a_date_is_kept_as_the_source_writes_it_where_jekyll_reads_it(
    document: PublishedDocument, published: str, own: object, written: str
) -> None:
    """Any other spelling ends the build of Jekyll, or is another day to it: then the day stands there."""
    day = day_of(replace(document, published=published, front_matter={"date": own}))
    assert (day.written, day.day, day.precision) == (written, "2031-05-03", None)


@pytest.mark.parametrize(
    ("published", "day", "precision"), [("2031", "2031-01-01", "year"), ("2031-05", "2031-05-01", "month")]
)
def test_a_month_or_a_year_is_said_to_be_no_day(
    document: PublishedDocument, published: str, day: str, precision: str
) -> None:
    """Jekyll needs a day; that it is none is told beside it."""
    found = day_of(replace(document, published=published))
    assert (found.written, found.said, found.kind, found.precision) == (day, published, "imprecise", precision)


def test_a_document_without_a_date_has_the_day_on_which_it_was_read(document: PublishedDocument) -> None:
    """The first of them, and it is said that it is that."""
    found = day_of(
        replace(document, published=None, captured=("2031-05-09T12:00:00+00:00", "2031-05-08T12:00:00+00:00"))
    )
    assert (found.day, found.kind, found.precision) == ("2031-05-08", "undated", "captured")
