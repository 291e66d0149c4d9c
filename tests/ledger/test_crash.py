"""Crashes and crowds: what was acknowledged is there, whoever else writes and whenever the process is killed."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

from counterclaim.ledger import Ledger

HERE = Path(__file__).parent
WRITER = """
import sys
from pathlib import Path
sys.path.insert(0, sys.argv[1])
from conftest import Story
from counterclaim.ledger import Ledger
story = Story()
first, last = int(sys.argv[3]), int(sys.argv[4])
with Ledger(Path(sys.argv[2]), create=True, clock=lambda: "2031") as ledger:
    for number in range(first, last):
        receipt = ledger.add(story.whole(title=f"Report {number} on the bridge", path=f"{number}.md"))
        print(receipt.document, flush=True)
"""
ROUNDS = 6


def writer(path: Path, first: int, last: int) -> subprocess.Popen[str]:
    """A process that adds the reports from `first` up to `last` and acknowledges each on a line."""
    command = [sys.executable, "-c", WRITER, str(HERE), str(path), str(first), str(last)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True)


def test_what_was_acknowledged_survives_a_kill_and_nothing_is_half_written(path):
    """Killed in rounds, each after one more acknowledgement, each time at once; then it goes on where it was."""
    acknowledged: set[str] = set()
    for number in range(ROUNDS):
        process = writer(path, 0, 10_000)
        assert process.stdout is not None
        for _ in range(len(acknowledged) + number % 3):
            acknowledged.add(process.stdout.readline().strip())
        process.send_signal(signal.SIGKILL)
        acknowledged |= {
            line.strip() for line in process.communicate()[0].splitlines(keepends=True) if line.endswith("\n")
        }
        if not path.exists():
            continue
        with Ledger(path, create=True) as ledger:
            assert acknowledged <= {each["id"] for each in ledger.documents()}
            report = ledger.verify()
            assert report.problems == ()
            assert report.counts["claims"] == 2 * report.counts["documents"]
    assert acknowledged


def test_the_killed_ledger_ends_up_equal_to_the_undisturbed_one(path, tmp_path):
    """The same events in the same order, bit for bit."""
    process = writer(path, 0, 10_000)
    assert process.stdout is not None
    process.stdout.readline()
    process.kill()
    process.communicate()
    with Ledger(path) as ledger:
        stored = ledger.verify().counts["documents"]
    whole = tmp_path / "whole.db"
    for each, last in ((path, stored + 2), (whole, stored + 2)):
        assert writer(each, 0, last).wait() == 0

    with Ledger(path) as one, Ledger(whole) as other:
        assert list(one.events()) == list(other.events())


def test_writers_beside_each_other_lose_nothing(path):
    """Two processes, one file, one after the other for each document."""
    processes = [writer(path, 0, 25), writer(path, 20, 45)]

    printed = [process.communicate()[0].split() for process in processes]

    assert [process.returncode for process in processes] == [0, 0]
    with Ledger(path) as ledger:
        assert {each["id"] for each in ledger.documents()} == {line for lines in printed for line in lines}
        report = ledger.verify()
    assert report.problems == ()
    assert report.counts["documents"] == 45
