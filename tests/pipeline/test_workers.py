"""Work is spread over processes, its results come in order, and a process that dies costs one item."""

from __future__ import annotations

import os
import time

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
