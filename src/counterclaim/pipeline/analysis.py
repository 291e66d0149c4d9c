"""Takes one document through the stages, and keeps what goes wrong inside it from touching any other."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from counterclaim.claim import find_claims, find_clauses, find_statements
from counterclaim.dispute import find_disputes
from counterclaim.dispute.lost import lost_within
from counterclaim.errors import CounterclaimError, GazetteerError, WeightsError
from counterclaim.model.analysis import Analysis, Failure
from counterclaim.model.document import Document
from counterclaim.model.matter import Disputes
from counterclaim.model.reading import Reading
from counterclaim.pipeline.extractor import extractor
from counterclaim.understand import understand

# A message of an exception can hold half a text; a reason is one line for a person.
LONGEST_REASON = 200


def _unheard(stage: str) -> None:
    """Nobody asked to be told of the stages."""


def analyse(document: Document, *, entering: Callable[[str], None] = _unheard) -> Analysis:
    """
    What each stage makes of `document`; a document in a language that is not read keeps its text and has no claims.

    `entering` is told the name of each stage before it begins.
    """
    if not document.understood:
        return Analysis(document, Reading(document), (), Disputes(), extractor())
    entering("understand")
    reading = understand(document)
    entering("claim")
    claims = find_claims(reading)
    clauses = find_clauses(reading, claims)
    statements = find_statements(reading, claims, clauses)
    entering("dispute")
    disputes = find_disputes(document, claims)
    found = Analysis(document, reading, claims, disputes, extractor(), statements, clauses)
    return replace(found, lost=lost_within(found))


def attempt(document: Document) -> Analysis | Failure:
    """
    `analyse(document)`, or the failure that names the file and the stage.

    Here any exception is caught, as `read` does for a file: one article that trips a rule or the parser must not cost
    the other thousands of the run, and the failure is counted, named and shown. A gazetteer or weights that cannot be
    read are no article's fault: they raise GazetteerError or WeightsError, once and not for each of them.
    """
    entered: list[str] = []
    try:
        return analyse(document, entering=entered.append)
    except (GazetteerError, WeightsError):
        raise
    except Exception as error:  # noqa: BLE001 - see above
        return Failure(name_of(document), _reason(entered[-1] if entered else "read", error))


def name_of(document: Document) -> str:
    """What a person calls this document: its path, else its address, else its id."""
    return document.path or document.url or document.id


def _reason(stage: str, error: Exception) -> str:
    if isinstance(error, CounterclaimError):
        return f"stage {stage}: {error}"
    said = " ".join(str(error).split())[:LONGEST_REASON]
    return f"stage {stage} failed on this document ({type(error).__name__}: {said}); please report it"
