"""The scorer counts what is right, what is wrong and what is missing, as its definitions say."""

from __future__ import annotations

import importlib.util
import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from answers_made import GOLD, answer, gold, span
from evaluate.scoring import DECIDED, FOUND, Tally, f1, score, share

from counterclaim import Analysis, analyse_all, answer_record

SHARED = Path(__file__).parents[3] / "shared"


def counts(tally: Tally, name: str) -> tuple[int, int, int]:
    """Right, wrong, missing."""
    return tally[f"{name}/tp"], tally[f"{name}/fp"], tally[f"{name}/fn"]


def test_an_answer_that_says_what_gold_says_is_right_in_all() -> None:
    """Every figure is one, and each was asked."""
    tally = score(GOLD, answer())
    assert {name: f1(tally, name)[2] for name in FOUND} == dict.fromkeys(FOUND, 1.0)
    assert {name: share(tally, name) for name in DECIDED} == dict.fromkeys(DECIDED, 1.0)


def test_an_answer_that_says_nothing_finds_nothing() -> None:
    """Nothing is right, nothing is wrong, all is missing."""
    empty = answer()
    empty["links"] = empty["matters"] = []
    for key in ("claims", "times", "places", "quantities"):
        empty["documents"][0][key] = []
    tally = score(GOLD, empty)
    assert counts(tally, "attribution relaxed") == (0, 0, 4)
    assert counts(tally, "links opposes") == (0, 0, 1)
    assert counts(tally, "contested matters") == (0, 0, 1)
    assert tally["place right/right"] == 0
    assert tally["speaker/asked"] == 0


def test_a_content_that_is_off_by_a_word_is_relaxed_right_and_strictly_wrong() -> None:
    """Half of the letters have to be shared."""
    spoilt = answer()
    spoilt["documents"][0]["claims"][0]["content"] = [span("guards hold the ferry at Orrin")]
    tally = score(GOLD, spoilt)
    assert counts(tally, "attribution relaxed") == (4, 0, 0)
    assert counts(tally, "attribution strict") == (3, 1, 1)


def test_blanks_and_marks_around_a_span_make_no_difference() -> None:
    """Spans are compared by their letters and digits."""
    spoilt = answer()
    spoilt["documents"][0]["claims"][0]["content"] = [span("its guards hold the ferry at Orrin.")]
    assert counts(score(GOLD, spoilt), "attribution strict") == (4, 0, 0)


@pytest.mark.parametrize("key", ["cue", "source"])
def test_a_claim_with_another_cue_or_source_is_another_claim(key: str) -> None:
    """It is wrong, and what it stands for is missing."""
    spoilt = answer()
    spoilt["documents"][0]["claims"][0][key] = [span("Monday")]
    assert counts(score(GOLD, spoilt), "attribution relaxed") == (3, 1, 1)


def test_an_optional_attribution_is_never_missing_and_never_wrong() -> None:
    """Found or not, precision and recall stay."""
    lenient, shorter = gold(), answer()
    lenient["attributions"][3]["optional"] = True
    assert counts(score(lenient, answer()), "attribution relaxed") == (3, 0, 0)
    shorter["documents"][0]["claims"].pop()
    assert counts(score(lenient, shorter), "attribution relaxed") == (3, 0, 0)


def test_a_claim_is_matched_once() -> None:
    """A second claim on the same words is one too many."""
    doubled = answer()
    doubled["documents"][0]["claims"].append({**doubled["documents"][0]["claims"][0], "id": "c-again"})
    assert counts(score(GOLD, doubled), "attribution relaxed") == (4, 1, 0)


def test_nesting_is_right_only_inside_the_right_claim() -> None:
    """A claim inside none, or inside another, does not count."""
    for within in (None, "c-p1"):
        spoilt = answer()
        spoilt["documents"][0]["claims"][2]["within"] = within
        assert counts(score(GOLD, spoilt), "nested") == (0, 0, 1)
    spoilt = answer()
    spoilt["documents"][0]["claims"][0]["within"] = "c-p2"
    assert counts(score(GOLD, spoilt), "nested") == (1, 1, 0)


@pytest.mark.parametrize(
    ("name", "key", "value"),
    [
        ("act", "act", "judges"),
        ("form", "form", "direct"),
        ("said on", "said_on", None),
        ("channel", "channel", "radio"),
    ],
)
def test_each_decision_that_is_wrong_costs_its_own_figure_alone(name: str, key: str, value: str | None) -> None:
    """A claim found with a wrong label is still found."""
    spoilt = answer()
    for claim in spoilt["documents"][0]["claims"]:
        claim[key] = value
    tally = score(GOLD, spoilt)
    assert share(tally, name) == 0.0
    assert counts(tally, "attribution strict") == (4, 0, 0)


