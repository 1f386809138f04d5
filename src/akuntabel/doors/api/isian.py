"""What programs write: text that a database can keep, figures as exact strings."""

from typing import Annotated

from ninja import Schema
from pydantic import ConfigDict, Field

TANPA_NUL = r"^[^\x00]*$"  # PostgreSQL keeps no zero byte
Teks = Annotated[str, Field(max_length=10_000, pattern=TANPA_NUL)]
TeksPendek = Annotated[str, Field(max_length=100, pattern=TANPA_NUL)]
AngkaTulis = Annotated[
    str,
    Field(pattern=r"^-?[0-9]{1,18}(\.[0-9]{1,18})?$", description="angka tepat sebagai teks, titik desimal"),
]
RupiahTulis = Annotated[str, Field(pattern=r"^-?[0-9]{1,18}$", description="rupiah bulat sebagai teks")]


class Isian(Schema):
    """What a program sends; a name that nobody knows is a mistake, not something to pass over."""

    model_config = ConfigDict(extra="forbid")
