"""Which states can have an office so called."""

from __future__ import annotations

import pytest

from counterclaim.understand.who_offices import can_have, is_held, office_in


@pytest.mark.parametrize(
    ("role", "office"),
    [
        ("caretaker Prime Minister", "prime minister"),
        ("Chancellor of the Exchequer", "chancellor of the exchequer"),
        ("deputy foreign minister", ""),
        ("presidential hopeful", ""),
        (None, ""),
    ],
)
def test_an_office_is_met_as_whole_words_the_longest_first(role: str | None, office: str) -> None:
    assert office_in(role) == office


def test_some_offices_only_few_states_have_and_some_only_few_lack() -> None:
    assert can_have("Japan", "prime minister")
    assert not can_have("United States", "prime minister")
    assert can_have("Austria", "chancellor")
    assert not can_have("Japan", "chancellor")


def test_any_state_may_have_what_no_row_names_and_a_readers_own_may_have_all() -> None:
    assert can_have("Japan", "harbour master")
    assert can_have("Norland", "chancellor")


def test_an_office_is_held_only_where_the_table_lists_the_state() -> None:
    assert is_held("Hong Kong", "Chief Executive of Hong Kong")
    assert not is_held("Kenya", "Chief Executive of Kenya Airways")
    assert not is_held("Kenya", "President of Kenya")
