"""Spreads work over processes, gives the results in the order of the items, and survives a process that dies."""

from __future__ import annotations

import gc
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing import get_context, parent_process
from typing import Generic, TypeVar

from counterclaim.errors import CounterclaimError

Item = TypeVar("Item")
Result = TypeVar("Result")

# A script without that line is run anew by each process that it starts, and dies of wanting to start processes.
UNSTARTED = (
    "no second process could be started: each one died before it had done anything; in a script of your own put the "
    'call below `if __name__ == "__main__":`, or work with one process (jobs=1)'
)

# Items handed out for each process beyond the one it works on: enough that a slow article does not leave the other
# process idle, few enough that memory stays small and that a process that dies puts few articles under suspicion.
AHEAD = 4


@contextmanager
def _interrupts_held() -> Iterator[None]:
    """Processes started inside are deaf to Ctrl-C from their first moment; here it is heard when this is left."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _begin(prepare: Callable[[], object]) -> None:
    """
    Makes a process ready. Ctrl-C reaches every process of the terminal; only the parent may act on it.

    What `prepare` loads stays for as long as the process does, so that the garbage collector need not go through it
    again and again: that took a tenth of the time of an article.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    prepare()
    gc.collect()
    gc.freeze()


def _nothing() -> None:
    """There is nothing to do."""


def _end_with_parent() -> None:
    """A parent that is killed tells its processes nothing: without a look at it they would wait for work for ever."""
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


class _Workers(Generic[Item, Result]):
    """A pool that is made anew when one of its processes dies."""

    def __init__(self, work: Callable[[Item], Result], jobs: int, prepare: Callable[[], object]) -> None:
        self._work, self._jobs, self._prepare = work, jobs, prepare
        self._many = self._pool(jobs)
        self._alone: ProcessPoolExecutor | None = None
        self._worked = False

    def _pool(self, jobs: int) -> ProcessPoolExecutor:
        # Spawned, not forked: the same on every system, and safe beside the thread that draws the progress bar.
        spawn = get_context("spawn")
        return ProcessPoolExecutor(jobs, mp_context=spawn, initializer=_begin, initargs=(self._prepare,))

    def submit(self, item: Item) -> Future[Result]:
        """Hands `item` out."""
        try:
            return self._handed(self._many, item)
        except BrokenProcessPool:
            self._check_start()
            self._many.shutdown(wait=False)
            self._many = self._pool(self._jobs)
            return self._handed(self._many, item)

    def _handed(self, pool: ProcessPoolExecutor, item: Item) -> Future[Result]:
        with _interrupts_held():
            return pool.submit(self._work, item)

    def result(self, item: Item, future: Future[Result]) -> Result | None:
        """The result; None where the process died of this item, which is tried again alone to tell it from others."""
        try:
            result = future.result()
        except BrokenProcessPool:
            self._check_start()
            return self._result_alone(item)
        self._worked = True
        return result

    def _check_start(self) -> None:
        """Raises CounterclaimError where processes die of their start: one that has nothing to do dies as well."""
        if self._worked:
            return
        with self._pool(1) as trial:
            try:
                trial.submit(_nothing).result()
            except BrokenProcessPool:
                raise CounterclaimError(UNSTARTED) from None
        self._worked = True

    def _result_alone(self, item: Item) -> Result | None:
        self._alone = self._alone or self._pool(1)
        try:
            return self._handed(self._alone, item).result()
        except BrokenProcessPool:
            self._alone.shutdown(wait=False)
            self._alone = None
            return None

    def close(self) -> None:
        """Lets the processes go, and what was not begun with them."""
        for pool in (self._many, self._alone):
            if pool is not None:
                pool.shutdown(wait=False, cancel_futures=True)


def in_order(
    work: Callable[[Item], Result],
    items: Iterable[Item],
    *,
    jobs: int,
    lost: Callable[[Item], Result],
    prepare: Callable[[], object] = _nothing,
) -> Iterator[Result]:
    """
    `work(item)` for each item, in the order of the items, done by `jobs` processes.

    `work`, `prepare` and the items must be picklable; each process calls `prepare` before its first item. `lost(item)`
    stands in for the result of an item whose process died. Raises CounterclaimError where no process can be started.
    """
    workers: _Workers[Item, Result] = _Workers(work, jobs, prepare)
    waiting: deque[tuple[Item, Future[Result]]] = deque()

    def first() -> Result:
        item, future = waiting.popleft()
        result = workers.result(item, future)
        return lost(item) if result is None else result

    try:
        for item in items:
            waiting.append((item, workers.submit(item)))
            if len(waiting) > jobs * AHEAD:
                yield first()
        while waiting:
            yield first()
    finally:
        workers.close()