def test_a_side_that_is_not_told_is_wrong_where_gold_has_one() -> None:
    """Silence is no answer."""
    spoilt = answer()
    spoilt["documents"][0]["claims"][0]["speaker"] = None
    tally = score(GOLD, spoilt)
    assert (tally["side/right"], tally["side/asked"]) == (3, 4)
    assert (tally["speaker/right"], tally["speaker/asked"]) == (3, 4)


def test_a_date_where_gold_has_none_is_counted_as_invented() -> None:
    """It is no wrong date: gold has no date to be right about."""
    spoilt = answer()
    spoilt["documents"][0]["claims"][3]["said_on"] = "2031-05-06"
    tally = score(GOLD, spoilt)
    assert tally["dates invented"] == 1
    assert (tally["said on/right"], tally["said on/asked"]) == (1, 1)


def test_a_place_is_right_within_its_distance() -> None:
    """A degree of latitude is 111 km."""
    for latitude, right in ((-40.1, 1), (-41.0, 0)):
        moved = answer()
        moved["documents"][0]["places"][0]["lat"] = latitude
        assert score(GOLD, moved)["place right/right"] == right


def test_a_time_with_another_value_is_a_span_found_and_a_value_missed() -> None:
    """An expression too many is wrong."""
    spoilt = answer()
    spoilt["documents"][0]["times"][0]["value"] = "2031-05-06"
    spoilt["documents"][0]["times"].append({"span": span("Orrin"), "value": None})
    tally = score(GOLD, spoilt)
    assert counts(tally, "time spans") == (1, 1, 0)
    assert share(tally, "time value") == 0.0


def test_a_link_counts_by_its_ends_and_only_where_it_opposes() -> None:
    """Either direction will do; support is another question."""
    spoilt = answer()
    spoilt["links"] = [
        {"from": "c-p3", "to": "c-p2", "kind": "contradicts"},
        {"from": "c-p1", "to": "c-p3", "kind": "supports"},
        {"from": "c-p4", "to": "c-p1", "kind": "denies"},
    ]
    assert counts(score(GOLD, spoilt), "links opposes") == (1, 1, 0)


def test_a_contested_matter_needs_claims_on_two_sides() -> None:
    """Both claims on one side are no dispute."""
    spoilt = answer()
    spoilt["matters"][0]["sides"] = {"Norland": ["c-p2", "c-p3"]}
    assert counts(score(GOLD, spoilt), "contested matters") == (0, 1, 1)


def test_what_was_never_asked_has_no_figure() -> None:
    """Not a number, rather than nought."""
    nothing: Tally = Counter()
    assert f1(nothing, "nested")[2] != f1(nothing, "nested")[2]
    assert share(nothing, "act") != share(nothing, "act")


def official() -> Any:
    """The scorer beside the project, as a module."""
    path = SHARED / "tools" / "score_claims.py"
    spec = importlib.util.spec_from_file_location("score_claims", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def totals(report: dict[str, Any]) -> dict[str, tuple[int, ...]]:
    """The counts of the scorer beside the project, by the names of ours."""
    found = {name: tuple(report[name][key] for key in ("tp", "fp", "fn")) for name in FOUND}
    return found | {name: tuple(report[name][key] for key in ("right", "asked")) for name in DECIDED}


def own_totals(tally: Tally) -> dict[str, tuple[int, ...]]:
    """Our counts in the same form."""
    found: dict[str, tuple[int, ...]] = {name: counts(tally, name) for name in FOUND}
    return found | {name: (tally[f"{name}/right"], tally[f"{name}/asked"]) for name in DECIDED}


@pytest.mark.model
def test_the_totals_on_the_seed_are_those_of_the_scorer_beside_the_project() -> None:
    """Two programs, one definition."""
    if not (SHARED / "tools" / "score_claims.py").is_file() or not (SHARED / "seed").is_dir():
        pytest.skip("the seed and its scorer are kept beside the project and are not here")
    (post,) = sorted((SHARED / "seed").glob("*.md"))
    (found,) = analyse_all([post])
    assert isinstance(found, Analysis)
    given = answer_record([found], links=found.disputes.links, matters=found.disputes.matters)
    marked = json.loads((SHARED / "seed" / "gold.json").read_text(encoding="utf-8"))
    scorer = official().Score()
    scorer.add("seed", marked, json.loads(json.dumps(given)))
    assert own_totals(score(marked, given)) == totals(scorer.report())
