"""Work is spread over processes, its results come in order, and a process that dies costs one item."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from counterclaim.pipeline.workers import in_order

# Each process that is started loads the parser.
pytestmark = pytest.mark.model

DEADLY = 7


def square(number: int) -> int:
    """Later numbers are done sooner, so that order is not an accident."""
    time.sleep(0.002 * (20 - number % 20))
    return number * number


def deadly(number: int) -> int:
    """One number kills the process that works on it, as the kernel does when memory is short."""
    if number == DEADLY:
        os._exit(9)
    return number * number


def lost(number: int) -> int:
    """What stands in for the result of a number whose process died."""
    return -number


def test_results_come_in_the_order_of_the_items() -> None:
    """Two processes and forty items that take different times."""
    assert list(in_order(square, range(40), jobs=2, lost=lost)) == [n * n for n in range(40)]


def test_a_process_that_dies_costs_one_item() -> None:
    """The item that kills is lost and named; all before and after it have their results."""
    found = list(in_order(deadly, range(20), jobs=2, lost=lost))
    assert found == [-n if n == DEADLY else n * n for n in range(20)]


def test_items_are_taken_no_further_ahead_than_needed() -> None:
    """A long list is not read into memory: what is handed out stays bounded."""
    taken: list[int] = []

    def items() -> object:
        for number in range(100):
            taken.append(number)
            yield number

    results = in_order(square, items(), jobs=2, lost=lost)
    next(results)
    assert len(taken) < 20
    results.close()


PARENT = """
import sys
from pathlib import Path
sys.path.insert(0, {here!r})
import test_workers
from counterclaim.pipeline.workers import in_order
if __name__ == "__main__":
    for number in in_order(test_workers.named, range(1000), jobs=2, lost=test_workers.lost):
        print(number, flush=True)
"""


def named(_: int) -> int:
    """The process that does the work."""
    time.sleep(0.01)
    return os.getpid()


def alive(process: int) -> bool:
    """Whether there is such a process; one that has ended and waits to be collected is none."""
    try:
        return Path(f"/proc/{process}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="reads /proc")
def test_processes_end_with_a_parent_that_is_killed(tmp_path: Path) -> None:
    """Nothing that holds the parser is left behind after `kill -9`."""
    script = tmp_path / "parent.py"
    script.write_text(PARENT.format(here=str(Path(__file__).parent)), encoding="utf-8")
    parent = subprocess.Popen([sys.executable, str(script)], stdout=subprocess.PIPE, text=True)
    assert parent.stdout is not None
    workers = {int(parent.stdout.readline()) for _ in range(20)}
    parent.kill()
    parent.wait()
    until = time.monotonic() + 10
    while any(map(alive, workers)) and time.monotonic() < until:
        time.sleep(0.05)
    assert not any(map(alive, workers))


def test_a_script_that_cannot_start_processes_is_told_once_what_to_do(tmp_path: Path) -> None:
    """Without the line that keeps a started process from running the script anew, no process gets as far as to work."""
    script = tmp_path / "script.py"
    script.write_text(
        "from counterclaim.pipeline.workers import in_order\nprint(list(in_order(abs, range(40), jobs=2, lost=abs)))\n"
    )
    done = subprocess.run([sys.executable, str(script)], capture_output=True, text=True, check=False, timeout=60)
    assert done.returncode == 1
    assert done.stderr.splitlines()[-1].startswith("counterclaim.errors.CounterclaimError: no second process could be")
    assert done.stderr.count("bootstrapping phase") <= 2 + 1
