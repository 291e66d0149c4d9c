"""Lets `python -m counterclaim` do what the `counterclaim` command does."""

from __future__ import annotations

import signal

if __name__ == "__main__":
    # Before anything is loaded: Ctrl-C in the first second ends it without a word, not with a traceback.
    signal.signal(signal.SIGINT, signal.SIG_DFL)

from counterclaim.cli import main

if __name__ == "__main__":
    main()
