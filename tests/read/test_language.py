"""The language is told where there is text enough, and a text that is not English is kept and not understood."""

from __future__ import annotations

from pathlib import Path

import pytest

from read_made import one, post

SPANISH = (
    "El ministerio dijo el lunes que el puerto del norte quedará cerrado hasta el final del mes, y que los barcos"
    " tendrán que esperar fuera de la bahía hasta que se levante la orden."
)


@pytest.mark.parametrize(
    ("text", "language", "understood"),
    [
        ("The ministry said on Monday that the northern port would stay shut until the end of the month.", "en", True),
        (SPANISH, "es", False),
        ("Порт закрыт до конца месяца, сообщило министерство.", "ru", False),
        ("港口将关闭到月底，该部周一表示。", "zh", False),
        ("Westhaven Oldtown", None, True),
        ("12345", None, True),
    ],
)
def test_the_language_is_told_from_the_text(tmp_path: Path, text: str, language: str | None, understood: bool) -> None:
    """A few names have none."""
    document = one(tmp_path, "a.txt", text)
    assert (document.language, document.understood, document.text) == (language, understood, text)


def test_a_short_text_is_in_the_language_its_source_names(tmp_path: Path) -> None:
    """The front matter decides only where the text does not."""
    assert one(tmp_path, "a.md", post("Puerto cerrado.", lang="es-ES")).understood is False
    assert one(tmp_path, "b.md", post(SPANISH, lang="en")).language == "es"


def test_the_body_decides_and_not_the_title(tmp_path: Path) -> None:
    """A headline in English over a Spanish body does not make it English."""
    assert one(tmp_path, "a.md", post(SPANISH, title="The port will stay shut until the end of May")).language == "es"
