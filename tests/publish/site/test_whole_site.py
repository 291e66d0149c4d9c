"""A whole site, of the story and of a hostile ledger: nothing broken, nothing from outside, nothing that runs."""

from __future__ import annotations

import csv
import json
from importlib.metadata import version
from pathlib import Path

import pytest
from lxml import etree

from counterclaim import Ledger, publish
from counterclaim.publish.edition.documents import LONGEST_PHRASE
from counterclaim.publish.neutral import seen
from counterclaim.publish.quoting import word_count
from hostile_markup import ANSWER, PERILOUS
from ledgers_made import hostile_ledger, story_ledger
from site_read import Read, broken, loaded_from_outside, read_site, unreachable

MAKERS = {"story": story_ledger, "hostile": hostile_ledger}
LONGEST_PATH = 100
# A thousand pages are too many for the unit part.
SLOW = pytest.mark.model


class Site:
    """A published folder with its pages read, and the ledger it came from."""

    def __init__(self, folder: Path, name: str) -> None:
        self.ledger = MAKERS[name](folder / f"{name}.ledger")
        self.folder = folder / "site"
        with Ledger(self.ledger) as ledger:
            publish(ledger, self.folder)
        self.pages: list[Read] = read_site(self.folder)

    def files(self, ending: str) -> list[Path]:
        return sorted(self.folder.rglob(f"*.{ending}"))


@pytest.fixture(scope="module", params=["story", pytest.param("hostile", marks=SLOW)])
def site(request, tmp_path_factory) -> Site:
    return Site(tmp_path_factory.mktemp(request.param), request.param)


def test_every_link_leads_to_a_page_and_every_anchor_to_a_place_on_it(site: Site) -> None:
    """Also no id stands twice."""
    assert broken(site.folder, site.pages) == []


def test_nothing_is_loaded_from_outside_the_folder(site: Site) -> None:
    """Neither by pages nor by style sheets, and no file is missing."""
    assert loaded_from_outside(site.folder, site.pages) == []


def test_a_chain_of_links_leads_from_the_front_page_to_every_page(site: Site) -> None:
    """Nobody has to know an address."""
    assert unreachable(site.folder, site.pages) == []


def test_no_text_of_a_ledger_runs(site: Site) -> None:
    """No script in the page, no handler, no frame, no address that is a program."""
    assert [line for page in site.pages for line in page.running()] == []


def test_no_template_takes_a_text_for_its_own(site: Site) -> None:
    """What stands in braces is not worked out, in any file of the site."""
    texts = [path for path in site.folder.rglob("*") if path.is_file()]
    assert [path for path in texts if ANSWER.encode() in path.read_bytes()] == []


def test_every_page_says_that_a_machine_made_it_and_which(site: Site) -> None:
    """Made by machine, unreviewed, and the version; what only leads on to another page has no words."""
    own = [page for page in site.pages if 'http-equiv="refresh"' not in page.text.lower()]
    for words in ("Made by machine", "unreviewed", f"counterclaim {version('counterclaim')}"):
        assert [page.path for page in own if words not in page.words] == []


def test_every_page_has_one_title_one_heading_and_a_language(site: Site) -> None:
    """What a screen reader says first."""
    for page in site.pages:
        assert page.root.attrib["lang"] == "en", page.path
        assert len(page.root.xpath("//head/title[normalize-space()]")) == 1, page.path
        assert len(page.root.xpath("//h1")) == 1, page.path


def test_every_link_and_heading_says_something(site: Site) -> None:
    """A name of blanks and joiners alone is no name: nobody could read the link, nor hear it."""
    silent = [
        f"{page.path}: {element.text_content()!r}"
        for page in site.pages
        for element in page.elements
        if element.tag in ("a", "button", "h1", "h2", "h3", "summary", "th")
        and not seen(element.text_content())
        and not seen(element.attrib.get("aria-label"))
    ]
    assert silent == []


def test_every_path_is_short_and_plain(site: Site) -> None:
    """ASCII letters, digits, hyphens, dots: on any disk, and within the folder."""
    paths = [path.relative_to(site.folder).as_posix() for path in site.folder.rglob("*")]
    long = [path for path in paths if len(path) > LONGEST_PATH]
    strange = [path for path in paths if not path.isascii() or set(path) & set('<>:"\\|?* ')]
    assert (long, strange) == ([], [])


def test_every_download_and_feed_can_be_read(site: Site) -> None:
    """JSON, JSON Lines, GeoJSON, JSON-LD, CSV and XML, each with a strict reader."""
    for ending in ("json", "geojson", "jsonld"):
        for path in site.files(ending):
            json.loads(path.read_text(encoding="utf-8"))
    for path in site.files("jsonl"):
        assert [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line], path
    for path in site.files("csv"):
        with path.open(encoding="utf-8-sig", newline="") as opened:
            rows = [*csv.reader(opened, strict=True)]
        assert {len(row) for row in rows} == {len(rows[0])}, path
    for path in (*site.files("xml"), *site.files("svg")):
        etree.fromstring(path.read_bytes(), etree.XMLParser(resolve_entities=False, no_network=True))


def test_the_same_ledger_again_changes_no_byte(site: Site) -> None:
    """Not even of the hostile one."""
    with Ledger(site.ledger) as ledger:
        again = publish(ledger, site.folder)
    assert (again.changed, again.removed) == (0, 0)


@SLOW
def test_hostile_words_are_shown_and_not_dropped(tmp_path) -> None:
    """
    The page of a document says its title as it stands, as far as a page can hold its characters.

    A title that is as long as a text is cut like one.
    """
    short = [each for each in PERILOUS if word_count(f"{each} A bridge") <= LONGEST_PHRASE]
    shown = [each for each in short if each.isprintable() and each.strip() and "\ufeff" not in each]
    with Ledger(hostile_ledger(tmp_path / "hostile.ledger", shown)) as ledger:
        publish(ledger, tmp_path / "site")
    headings = {
        " ".join(page.root.xpath("string(//h1)").split()) for page in read_site(tmp_path / "site" / "documents")
    }
    assert {" ".join(f"{each} A bridge".split()) for each in shown} <= headings
