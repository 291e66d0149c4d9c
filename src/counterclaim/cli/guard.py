"""Turns what goes wrong in a command into one line on stderr and an exit code; 0 ok, 1 partial, 2 usage."""

from __future__ import annotations

import functools
import os
import signal
import sys
import threading
from collections.abc import Callable
from typing import ParamSpec

import typer

from counterclaim.cli.terminal import err
from counterclaim.errors import CounterclaimError

Given = ParamSpec("Given")

PARTIAL = 1
# What a shell reports for a process that died of the signal: 128 and its number.
INTERRUPTED = 130
PIPE_CLOSED = 141
# Standard input, output and error have the numbers 0 to 2.
STREAMS = 2


def guarded(command: Callable[Given, None]) -> Callable[Given, None]:
    """`command`, with the mistakes we can name told in one line; anything else is a fault of ours, shown whole."""

    @functools.wraps(command)
    def run(*args: Given.args, **kwargs: Given.kwargs) -> None:
        try:
            hear_interrupts()
            command(*args, **kwargs)
            sys.stdout.flush()
        except BrokenPipeError:
            raise typer.Exit(hang_up()) from None
        except (CounterclaimError, OSError) as error:
            err(line_of(error))
            give_up_what_cannot_be_written()
            raise typer.Exit(PARTIAL) from None
        except KeyboardInterrupt as interrupt:
            err(str(interrupt) or "interrupted")
            raise typer.Exit(INTERRUPTED) from None

    return run


def line_of(error: CounterclaimError | OSError) -> str:
    """What went wrong, in one line."""
    if isinstance(error, OSError) and error.strerror:
        # Files are told by name; what has none is the stream that the answer goes to.
        return f"{error.filename or 'standard output'}: {error.strerror}"
    return str(error)


def give_up_what_cannot_be_written() -> None:
    """Where the disk is full, what is still in the buffer goes nowhere: Python would try again at its end, and fail."""
    try:
        sys.stdout.flush()
    except OSError:
        hang_up()


def hang_up() -> int:
    """Nobody reads on (`| head`): what is still in the buffer goes nowhere, so that Python's own flush is quiet."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    return PIPE_CLOSED


def be_quiet_when_interrupted() -> None:
    """Until a command runs, Ctrl-C ends the process as it does any other: there is nothing yet to tell or to keep."""
    if threading.current_thread() is threading.main_thread():
        signal.signal(signal.SIGINT, signal.SIG_DFL)


def hear_interrupts() -> None:
    """From here on Ctrl-C is a KeyboardInterrupt, so that a command can say how far it came."""
    if threading.current_thread() is threading.main_thread() and signal.getsignal(signal.SIGINT) is signal.SIG_DFL:
        signal.signal(signal.SIGINT, signal.default_int_handler)


def open_streams() -> None:
    """
    Gives a process that was started with closed streams some that lead nowhere.

    Otherwise the ledger, opened next, would take the number of standard output, and what is printed would go into it.
    """
    while (nowhere := os.open(os.devnull, os.O_RDWR)) <= STREAMS:
        os.set_inheritable(nowhere, True)
    os.close(nowhere)
    sys.stdout = sys.stdout or open(1, "w", encoding="utf-8")  # noqa: SIM115 - to the end of the process
    sys.stderr = sys.stderr or open(2, "w", encoding="utf-8")  # noqa: SIM115
