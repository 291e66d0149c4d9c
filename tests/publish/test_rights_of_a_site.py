"""Texts of unknown rights: no file of the site or of the posts holds a long run outside claims, or a paragraph."""

from __future__ import annotations

from importlib.metadata import version
from pathlib import Path

import pytest
from evaluate.leaks import Leak, Search, Source, source_of

from counterclaim import Ledger, publish
from counterclaim.publish.edition import edition_of
from counterclaim.publish.jekyll import jekyll_site
from counterclaim.publish.settings import Settings, SourceSettings
from nasty_ledger import FOLDER, NAME, nasty_ledger, prose

# Without these a test of what is not there would test nothing.
FORMS = {".html", ".xml", ".js", ".csv", ".jsonl", ".geojson", ".jsonld", ".md"}


def sources(ledger: Ledger) -> list[Source]:
    """The texts of a ledger with where their claims stand."""
    return [source_of(each, ledger.claims(each["id"])) for each in ledger.documents()]


def published(path: Path, folder: Path, settings: Settings | None = None) -> list[Leak]:
    """The site and the posts of a ledger in a folder, and what of its texts stands there."""
    chosen = settings or Settings(url="https://desk.example")
    with Ledger(path) as ledger:
        publish(ledger, folder / "site", chosen)
        for name, text in jekyll_site(edition_of(ledger, chosen), chosen, version=version("counterclaim")):
            (folder / "jekyll" / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / "jekyll" / name).write_text(text, encoding="utf-8")
        return list(Search(sources(ledger)).leaks(folder))


def files(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


@pytest.fixture(scope="module")
def closed(tmp_path_factory) -> tuple[Path, list[Leak]]:
    """What is published of texts of unknown rights, and the leaks."""
    folder = tmp_path_factory.mktemp("closed")
    return folder / "out", published(nasty_ledger(folder / "ledger"), folder / "out")


def test_no_file_holds_more_of_a_text_than_a_quotation_may(closed) -> None:
    """No run of more than 60 words outside claims, no paragraph whole, in no form of file."""
    assert {path.suffix for path in files(closed[0])} >= FORMS
    assert closed[1] == []


def test_the_name_of_the_file_that_was_read_is_told_nowhere(closed) -> None:
    """Neither its folder nor its name: they may say who gave it."""
    for path in files(closed[0]):
        assert FOLDER not in path.as_posix()
        text = path.read_text(encoding="utf-8")
        assert FOLDER not in text, path
        assert NAME not in text, path


@pytest.mark.parametrize(
    ("rights", "settings"),
    [
        ("CC BY 4.0", Settings()),
        (None, Settings(own_text=True)),
        (None, Settings(sources={"The Orsa Gazette": SourceSettings("public domain")})),
    ],
    ids=["open licence", "own text", "source"],
)
def test_a_text_that_is_open_is_there_whole(tmp_path, rights: str | None, settings: Settings) -> None:
    """On its page and in the downloads; this also shows that the search finds what is there."""
    found = published(nasty_ledger(tmp_path / "ledger", rights), tmp_path / "out", settings)
    with Ledger(tmp_path / "ledger") as ledger:
        everything = {" ".join(words) for each in sources(ledger) for words in each.whole()}
    for ending in (".html", "claims.jsonl"):
        shown = {leak.words for leak in found if leak.kind == "paragraph" and leak.file.endswith(ending)}
        assert shown == everything
    assert {leak.kind for leak in found} == {"paragraph", "run"}


def test_rights_that_a_source_states_are_not_overruled_by_what_is_decided_on_it(tmp_path) -> None:
    """All rights reserved stays that."""
    settings = Settings(sources={"The Orsa Gazette": SourceSettings("CC BY 4.0")})
    assert published(nasty_ledger(tmp_path / "ledger", "All rights reserved"), tmp_path / "out", settings) == []


@pytest.fixture
def one_source() -> Search:
    """A text of two paragraphs, with a claim in the first."""
    text = f"{prose(0, 200)}\n\n{prose(500, 10)}"
    first = len(prose(0, 200))
    return Search([Source("d1", text, "A title", (text[:first], text[first + 2 :]), ((600, 700),), "in/post.md")])


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("a.html", "<p>{}</p>"),
        ("a.html", "<p>x<a>1</a>{}y</p>"),
        ("a.html", "<p title='{}'></p>"),
        ("a.html", '<script type="application/ld+json">{{"a": ["{}"]}}</script>'),
        ("a.xml", "<feed><entry>{}</entry></feed>"),
        ("a.json", '{{"{}": 1}}'),
        ("a.jsonl", '{{}}\n{{"a": {{"b": "{}"}}}}\n'),
        ("a.csv", "a,b\r\n1,{}\r\n"),
        ("a.js", 'counterclaimSearch.take("claims-0",[["{}"]]);\n'),
        ("a.md", "---\na: b\n---\n\n- “{}”\n"),
        ("a.css", "/* {} */"),
    ],
)
@pytest.mark.parametrize("kind", ["run", "paragraph"])
def test_the_search_finds_a_leak_in_every_form_of_file(tmp_path, one_source: Search, name: str, form: str, kind: str):
    """With other signs between the words and all letters capitals; a word or so less is none."""
    words = (prose(0, 61) if kind == "run" else prose(500, 10)).rstrip(".").upper()
    (tmp_path / name).write_text(form.format(words.replace(" ", "; ")), encoding="utf-8")
    assert [leak.kind for leak in one_source.leaks(tmp_path)] == [kind]
    (tmp_path / name).write_text(form.format(words.rpartition(" ")[0]), encoding="utf-8")
    assert [*one_source.leaks(tmp_path)] == []


def test_the_search_reads_on_over_inline_elements_and_stops_at_blocks(tmp_path, one_source: Search) -> None:
    """As a reader does."""
    words = prose(500, 10).split()
    runs_on = f"<p><a>{words[0]}</a> <em>{words[1]}</em> {' '.join(words[2:6])} <mark>{' '.join(words[6:])}</mark></p>"
    (tmp_path / "a.html").write_text(runs_on, encoding="utf-8")
    assert [leak.kind for leak in one_source.leaks(tmp_path)] == ["paragraph"]
    (tmp_path / "a.html").write_text(runs_on.replace("<a>", "<p>").replace("</a>", "</p>"), encoding="utf-8")
    assert [*one_source.leaks(tmp_path)] == []


def test_words_of_claims_are_no_run_outside_them(tmp_path, one_source: Search) -> None:
    """Sixty-one words around and in a claim are a quotation with its context."""
    words = one_source.sources[0].text[500:900]
    (tmp_path / "a.html").write_text(f"<p>{words}</p>", encoding="utf-8")
    assert [*one_source.leaks(tmp_path)] == []


def test_the_path_of_a_source_is_a_leak(tmp_path, one_source: Search) -> None:
    """In the text of a file, in a link, and in its name."""
    (tmp_path / "a.html").write_text('<p><a href="../in/post.md">x</a></p>', encoding="utf-8")
    assert {leak.words for leak in one_source.leaks(tmp_path)} == {"in/post.md", "post.md"}
