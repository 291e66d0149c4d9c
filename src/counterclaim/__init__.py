"""The public face: read, understand, find_claims, find_disputes, analyse, Ledger, and the nouns they speak in."""

from __future__ import annotations

import sys
from importlib import import_module
from importlib.metadata import version
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from counterclaim.claim import find_claims as find_claims
    from counterclaim.dispute import connect as connect
    from counterclaim.dispute import find_disputes as find_disputes
    from counterclaim.dispute import join as join
    from counterclaim.errors import CounterclaimError as CounterclaimError
    from counterclaim.explain import explain as explain
    from counterclaim.ledger import Hit as Hit
    from counterclaim.ledger import Ledger as Ledger
    from counterclaim.ledger import Receipt as Receipt
    from counterclaim.ledger import Record as Record
    from counterclaim.ledger import Report as Report
    from counterclaim.model.analysis import Analysis as Analysis
    from counterclaim.model.analysis import Failure as Failure
    from counterclaim.model.claim import Act as Act
    from counterclaim.model.claim import Attribution as Attribution
    from counterclaim.model.claim import Certainty as Certainty
    from counterclaim.model.claim import Claim as Claim
    from counterclaim.model.claim import Form as Form
    from counterclaim.model.claim import Frame as Frame
    from counterclaim.model.document import Document as Document
    from counterclaim.model.document import Part as Part
    from counterclaim.model.matter import Basis as Basis
    from counterclaim.model.matter import Disputes as Disputes
    from counterclaim.model.matter import Link as Link
    from counterclaim.model.matter import LinkKind as LinkKind
    from counterclaim.model.matter import Matter as Matter
    from counterclaim.model.matter import Position as Position
    from counterclaim.model.matter import Status as Status
    from counterclaim.model.place import Place as Place
    from counterclaim.model.quantity import Quantity as Quantity
    from counterclaim.model.reading import Reading as Reading
    from counterclaim.model.record import answer_record as answer_record
    from counterclaim.model.span import Span as Span
    from counterclaim.model.speaker import Speaker as Speaker
    from counterclaim.model.when import Time as Time
    from counterclaim.pipeline import Outcome as Outcome
    from counterclaim.pipeline import analyse as analyse
    from counterclaim.pipeline import analyse_all as analyse_all
    from counterclaim.pipeline import count_files as count_files
    from counterclaim.pipeline import record as record
    from counterclaim.publish import export as export
    from counterclaim.publish.site.publish import publish as publish
    from counterclaim.read import read as read
    from counterclaim.understand import understand as understand

__version__ = version("counterclaim")

# Name -> module. Each is imported when it is first asked for, so that `import counterclaim` costs nothing: the parser
# alone takes more than a second.
_HOMES = {
    "read": "read",
    "understand": "understand",
    "find_claims": "claim",
    "find_disputes": "dispute",
    "connect": "dispute",
    "join": "dispute",
    "Ledger": "ledger",
    "Hit": "ledger",
    "Receipt": "ledger",
    "Record": "ledger",
    "Report": "ledger",
    "analyse": "pipeline",
    "analyse_all": "pipeline",
    "count_files": "pipeline",
    "record": "pipeline",
    "Outcome": "pipeline",
    "explain": "explain",
    "export": "publish",
    "publish": "publish.site.publish",
    "CounterclaimError": "errors",
    "Analysis": "model.analysis",
    "Failure": "model.analysis",
    "Act": "model.claim",
    "Attribution": "model.claim",
    "Certainty": "model.claim",
    "Claim": "model.claim",
    "Form": "model.claim",
    "Frame": "model.claim",
    "Document": "model.document",
    "Part": "model.document",
    "Basis": "model.matter",
    "Disputes": "model.matter",
    "Link": "model.matter",
    "LinkKind": "model.matter",
    "Matter": "model.matter",
    "Position": "model.matter",
    "Status": "model.matter",
    "Place": "model.place",
    "Quantity": "model.quantity",
    "Reading": "model.reading",
    "answer_record": "model.record",
    "Span": "model.span",
    "Speaker": "model.speaker",
    "Time": "model.when",
}

__all__ = ["__version__", *_HOMES]  # noqa: PLE0604 - the keys are strings


class _Face(ModuleType):
    """This package: `counterclaim.read` is the verb, though the stage behind it is a package of the same name."""

    def __setattr__(self, name: str, value: object) -> None:
        """The import system sets each loaded submodule here; where a verb has its name, the verb stays."""
        if not (isinstance(value, ModuleType) and name in _HOMES):
            super().__setattr__(name, value)


def __getattr__(name: str) -> object:
    """The verb or noun `name`, imported now."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    found = getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
    globals()[name] = found
    return found


sys.modules[__name__].__class__ = _Face
