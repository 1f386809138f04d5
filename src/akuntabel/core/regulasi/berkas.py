"""Reading the YAML of the regulations. Numbers stay text until someone says that they are Decimal or int."""

from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import Any

import yaml


class RegulasiTidakDikenal(LookupError):  # noqa: N818 — named as the reader of the message knows it
    """A name that no file of regulations bears. The message lists those that there are."""

    def __init__(self, jenis: str, nama: str, dikenal: Iterable[str]) -> None:
        super().__init__(f"{jenis} “{nama}” tidak dikenal. Yang ada: {', '.join(sorted(dikenal))}.")


_TETAP = ("tag:yaml.org,2002:null", "tag:yaml.org,2002:merge")


class _Pemuat(yaml.CSafeLoader):
    """A loader that makes no float and no int: 77.5 stays "77.5"."""


# A dictionary of its own: the inherited one is shared with every other loader and dumper of the process.
_Pemuat.yaml_implicit_resolvers = {
    awal: [(label, pola) for label, pola in aturan if label in _TETAP]
    for awal, aturan in yaml.CSafeLoader.yaml_implicit_resolvers.items()
}


@cache
def read_data(jalur: str) -> Any:
    """The content of a file below ``data/``: mappings, lists, text and None."""
    teks = files("akuntabel.core.regulasi").joinpath("data", *jalur.split("/")).read_text("utf-8")
    return yaml.load(teks, Loader=_Pemuat)  # noqa: S506 — a SafeLoader that resolves fewer types


def daftar_berkas(folder: str) -> tuple[str, ...]:
    """Names of the files of a folder below ``data/``, without suffix."""
    isi = files("akuntabel.core.regulasi").joinpath("data", folder).iterdir()
    return tuple(sorted(b.name.removesuffix(".yaml") for b in isi if b.name.endswith(".yaml")))
