"""The commands on real files, from a post to an export: what a person types and what comes of it."""

from __future__ import annotations

import csv
import json
import os
import re
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
import unicodedata
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from hostile_strings import CONTROLS, HOSTILE

pytestmark = pytest.mark.model

SCHEMA = json.loads((Path(__file__).parents[2] / "docs" / "claims.schema.json").read_text(encoding="utf-8"))
POST = """---
title: "Breaking: Ferrin says it holds the bridge at Oldmoor"
date: 2031-05-02T09:00:00
---

Ferrin said on Friday that its guards hold the bridge at Oldmoor.

Orsa denied that its 40 guards had fled. Orsa hopes that it will rain.
"""


@pytest.fixture
def posts(tmp_path: Path) -> Path:
    """A folder with one post, one text that is not English, and one file that is no text."""
    folder = tmp_path / "posts"
    folder.mkdir()
    (folder / "2031-05-02-bridge.md").write_text(POST, encoding="utf-8")
    (folder / "2031-05-03-brücke.md").write_text(
        "Die Regierung bestreitet den Fall der Brücke und fordert Geduld. " * 4, "utf-8"
    )
    (folder / "broken.md").write_bytes(bytes(range(256)) * 8)
    return folder


def run(*arguments: object, cwd: Path | None = None, **environment: str) -> subprocess.CompletedProcess[str]:
    """The command with these arguments."""
    command = [sys.executable, "-m", "counterclaim", *map(str, arguments)]
    surroundings = os.environ | {"PYTHONIOENCODING": "utf-8"} | environment
    return subprocess.run(
        command, capture_output=True, text=True, encoding="utf-8", env=surroundings, cwd=cwd, check=False
    )


def obeyed(text: str) -> set[str]:
    """The characters of `text` that a terminal would act on, line ends aside."""
    return {each for each in text if unicodedata.category(each) in {"Cc", "Cs", "Zl", "Zp"}} - {"\n"}


def answer(done: subprocess.CompletedProcess[str]) -> dict[str, Any]:
    """The JSON object of an answer, which fits the contract."""
    found: dict[str, Any] = json.loads(done.stdout)
    Draft202012Validator(SCHEMA).validate(found)
    return found


def test_read_goes_on_past_what_cannot_be_read_and_fits_the_contract(posts: Path) -> None:
    """The broken file is named in one line, the others are there, the exit code is 1, every span quotes its text."""
    done = run("read", posts, "--format", "json")
    found = answer(done)
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
    assert "broken.md" in done.stderr
    assert [Path(failure["path"]).name for failure in found["failures"]] == ["broken.md"]
    assert [document["understood"] for document in found["documents"]] == [True, False]
    claims = found["documents"][0]["claims"]
    assert {"asserts", "denies"} <= {claim["act"] for claim in claims}


def test_the_same_input_gives_the_same_answer_wherever_it_runs(posts: Path) -> None:
    """Hash seed, time zone and locale decide nothing."""
    one = run("read", posts, "--format", "json", PYTHONHASHSEED="1", TZ="Pacific/Auckland", LC_ALL="C.UTF-8")
    other = run("read", posts, "--format", "json", PYTHONHASHSEED="2", TZ="America/Lima", LC_ALL="C")
    assert one.stdout == other.stdout


def test_a_ledger_is_filled_searched_shown_exported_and_verified(posts: Path, tmp_path: Path) -> None:
    """The whole way; the second run adds nothing, and the exports say the same as before."""
    ledger = ("--ledger", tmp_path / "a.ledger")
    first, before = run("add", posts, *ledger), run("export", *ledger).stdout
    again, after = run("add", posts, *ledger), run("export", *ledger).stdout
    assert "2 documents taken in, 0 known already, 1 failed" in first.stdout
    assert "0 documents taken in, 2 known already, 1 failed" in again.stdout
    assert before == after
    records = [json.loads(line) for line in before.splitlines()]
    assert [record["kind"] for record in records[:4]] == ["document", "document", "capture", "capture"]
    claims = [record for record in records if record["kind"] == "claim"]
    shown = run("show", claims[0]["id"][:12], *ledger)
    assert claims[0]["quote"] in shown.stdout
    assert run("search", "guards", *ledger).stdout.splitlines()[0].split() == ["id", "who", "act", "in", "words"]
    assert run("verify", *ledger).returncode == 0
    assert len(answer(run("export", *ledger, "--format", "json"))["documents"]) == 2


