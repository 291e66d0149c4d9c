"""`counterclaim gazetteer`: adds a country dump of GeoNames, with its villages, to the index of place names."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from counterclaim.cli.options import Form, FormOption
from counterclaim.cli.terminal import out, raw
from counterclaim.publish.jsontext import one_object
from counterclaim.understand.gazetteer_index import add_dump


class Action(StrEnum):
    """What is done to the gazetteer."""

    ADD = "add"


def command(
    action: Annotated[Action, typer.Argument(help="What to do.")],
    dump: Annotated[Path, typer.Argument(help="A country dump of GeoNames: RU.zip, or RU.txt from it.")],
    form: FormOption = Form.TEXT,
) -> None:
    """Adds the villages of a country dump of GeoNames to the index of place names."""
    index, added = add_dump(dump)
    if form is Form.JSON:
        raw(one_object({"action": action.value, "dump": str(dump), "places": added, "index": str(index)}))
    else:
        out(f"{dump}: {added} places of GeoNames (CC BY 4.0); the index is {index}")
