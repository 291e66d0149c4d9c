"""The gate: a claim waits for a release where it names a person without a public role beside a wrong."""

from __future__ import annotations

from typing import Any

from counterclaim.publish.release import names_held, needs_release


def accusing(*accused: tuple[str, bool], **rest: Any) -> dict[str, Any]:
    """A claim's record with these accused."""
    people = [{"name": name, "role": None, "public": public, "because": "made by hand"} for name, public in accused]
    return {"id": "c1", "accused": people, **rest}


def test_a_claim_waits_while_one_it_accuses_has_no_public_role() -> None:
    """One is enough; nobody and public ones alone are let through."""
    assert not needs_release(accusing())
    assert not needs_release(accusing(("Ada Birk", True)))
    assert needs_release(accusing(("Jon Teles", False)))
    assert needs_release(accusing(("Ada Birk", True), ("Jon Teles", False)))


def test_a_release_lets_it_through() -> None:
    """And a release that no longer holds does not."""
    assert not needs_release(accusing(("Jon Teles", False), released=True))
    assert needs_release(accusing(("Jon Teles", False), released=False))


def test_a_record_from_before_the_gate_waits() -> None:
    """Nobody looked whom it accuses."""
    assert needs_release({"id": "c1"})
    assert names_held([{"id": "c1"}]) == ()


def test_the_names_held_are_those_of_private_persons_in_claims_that_wait() -> None:
    """Whole and as titles call them; whoever was released or has a public role is not among them."""
    claims = [
        accusing(("Jon Teles", False), ("Ada Birk", True)),
        accusing(("Jon Teles", False)),
        accusing(("Mia Holm Jr.", False)),
        accusing(("Rui Ost", False), released=True),
        accusing(("Orrin", False)),
    ]
    assert names_held(claims) == ("Jon Teles", "Teles", "Mia Holm Jr.", "Holm", "Orrin")
