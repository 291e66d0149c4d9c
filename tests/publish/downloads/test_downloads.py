"""What can be taken along is complete, valid, harmless, and holds no word that the edition does not."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from typing import Any

import pytest

from counterclaim.publish.downloads import COLUMNS, FORMS, download, downloads, of_document, of_matter, whole
from counterclaim.publish.edition import Edition, Voice
from counterclaim.publish.jsontext import for_script
from counterclaim.publish.quoting import Quote
from editions_made import ADDRESS, BREAKOUTS, claim, document, edition, hostile, imprint, link, matter, place, sundmark
from hostile_strings import HOSTILE

CLAIM = f"{ADDRESS}/documents/d1.html"


def text_of(form: str, made: Edition, url: str | None = ADDRESS) -> str:
    """A download of everything."""
    return "".join(download(form, whole(made), imprint(url)))


def records(made: Edition) -> list[dict[str, Any]]:
    """The JSON Lines of everything."""
    return [json.loads(line) for line in text_of("jsonl", made).splitlines()]


def features(made: Edition) -> list[dict[str, Any]]:
    """The GeoJSON features of everything."""
    found: list[dict[str, Any]] = json.loads(text_of("geojson", made))["features"]
    return found


def nodes(made: Edition) -> dict[str, dict[str, Any]]:
    """The JSON-LD nodes of everything, by their id."""
    return {each["@id"]: each for each in json.loads(text_of("jsonld", made))["@graph"]}


@pytest.mark.parametrize("words", [*BREAKOUTS, *HOSTILE])
def test_hostile_words_stay_words(words: str) -> None:
    """Every form can be read, holds the words, and neither ends a script element nor a line nor steers a terminal."""
    made = hostile(words)
    for form in FORMS:
        text = text_of(form, made)
        assert not set(text) & {"\x00", "\x1b", "\x7f", "\x9b", "\u2028", "\u2029", "\u202e", "\ud800"}
        if form in ("geojson", "jsonld"):
            assert "<" not in text
    assert records(made)[1]["quote"]["words"] == words
    assert {each["properties"]["quote"] for each in features(made)} == {words}
    assert nodes(made)["urn:counterclaim:c1"]["text"] == words
    rows = list(csv.reader(io.StringIO(text_of("csv", made))))
    assert [len(row) for row in rows] == [len(COLUMNS)] * 3
    assert not any(each.lstrip().startswith(("=", "+", "-", "@")) for row in rows[1:] for each in row)


@pytest.mark.parametrize("words", BREAKOUTS)
def test_a_value_in_a_script_can_be_read_back(words: str) -> None:
    """Escaping for a script element changes how a value is written, not the value."""
    assert json.loads(for_script({"a": words})) == {"a": words}


def test_json_lines_hold_offsets_tellers_and_no_text_that_may_not_be_shown() -> None:
    """A document without rights has no text; its claims have their words with what was cut, and who tells them."""
    found = records(edition())
    assert [each["kind"] for each in found] == ["document", "claim", "claim", "link", "matter"]
    assert found[0]["text"] is None
    assert found[2]["quote"] == {"words": "that the bridge […]", "cut": 3, "before": "", "after": ""}
    assert found[2]["content"] == [[16, 30], [31, 44]]
    assert found[2]["tellers"] == [{"name": "Mara Tal", "role": "spokeswoman", "side": "Veldaria"}]
    assert found[1]["permalink"] == f"{CLAIM}#c1"
    assert (found[3]["from"], found[3]["relation"], found[3]["to"]) == ("c1", "denies", "c2")
    assert found[4]["sides"] == {"Sundmark": ["c2"], "Veldaria": ["c1"]}


def test_a_text_that_is_open_is_in_the_json_lines() -> None:
    """An open text can be taken along, so that the offsets can be checked."""
    open_text = document("d1", text="Mara Tal denied that the bridge at Orsa fell.")
    assert records(Edition({"d1": open_text}, {}, {}, {}))[0]["text"].startswith("Mara Tal")


def test_who_speaks_for_nobody_is_a_side_of_their_own() -> None:
    """A speaker without a side stands under their name, an unknown one under no side."""
    alone, nobody = Voice("bo", "Bo", None, None), Voice(None, None, None, None)
    asked = matter(sides=("Bo",), positions=(), claims=("c1", "c3"))
    made = edition(claim(voice=alone), claim("c3", voice=nobody), matters={"m1": asked}, links={})
    told = records(made)[-1]
    assert (told["sides"], told["unattributed"]) == ({"Bo": ["c1"]}, ["c3"])


def test_a_row_has_the_permalink_and_what_was_cut() -> None:
    """The table has the columns of every export, and where the claim stands."""
    rows = list(csv.DictReader(io.StringIO(text_of("csv", edition()))))
    assert (rows[1]["as_told_by"], rows[1]["words_cut"]) == ("Mara Tal (Veldaria)", "3")
    assert rows[1]["permalink"] == f"{CLAIM}#c2"
    assert (rows[0]["said_on"], rows[0]["content"], rows[0]["title"]) == ("2031-05-02", "16-44", "A bridge at Orsa")


def test_longitude_comes_before_latitude() -> None:
    """A point has the order of RFC 7946, its precision and who says what there."""
    feature = features(edition())[0]
    assert feature["geometry"] == {"type": "Point", "coordinates": [-12.25, 48.5]}
    told = feature["properties"]
    assert (told["place"], told["precision"], told["disputed"]) == ("Orsa", "settlement", False)
    assert (told["who"], told["act"], told["quote"]) == (
        "Mara Tal (Veldaria)",
        "denies",
        "that the bridge at Orsa fell",
    )
    assert (told["said_on"], told["matters"], told["place_from"]) == ("2031-05-02", ["m1"], "words")


def test_a_nested_claim_on_the_map_names_its_tellers() -> None:
    """No point shows what Sundmark says as Veldaria tells it as Sundmark's own."""
    assert features(edition())[1]["properties"]["who"] == "Sundmark, as Mara Tal (Veldaria) tells it"


