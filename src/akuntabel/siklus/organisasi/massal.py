"""Many offices at once: parents before children whatever the order of the list, in a handful of statements."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass

from django.db.models import CharField, OuterRef, Subquery, Value
from django.db.models.functions import Cast, Concat, LPad
from django.utils.text import slugify

from akuntabel.siklus.organisasi.actions import SatkerBaru
from akuntabel.siklus.organisasi.models import LEBAR_LANGKAH, EntitasPelapor, Satker
from akuntabel.siklus.organisasi.pohon import lock_pohon

_SEKALIGUS = 500
_SEMENTARA = "sementara-"


@dataclass(frozen=True, slots=True)
class SatkerBerinduk:
    """An office and the code of its parent, "" for none."""

    isi: SatkerBaru
    induk: str


def write_satker(daftar: Sequence[SatkerBerinduk], ada: Mapping[str, Satker]) -> list[Satker]:
    """Write the offices and the entities they report for; ``ada``: parents that stand already, by code.

    Every parent is in the list or in ``ada``, and none lies below itself. Must be called inside a transaction.
    """
    lock_pohon()
    per_kode = dict(ada)
    tertulis: list[Satker] = []
    for tingkat in _per_tingkat(daftar):
        baru = Satker.objects.bulk_create(
            [
                Satker(induk=per_kode[s.induk] if s.induk else None, path=f"{_SEMENTARA}{s.isi.kode}", **asdict(s.isi))
                for s in tingkat
            ],
            batch_size=_SEKALIGUS,
        )
        _write_jalur()
        per_kode |= {s.kode: s for s in baru}
        tertulis += baru
    EntitasPelapor.objects.bulk_create(
        [EntitasPelapor(satker=s, kode=slugify(s.entitas) or "entitas", nama=s.entitas) for s in tertulis],
        batch_size=_SEKALIGUS,
    )
    return tertulis


def daftar_melingkar(induk_per_kode: Mapping[str, str]) -> set[str]:
    """The codes whose chain of parents comes back to themselves, or to others that do."""
    selesai: set[str] = set()
    melingkar: set[str] = set()
    for awal in induk_per_kode:
        jejak: dict[str, None] = {}
        kode = awal
        while kode in induk_per_kode and kode not in selesai and kode not in jejak:
            jejak[kode] = None
            kode = induk_per_kode[kode]
        if kode in jejak or kode in melingkar:
            melingkar |= jejak.keys()
        selesai |= jejak.keys()
    return melingkar


def _per_tingkat(daftar: Sequence[SatkerBerinduk]) -> Iterator[list[SatkerBerinduk]]:
    """The offices whose parents stand, then those below them, and so on."""
    per_induk: dict[str, list[SatkerBerinduk]] = {}
    dalam_daftar = {s.isi.kode for s in daftar}
    for s in daftar:
        per_induk.setdefault(s.induk if s.induk in dalam_daftar else "", []).append(s)
    tingkat = per_induk.get("", [])
    while tingkat:
        yield tingkat
        tingkat = [anak for s in tingkat for anak in per_induk.get(s.isi.kode, [])]


def _write_jalur() -> None:
    """The paths of the offices that have none yet; their parents have theirs."""
    jalur_induk = Subquery(Satker.objects.filter(pk=OuterRef("induk_id")).values("path")[:1], output_field=CharField())
    langkah = LPad(Cast("pk", CharField()), LEBAR_LANGKAH, Value("0"))
    baru = Satker.objects.filter(path__startswith=_SEMENTARA)
    baru.filter(induk=None).update(path=Concat(langkah, Value("/")))
    baru.exclude(induk=None).update(path=Concat(jalur_induk, langkah, Value("/")))
