"""Reading the YAML of the regulations. Numbers and dates stay text until :mod:`.entri` says what they are."""

from collections.abc import Hashable, Iterable
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

import yaml


class RegulasiTidakDikenal(LookupError):  # noqa: N818 — named as the reader of the message knows it
    """A name that no file of regulations bears. The message lists those that there are."""

    def __init__(self, jenis: str, nama: str, dikenal: Iterable[str]) -> None:
        super().__init__(f"{jenis} “{nama}” tidak dikenal. Yang ada: {', '.join(sorted(dikenal))}.")


class DataRegulasiRusakError(ValueError):
    """A file of regulations that does not say what it must."""

    def __init__(self, letak: str, tertulis: str, diharapkan: str) -> None:
        super().__init__(f"{letak}: tertulis {tertulis}, diharapkan {diharapkan}. Betulkan berkas itu.")


class _Pemuat(yaml.CSafeLoader):
    """A loader that makes no float, int, bool or date: 77.5 stays "77.5". Only null is not text."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Hashable, object]:
        """A mapping; the same key twice is an error, for YAML would silently keep the last."""
        kunci = [simpul.value for simpul, _ in node.value]
        ganda = sorted({k for k in kunci if kunci.count(k) > 1})
        if ganda:
            raise yaml.MarkedYAMLError(problem=f"“{ganda[0]}” dua kali", problem_mark=node.start_mark)
        return super().construct_mapping(node, deep)


# A dictionary of its own: the inherited one is shared with every other loader and dumper of the process.
_Pemuat.yaml_implicit_resolvers = {
    awal: [(label, pola) for label, pola in aturan if label == "tag:yaml.org,2002:null"]
    for awal, aturan in yaml.CSafeLoader.yaml_implicit_resolvers.items()
}


@cache
def read_data(jalur: str, data_dir: Path | None = None) -> object:
    """The content of a file below ``data/`` (or of an agency's own folder): mappings, lists, text and None."""
    teks = _akar(data_dir).joinpath(*jalur.split("/")).read_text("utf-8")
    try:
        return yaml.load(teks, Loader=_Pemuat)  # noqa: S506 — a SafeLoader that resolves fewer types
    except yaml.MarkedYAMLError as galat:
        baris = galat.problem_mark.line + 1 if galat.problem_mark else 1
        raise DataRegulasiRusakError(f"{jalur} baris {baris}", str(galat.problem), "YAML yang sah") from galat


@cache
def daftar_berkas(folder: str, data_dir: Path | None = None) -> tuple[str, ...]:
    """Names of the files of a folder below ``data/``, without suffix."""
    isi = _akar(data_dir).joinpath(folder)
    if not isi.is_dir():
        return ()
    return tuple(sorted(b.name.removesuffix(".yaml") for b in isi.iterdir() if b.name.endswith(".yaml")))


def _akar(data_dir: Path | None) -> Path | Traversable:
    return data_dir if data_dir is not None else files("akuntabel.core.regulasi").joinpath("data")
