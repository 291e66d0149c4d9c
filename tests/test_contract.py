"""Every answer keeps the contract: the schema, spans inside the text, ids that are unique and lead somewhere."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared"
NEWS = SHARED / "data" / "news"
SCHEMA = ROOT / "docs" / "claims.schema.json"
# Every seventh of the 300 articles, so that the sample runs through all the sources they come from.
STEP = 7
Answer = dict[str, Any]


def answer_of(*paths: Path) -> Answer:
    """What `counterclaim read PATHS --format json` prints."""
    environment = os.environ | {"COUNTERCLAIM_GAZETTEER": str(ROOT / "examples" / "gazetteer.tsv")}
    command = [sys.executable, "-m", "counterclaim", "read", *map(str, paths), "--format", "json"]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    answer: Answer = json.loads(done.stdout)
    return answer


def faults(answer: Answer) -> Iterator[str]:
    """Each way in which `answer` breaks the contract."""
    validator = jsonschema.Draft202012Validator(json.loads(SCHEMA.read_text(encoding="utf-8")))
    yield from (f"{error.json_path}: {error.message[:200]}" for error in validator.iter_errors(answer))
    claims = [claim["id"] for document in answer["documents"] for claim in document["claims"]]
    yield from (f"claim id {each} stands twice" for each in sorted(set(claims)) if claims.count(each) > 1)
    for document in answer["documents"]:
        yield from _faults_of(document)
    known = set(claims)
    named = [(f"link {link['kind']}", link[end]) for link in answer["links"] for end in ("from", "to")]
    for matter in answer["matters"]:
        named += [(f"matter {matter['id']}", each) for ids in matter["sides"].values() for each in ids]
        named += [(f"matter {matter['id']}", each) for one in matter.get("positions", []) for each in one["claims"]]
    yield from (f"{what} names {each}, which is no claim" for what, each in named if each not in known)
    yield from (f"matter id {each} stands twice" for each in _twice([matter["id"] for matter in answer["matters"]]))


def _twice(ids: list[str]) -> list[str]:
    return sorted({each for each in ids if ids.count(each) > 1})


def _faults_of(document: Answer) -> Iterator[str]:
    own = {claim["id"] for claim in document["claims"]}
    text, path = document["text"], document["path"]
    for what, (start, end) in _spans(document):
        if not 0 <= start < end <= len(text):
            yield f"{path}: {what} {start}-{end} lies outside the text of {len(text)} characters"
        elif what != "part" and text[start:end] != text[start:end].strip():
            yield f"{path}: {what} {text[start:end]!r} begins or ends with a blank"
    for claim in document["claims"]:
        if claim["within"] is not None and claim["within"] not in own - {claim["id"]}:
            yield f"{path}: claim {claim['id']} stands within {claim['within']}, which is no other claim there"


def _spans(document: Answer) -> Iterator[tuple[str, list[int]]]:
    yield from (("part", [part["start"], part["end"]]) for part in document["parts"])
    for claim in document["claims"]:
        yield from ((kind, span) for kind in ("source", "cue", "content") for span in claim[kind])
    for kind in ("times", "places", "quantities"):
        yield from ((kind, found["span"]) for found in document[kind])


@pytest.fixture(scope="module")
def examples() -> Answer:
    """The answer on the example posts and their feed."""
    return answer_of(ROOT / "examples" / "posts", ROOT / "examples" / "feeds")


@pytest.mark.model
def test_the_answer_on_the_examples_keeps_the_contract(examples: Answer) -> None:
    """Posts, a feed, and a post in a language that isn't read."""
    assert len(examples["documents"]) >= 7
    assert [document["understood"] for document in examples["documents"]].count(False) == 1
    assert len(examples["links"]) > 0
    assert list(faults(examples)) == []


@pytest.mark.model
def test_answers_on_articles_of_others_keep_the_contract() -> None:
    """A sample of what no rule was written for."""
    if not NEWS.is_dir():
        pytest.skip("the news articles are kept beside the project and are not here")
    answer = answer_of(*sorted(NEWS.glob("[0-9]*.md"))[::STEP])
    assert len(answer["documents"]) > 300 // STEP
    assert list(faults(answer)) == []


@pytest.mark.model
def test_a_broken_answer_is_found_out(examples: Answer) -> None:
    """Each fault that is looked for is one that would be seen."""
    broken = json.loads(json.dumps(examples))
    document = next(each for each in broken["documents"] if len(each["claims"]) > 1)
    first, second = document["claims"][:2]
    broken["links"][0]["to"] = "nobody"
    second["within"], first["content"] = "nobody", [[0, len(document["text"]) + 1]]
    broken["matters"][0]["sides"] = {"Veldaria": ["nobody"]}
    del first["act"]
    first["id"] = second["id"]
    told = "\n".join(faults(broken))
    for words in ("'act' is a required", "stands twice", "outside the text", "stands within nobody", "link", "matter"):
        assert words in told


def keeps(agreed: Any, ours: Any, *, inside: str = "") -> bool:
    """Whether `ours` says all that was agreed on and nothing else of it; it may describe further properties."""
    if not isinstance(agreed, dict) or not isinstance(ours, dict):
        return bool(agreed == ours)
    more = ours.keys() - agreed.keys()
    if agreed.keys() - ours.keys() or (more and inside != "properties"):
        return False
    return all(keeps(each, ours[key], inside=key) for key, each in agreed.items())


def test_what_keeps_the_contract_may_add_properties_and_change_nothing() -> None:
    """A field more breaks nobody; one less, another type or another duty does."""
    agreed = {"properties": {"act": {"enum": ["asserts", "denies"]}}, "required": ["act"]}
    assert keeps(agreed, {**agreed, "properties": {**agreed["properties"], "accused": {"type": "array"}}})
    assert not keeps(agreed, {**agreed, "properties": {"accused": {"type": "array"}}})
    assert not keeps(agreed, {**agreed, "properties": {"act": {"enum": ["asserts"]}}})
    assert not keeps(agreed, {**agreed, "required": ["act", "accused"]})
    assert not keeps(agreed, {**agreed, "additionalProperties": False})


def test_the_schema_is_the_one_agreed_on() -> None:
    """Among the documents stands what others depend on, kept beside the project where that is there."""
    source = SHARED / "contract" / "claims.schema.json"
    if not source.is_file():
        pytest.skip("the contract is kept beside the project and is not here")
    assert keeps(json.loads(source.read_bytes()), json.loads(SCHEMA.read_bytes()))