def test_a_place_without_coordinates_has_no_point() -> None:
    """What is not known to lie somewhere is listed with a null geometry, not left out and not put anywhere."""
    unplaced = replace(document("d1", claim()), places=(place("Orsa", 35, 39, lat=None, lon=None),))
    assert [each["geometry"] for each in features(edition(claim(), documents={"d1": unplaced}))] == [None]


def test_a_claim_without_a_place_has_that_of_its_matter() -> None:
    """Where the words name no place, the matter's is told, and said to be so; a place outside the words is not."""
    elsewhere = replace(document("d1", claim()), places=(place("Orsa", 50, 54), place("Ferrin", 60, 66)))
    found = features(edition(claim(), documents={"d1": elsewhere}))
    assert [(each["properties"]["place"], each["properties"]["place_from"]) for each in found] == [("Orsa", "matter")]
    assert not features(edition(claim(), documents={"d1": elsewhere}, matters={}))


def test_a_place_named_twice_is_one_feature() -> None:
    """Two mentions of one unit in the words of a claim are one point."""
    twice = replace(document("d1", claim()), places=(place("Orsa", 20, 24), place("Orsa", 35, 39)))
    found = features(edition(claim(), documents={"d1": twice}))
    assert [each["id"] for each in found] == ["c1.x:orsa"]


def test_a_claim_in_json_ld_is_a_claim_without_a_verdict() -> None:
    """It is a schema.org Claim with its author and the text it appears in; there is no review and no rating."""
    node = nodes(edition())["urn:counterclaim:c1"]
    assert node["@type"] == "Claim"
    assert node["author"] == {"@type": "Person", "name": "Mara Tal", "jobTitle": "spokeswoman"}
    assert node["appearance"] == {"@id": "urn:counterclaim:d1"}
    assert node["cc:denies"] == ["urn:counterclaim:c2"]
    assert node["dateCreated"] == "2031-05-02"
    text = text_of("jsonld", edition())
    assert not any(word in text for word in ("ClaimReview", "Rating", "rating"))


def test_a_text_in_json_ld_is_told_as_far_as_known() -> None:
    """A publisher makes an article of the news; without one it is a work, and what is not known is left out."""
    assert nodes(edition())["urn:counterclaim:d1"] == {
        "@type": "NewsArticle",
        "@id": "urn:counterclaim:d1",
        "identifier": "d1",
        "url": "https://courier.example/bridge",
        "headline": "A bridge at Orsa",
        "datePublished": "2031-05-03",
        "publisher": {"@type": "Organization", "name": "Harrow Courier"},
        "inLanguage": "en",
    }
    bare = document("d1", source=None, url=None, title="", published="2031-05/2031-06", language=None)
    assert nodes(Edition({"d1": bare}, {}, {}, {}))["urn:counterclaim:d1"] == {
        "@type": "CreativeWork",
        "@id": "urn:counterclaim:d1",
        "identifier": "d1",
    }


