"""Lets `python -m counterclaim` do what the `counterclaim` command does."""

from __future__ import annotations

import os
import signal

# Before numpy is loaded: its products are small, and documents are spread over processes. A second thread in each of
# them would only wait, and cost a third of the time of an article in CPU.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

if __name__ == "__main__":
    # Before anything is loaded: Ctrl-C in the first second ends it without a word, not with a traceback.
    signal.signal(signal.SIGINT, signal.SIG_DFL)

from counterclaim.cli import main

if __name__ == "__main__":
    main()