def test_a_csv_is_written_whole_to_a_file(posts: Path, tmp_path: Path) -> None:
    """One row a claim, and nothing half-written beside it."""
    run("add", posts, "--ledger", tmp_path / "a.ledger")
    done = run("export", "--format", "csv", "--out", "claims.csv", cwd=tmp_path, COUNTERCLAIM_LEDGER="a.ledger")
    assert done.returncode == 0
    with (tmp_path / "claims.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert any(row["act"] == "denies" and row["speaker"] == "Orsa" for row in rows)
    assert not list(tmp_path.glob(".claims*"))


def test_what_is_withheld_leaves_every_export(posts: Path, tmp_path: Path) -> None:
    """Its words are gone, the id still resolves to a tombstone, and the ledger is whole."""
    ledger = ("--ledger", tmp_path / "a.ledger")
    run("add", posts, *ledger)
    records = [json.loads(line) for line in run("export", *ledger).stdout.splitlines()]
    document = next(record["id"] for record in records if record["kind"] == "document" and "Oldmoor" in record["text"])
    done = run("withhold", document, "--reason", "asked for by Ferrin", *ledger)
    assert done.returncode == 0
    for form in ("jsonl", "csv", "json"):
        assert "Oldmoor" not in run("export", *ledger, "--format", form).stdout
    assert "withheld: asked for by Ferrin" in run("show", document, *ledger).stdout
    assert run("verify", *ledger).returncode == 0
    assert "Oldmoor" not in run("search", "bridge", *ledger).stdout


def test_what_is_withheld_is_not_taken_in_again(posts: Path, tmp_path: Path) -> None:
    """The same files again leave it out, and say so."""
    ledger = ("--ledger", tmp_path / "a.ledger")
    run("add", posts, *ledger)
    records = [json.loads(line) for line in run("export", *ledger).stdout.splitlines()]
    document = next(record["id"] for record in records if record["kind"] == "document" and "Oldmoor" in record["text"])
    run("withhold", document, "--reason", "asked for by Ferrin", *ledger)
    again = run("add", posts, *ledger)
    assert "0 documents taken in, 1 known already, 1 left out as withheld, 1 failed" in again.stdout
    assert "Oldmoor" not in run("export", *ledger).stdout


@pytest.mark.skipif(shutil.which("setpriv") is None, reason="needs setpriv to take the rights of root away")
def test_a_folder_without_permission_is_one_line_and_the_others_go_on(posts: Path) -> None:
    """Exit code 1, not 2: nothing is wrong with the command line."""
    closed = posts / "closed"
    closed.mkdir()
    (closed / "a.md").write_text("Ferrin said that it rains.", "utf-8")
    closed.chmod(0)
    rights = "-dac_override,-dac_read_search"
    command = ["setpriv", f"--bounding-set={rights}", f"--inh-caps={rights}"] if os.getuid() == 0 else []
    command += [sys.executable, "-m", "counterclaim", "read", str(closed), str(posts / "2031-05-02-bridge.md")]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    closed.chmod(0o700)
    assert (done.returncode, done.stderr.count("\n")) == (1, 1)
    assert f"{closed}: permission denied" in done.stderr
    assert "guards hold the bridge" in done.stdout


def test_nothing_found_exits_with_1(posts: Path, tmp_path: Path) -> None:
    """As grep does; and an id that names nothing is one line."""
    ledger = ("--ledger", tmp_path / "a.ledger")
    run("add", posts, *ledger)
    missed = run("search", "zeppelin", *ledger)
    assert (missed.returncode, missed.stderr.count("\n")) == (1, 1)
    unknown = run("show", "c0ffee", *ledger)
    assert (unknown.returncode, unknown.stderr.count("\n")) == (1, 1)


@pytest.mark.parametrize("command", ["search x", "show c1", "verify", "export", "withhold d1 --reason r"])
def test_a_ledger_that_is_missing_or_none_is_one_line(command: str, tmp_path: Path) -> None:
    """It is not made by asking, and a file that is none is left as it is."""
    (tmp_path / "no.ledger").write_text("a shopping list\n" * 99)
    missing = run(*command.split(), cwd=tmp_path)
    none = run(*command.split(), "--ledger", "no.ledger", cwd=tmp_path)
    for done in (missing, none):
        assert done.returncode == 1
        assert done.stderr.count("\n") == 1
        assert "Traceback" not in done.stderr
    assert not (tmp_path / "counterclaim.ledger").exists()
    assert (tmp_path / "no.ledger").read_text() == "a shopping list\n" * 99


def test_the_overview_shows_matters_with_their_claims_and_a_limit(posts: Path, tmp_path: Path) -> None:
    """Counts first, then who answers how in which words; JSON for programs; a limit says how many are left."""
    ledger = ("--ledger", tmp_path / "a.ledger")
    (posts / "denial.md").write_text("Ferrin denies Orsan claims that forty guards fled the bridge.", "utf-8")
    run("add", posts, *ledger)
    shown = run("show", *ledger).stdout
    assert "3 documents of 3 origins" in shown.splitlines()[0]
    assert "1 document not understood" in shown
    assert "that forty guards fled the bridge" in shown
    assert "as Ferrin tells it" in shown
    found = json.loads(run("show", *ledger, "--format", "json", "--limit", 1).stdout)
    assert len(found["matters"]) == 1
    assert found["left"] == found["counts"]["matters"] - 1


def test_a_search_shows_no_nested_claim_bare(tmp_path: Path) -> None:
    """What Orsa is said to claim is told as Ferrin tells it, in text and in JSON."""
    (tmp_path / "post.md").write_text("Ferrin denies Orsan claims that forty guards fled the bridge.", "utf-8")
    ledger = ("--ledger", tmp_path / "a.ledger")
    run("add", tmp_path / "post.md", *ledger)
    found = json.loads(run("search", "guards fled", *ledger, "--format", "json").stdout)
    inner = next(hit for hit in found if hit["act"] == "asserts")
    assert "as Ferrin" in inner["who"]
    assert inner["who"] in run("search", "guards fled", *ledger).stdout


def test_an_act_that_there_is_not_is_a_mistake_of_the_command_line(tmp_path: Path) -> None:
    """It is not an answer of nothing."""
    done = run("search", "x", "--act", "shouts", "--ledger", tmp_path / "a.ledger")
    assert done.returncode == 2
    assert "asserts" in done.stderr


def test_a_gazetteer_that_cannot_be_read_is_told_once(tmp_path: Path) -> None:
    """It is no fault of any article."""
    for number in range(3):
        (tmp_path / f"{number}.md").write_text(f"Ferrin said that {number} guards fled.", "utf-8")
    done = run("read", tmp_path, COUNTERCLAIM_GAZETTEER=str(tmp_path / "none.tsv"))
    assert (done.returncode, done.stderr.count("\n")) == (1, 1)
    assert "none.tsv" in done.stderr


@pytest.mark.parametrize("command", ["show", "search guards", "show {claim}", "explain {post}", "read {post}"])
def test_every_view_says_that_it_is_made_by_machine(command: str, posts: Path, tmp_path: Path) -> None:
    """The last line of each."""
    (posts / "broken.md").unlink()
    ledger = tmp_path / "a.ledger"
    run("add", posts, "--ledger", ledger)
    found = json.loads(run("search", "guards", "--format", "json", "--ledger", ledger).stdout)
    words = command.format(claim=found[0]["id"], post=posts / "2031-05-02-bridge.md").split()
    done = run(*words, COUNTERCLAIM_LEDGER=str(ledger))
    assert done.stdout.splitlines()[-1].startswith("Machine-made, unreviewed; counterclaim ")


def test_explain_shows_one_claim_with_its_marks(posts: Path) -> None:
    """The cue is pointed at, the rule named, and a number that no claim has is one line."""
    post = posts / "2031-05-02-bridge.md"
    shown = run("explain", post, "--claim", 2)
    assert "^cue" in shown.stdout
    assert "found by" in shown.stdout
    assert "left out of the title: 'Breaking: '" in run("explain", post).stdout
    beyond = run("explain", post, "--claim", 99)
    assert (beyond.returncode, beyond.stderr.count("\n"), beyond.stdout) == (1, 1, "")


def test_a_hostile_article_steers_no_output(tmp_path: Path) -> None:
    """Its title, its path and its words come out harmless in every command that shows them."""
    (tmp_path / "odd\x1b[2Jname.md").write_text(hostile_post(), encoding="utf-8", errors="surrogatepass")
    ledger = ("--ledger", tmp_path / "a.ledger")
    added = run("add", tmp_path, *ledger)
    outputs = [added, run("read", tmp_path), run("read", tmp_path, "--acts", "all"), run("search", "guards", *ledger)]
    outputs += [run("read", tmp_path, "--format", form) for form in ("json", "jsonl")]
    outputs += [run("explain", path) for path in tmp_path.glob("*.md")]
    outputs += [run("export", *ledger, "--format", form) for form in ("jsonl", "csv", "json")]
    documents = [json.loads(line)["id"] for line in outputs[-3].stdout.splitlines() if '"kind":"document"' in line]
    outputs += [run("show", each, *ledger) for each in documents] + [run("show", *ledger)]
    assert documents
    for done in outputs:
        assert obeyed(done.stdout.replace("\r\n", "\n")) == set()
        assert obeyed(done.stderr) == set()
        assert "Traceback" not in done.stderr


def hostile_post() -> str:
    """A post whose every sentence holds strings made to steer a terminal, those that YAML and UTF-8 can hold."""
    kept = [each for each in HOSTILE if each not in CONTROLS[:32] and not re.search("[\ud800-\udfff\r\x00]", each)]
    sentences = (f'Orsa said that 40 guards {each} had fled. "{each}," Ferrin said.' for each in kept)
    return '---\ntitle: "\\e[31mFerrin says \\e]0;x\\a it holds"\n---\n\n' + "\n\n".join(sentences)


def test_ctrl_c_leaves_a_whole_ledger_and_says_how_far_it_came(tmp_path: Path) -> None:
    """One line, exit code 130; the same command again goes on from there."""
    for number in range(150):
        text = "\n\n".join(f"Ferrin said that bridge {number} of {each} would hold." for each in range(20))
        (tmp_path / f"{number:03}.md").write_text(text, encoding="utf-8")
    command = [sys.executable, "-m", "counterclaim", "add", str(tmp_path), "--ledger", str(tmp_path / "a.ledger")]
    running = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    wait_for(lambda: taken_in(tmp_path / "a.ledger") > 2)
    running.send_signal(signal.SIGINT)
    told = running.communicate(timeout=60)[1]
    assert running.returncode == 130
    assert re.fullmatch(r"counterclaim: interrupted after \d+ documents; .*\n", told)
    assert run("verify", "--ledger", tmp_path / "a.ledger").returncode == 0
    assert 2 < taken_in(tmp_path / "a.ledger") < 150


def taken_in(ledger: Path) -> int:
    """How many documents are in a ledger that another process is writing."""
    if not ledger.exists():
        return 0
    try:
        with closing(sqlite3.connect(ledger)) as connection:
            return int(connection.execute("SELECT count(*) FROM documents").fetchone()[0])
    except sqlite3.OperationalError:  # its tables are being made
        return 0


def wait_for(condition: Any) -> None:
    """Waits until `condition()` holds, a minute at most."""
    until = time.monotonic() + 60
    while not condition():
        assert time.monotonic() < until
        time.sleep(0.1)