def test_the_words_can_be_found_again_by_offsets_and_by_quote() -> None:
    """Each piece has its offsets; an uncut quotation of one piece its words and what stands around them."""
    found = nodes(edition())
    assert found["urn:counterclaim:c1"]["oa:hasTarget"]["oa:hasSelector"] == [
        {"@type": "oa:TextPositionSelector", "oa:start": 16, "oa:end": 44},
        {
            "@type": "oa:TextQuoteSelector",
            "oa:exact": "that the bridge at Orsa fell",
            "oa:prefix": "Mara Tal denied ",
            "oa:suffix": ".",
        },
    ]
    pieces = found["urn:counterclaim:c2"]["oa:hasTarget"]["oa:hasSelector"]
    assert [each["@type"] for each in pieces] == ["oa:TextPositionSelector"] * 2


def test_a_cut_quotation_is_selected_by_its_exact_beginning() -> None:
    """The sign for what was left out is no word of the text."""
    made = edition(claim(quote=Quote("that the bridge […]", 3, before="[…] Tal denied ")))
    assert nodes(made)["urn:counterclaim:c1"]["oa:hasTarget"]["oa:hasSelector"][1] == {
        "@type": "oa:TextQuoteSelector",
        "oa:exact": "that the bridge",
    }


@pytest.mark.parametrize(
    ("voice", "kind"),
    [
        (Voice("a", "Mara Tal", "foreign minister", "Veldaria"), "Person"),
        (Voice("a", "Ministry of Defence of Veldaria", None, "Veldaria"), "GovernmentOrganization"),
        (Voice("a", "Orsa Academy", None, "Orsa Academy"), "Organization"),
        (Voice("a", "Academy of Orsa and Ferrin", None, None), "Organization"),
        (Voice("a", "Veldarian government", None, "Veldaria"), "GovernmentOrganization"),
        (Voice("a", "Veldarian officials", None, "Veldaria"), None),
        (Voice("a", "Free State of Orsa", None, "Veldaria"), None),
        (Voice("a", "local media", None, "media"), None),
        (Voice("a", "Some Academy", None, None), None),
        (Voice("a", "Orsa Academy and Ferrin Academy", None, None), None),
        (Voice("a", "Spokeswoman", "Spokeswoman", "Veldaria"), None),
        (Voice("a", "Veldaria", None, "Veldaria"), None),
        (Voice("a", "Mara Tal", None, None), None),
        (Voice(None, None, "minister", "Veldaria"), None),
    ],
)
def test_an_author_has_a_type_only_where_it_is_known(voice: Voice, kind: str | None) -> None:
    """A role makes a person, a word for a body makes a body; else no author is told, only the name as we have it."""
    node = nodes(edition(claim(voice=voice)))["urn:counterclaim:c1"]
    assert node.get("author", {}).get("@type") == kind
    assert node["cc:speaker"]


def test_a_guess_is_no_statement() -> None:
    """A link that is only possible is not among what a claim denies."""
    assert "cc:denies" not in nodes(edition(links={"l1": link(basis="possible")}))["urn:counterclaim:c1"]


def test_a_matter_takes_along_what_its_claims_are_nested_in() -> None:
    """The download of a matter holds the claim that tells a nested one, even where it is in no position."""
    made = edition()
    alone = of_matter(made, matter(claims=("c2",), positions=(), links=("l1", "gone")))
    assert [each.id for each in alone.claims] == ["c2", "c1"]
    assert [each.id for each in alone.links] == ["l1"]


def test_a_document_takes_along_its_links_and_matters() -> None:
    """The download of a document holds each link and matter of its claims once."""
    made = edition()
    held = of_document(made, made.documents["d1"])
    assert ([each.id for each in held.links], [each.id for each in held.matters]) == (["l1"], ["m1"])


def test_every_file_stands_beside_its_page() -> None:
    """Everything, and each matter, in every form; what machines read of a document stands in its page."""
    paths = [path for path, _ in downloads(edition(), imprint())]
    assert paths == [
        *(f"claims.{form}" for form in ("csv", "jsonl", "geojson", "jsonld")),
        *(f"matters/m1.{form}" for form in ("csv", "jsonl", "geojson", "jsonld")),
    ]


def test_an_empty_edition_gives_valid_files() -> None:
    """Nothing read is an empty list, and a table with a header."""
    empty = Edition({}, {}, {}, {})
    assert features(empty) == []
    assert nodes(empty) == {}
    assert text_of("jsonl", empty) == ""
    assert len(text_of("csv", empty).splitlines()) == 1


def test_no_address_of_the_site_is_made_up() -> None:
    """Without an address of its own the site's permalinks are not told; ids still name everything."""
    made = Edition({"d1": document("d1", sundmark())}, {"c2": sundmark()}, {}, {})
    assert '"permalink":null' in text_of("jsonl", made, None)
    assert "url" not in {key for each in json.loads(text_of("jsonld", made, None))["@graph"][1:] for key in each}
