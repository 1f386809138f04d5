"""What the public pages show, read from the tables of this app alone: from here nothing unpublished is reached.

Of a report its last public revision counts; where that one was withdrawn, the report is withdrawn.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from django.db.models import Exists, OuterRef, Q, QuerySet

from akuntabel.core.calc.jejak import Jejak, read_jejak
from akuntabel.siklus.publikasi.models import (
    AnggaranTerbit,
    DokumenTerbit,
    IndikatorTerbit,
    JenisTerbitan,
    RiwayatTerbit,
    SasaranTerbit,
    SatkerTerbit,
    StatusTerbitan,
    Terbitan,
)

BERAT = ("ringkasan", "kesimpulan_reviu", "jejak_capaian", "alasan_capaian")  # a list shows none of these


@dataclass(frozen=True, slots=True)
class IndikatorLengkap:
    """An indicator with the traces of its figures, and what the report says of it in other years."""

    isi: IndikatorTerbit
    jejak: Jejak | None
    jejak_realisasi: Jejak | None
    daftar_riwayat: tuple[RiwayatTerbit, ...]


@dataclass(frozen=True, slots=True)
class SasaranLengkap:
    """A sasaran with its indicators."""

    isi: SasaranTerbit
    jejak: Jejak | None
    daftar_indikator: tuple[IndikatorLengkap, ...]


@dataclass(frozen=True, slots=True)
class TerbitanLengkap:
    """One report with all its lines. pengganti: the later revision; daftar_lain: other reports of that office-year."""

    terbitan: Terbitan
    jejak: Jejak | None
    daftar_sasaran: tuple[SasaranLengkap, ...]
    daftar_anggaran: tuple[AnggaranTerbit, ...]
    daftar_dokumen: tuple[DokumenTerbit, ...]
    pengganti: Terbitan | None
    daftar_lain: tuple[Terbitan, ...]
    daftar_tahun: tuple[int, ...]

    @property
    def daftar_indikator(self) -> tuple[IndikatorLengkap, ...]:
        """All indicators in the order of the report."""
        return tuple(i for s in self.daftar_sasaran for i in s.daftar_indikator)

    @property
    def tanpa_nilai(self) -> tuple[IndikatorLengkap, ...]:
        """What was not measured or cannot be judged; each says why."""
        return tuple(i for i in self.daftar_indikator if not i.isi.capaian)


def daftar_publik() -> QuerySet[Terbitan]:
    """Every report that is or was public, every revision of it."""
    return Terbitan.objects.exclude(status=StatusTerbitan.DISIAPKAN)


def daftar_terkini() -> QuerySet[Terbitan]:
    """Of every report its last public revision, the withdrawn too."""
    return daftar_publik().filter(~Exists(_revisi_lain(revisi__gt=OuterRef("revisi"))))


def daftar_berlaku() -> QuerySet[Terbitan]:
    """What stands: published, not withdrawn, no later revision."""
    return daftar_terkini().filter(status=StatusTerbitan.TERBIT)


def daftar_tahunan() -> QuerySet[Terbitan]:
    """The annual reports that stand, one for each office-year."""
    return daftar_berlaku().filter(jenis=JenisTerbitan.TAHUNAN, is_utama=True)


def _revisi_lain(**syarat: object) -> QuerySet[Terbitan]:
    sama = {b: OuterRef(b) for b in ("kode_satker", "tahun", "entitas", "jenis")}
    triwulan = Q(triwulan=OuterRef("triwulan")) | Q(triwulan=None)  # of the same kind all have one, or none has
    return daftar_publik().filter(triwulan, **sama, **syarat)


def find_satker(kode: str) -> SatkerTerbit | None:
    """An office of the register; one that left it is known by what it published."""
    satker = SatkerTerbit.objects.filter(kode=kode).first()
    if satker is not None:
        return satker
    t = daftar_publik().filter(kode_satker=kode).defer(*BERAT).first()
    if t is None:
        return None
    return SatkerTerbit(
        kode=kode,
        nama=t.nama_satker,
        nama_lengkap=t.nama_lengkap,
        jenis=t.jenis_satker,
        kode_induk=t.kode_induk,
        path=t.path,
        wilayah=t.wilayah,
    )


def daftar_leluhur(satker: SatkerTerbit) -> list[SatkerTerbit]:
    """The offices above, from the top."""
    langkah = satker.path.rstrip("/").split("/")
    jalur = ["/".join(langkah[:n]) + "/" for n in range(1, len(langkah))]
    return list(SatkerTerbit.objects.filter(path__in=jalur).exclude(kode=satker.kode).order_by("path"))


def search_satker(kata: str) -> QuerySet[SatkerTerbit]:
    """Offices by name, code or region; all for no words. Every word must be found."""
    daftar = SatkerTerbit.objects.order_by("path")
    for k in kata.split():
        daftar = daftar.filter(
            Q(nama__icontains=k) | Q(nama_lengkap__icontains=k) | Q(kode__istartswith=k) | Q(wilayah=k)
        )
    return daftar


def daftar_tahun_per_satker(daftar_kode: Iterable[str]) -> dict[str, list[int]]:
    """The years of which an annual report stands, newest first, by office."""
    baris = daftar_tahunan().filter(kode_satker__in=list(daftar_kode)).order_by("kode_satker", "-tahun")
    pasangan = baris.values_list("kode_satker", "tahun")
    return {kode: [tahun for _, tahun in isi] for kode, isi in groupby(pasangan, key=lambda p: p[0])}


def daftar_milik(kode: str) -> list[Terbitan]:
    """Everything an office has or had in public, in its last revision; newest year first, its main report first."""
    urut = ("-tahun", "-is_utama", "jenis", "triwulan", "entitas")
    return list(daftar_terkini().filter(kode_satker=kode).defer(*BERAT).order_by(*urut))


def find_utama(kode: str, tahun: int) -> Terbitan | None:
    """The report by which an office-year is known: the annual one of the main entity, else what there is."""
    urut = {JenisTerbitan.TAHUNAN.value: 0, JenisTerbitan.INTERIM.value: 1, JenisTerbitan.TRIWULAN.value: 2}
    daftar = list(daftar_terkini().filter(kode_satker=kode, tahun=tahun))
    return min(
        daftar,
        key=lambda t: (urut[t.jenis], not t.is_utama, -(t.triwulan or 0), t.entitas),
        default=None,
    )


def find_terbitan(slug: str) -> Terbitan | None:
    """A report by its stable name, whatever became of it."""
    return daftar_publik().filter(slug=slug).first()


def find_pengganti(terbitan: Terbitan) -> Terbitan | None:
    """The last public revision after this one."""
    sama = {b: getattr(terbitan, b) for b in ("kode_satker", "tahun", "entitas", "jenis", "triwulan")}
    return daftar_publik().filter(**sama, revisi__gt=terbitan.revisi).defer(*BERAT).order_by("-revisi").first()


def read_terbitan(terbitan: Terbitan) -> TerbitanLengkap:
    """A report with all its lines, in seven questions."""
    indikator = list(terbitan.daftar_indikator.order_by("urut"))
    riwayat: dict[str, list[RiwayatTerbit]] = {}
    for r in terbitan.daftar_riwayat.order_by("tahun", "urut"):
        riwayat.setdefault(r.indikator, []).append(r)
    lengkap = [
        IndikatorLengkap(i, read_jejak(i.jejak), read_jejak(i.jejak_realisasi), tuple(riwayat.get(i.kode, ())))
        for i in indikator
    ]
    milik = daftar_milik(terbitan.kode_satker)
    return TerbitanLengkap(
        terbitan=terbitan,
        jejak=read_jejak(terbitan.jejak_capaian),
        daftar_sasaran=tuple(
            SasaranLengkap(s, read_jejak(s.jejak), tuple(i for i in lengkap if i.isi.sasaran == s.kode))
            for s in terbitan.daftar_sasaran.order_by("urut")
        ),
        daftar_anggaran=tuple(terbitan.daftar_anggaran.order_by("urut")),
        daftar_dokumen=tuple(terbitan.daftar_dokumen.order_by("urut")),
        pengganti=find_pengganti(terbitan),
        daftar_lain=tuple(t for t in milik if t.tahun == terbitan.tahun and t.pk != terbitan.pk),
        daftar_tahun=tuple(sorted({t.tahun for t in milik if not t.is_ditarik})),
    )


def find_sidik(sidik: str) -> tuple[Terbitan | None, list[DokumenTerbit]]:
    """What bears this SHA-256: the report whose data it names (as the QR does), or files; the newest of several."""
    dokumen = list(
        DokumenTerbit.objects.filter(sha256=sidik)
        .exclude(terbitan__status=StatusTerbitan.DISIAPKAN)
        .select_related("terbitan", "berkas")
        .order_by("-terbitan__revisi", "-terbitan")
    )
    terbitan = daftar_publik().filter(sidik=sidik).order_by("-revisi", "-pk").first()
    if terbitan is None and dokumen:
        berlaku = next((d for d in dokumen if not d.terbitan.is_ditarik), dokumen[0])
        terbitan = berlaku.terbitan
    return terbitan, dokumen


def daftar_terbaru(jumlah: int, kode: str = "") -> list[Terbitan]:
    """What was published last, of everybody or of one office."""
    daftar = daftar_berlaku().filter(kode_satker=kode) if kode else daftar_berlaku()
    return list(daftar.order_by("-terbit_pada", "-pk")[:jumlah])


def daftar_katalog() -> QuerySet[Terbitan]:
    """Everything that stands, with its files, for catalogues; newest first."""
    return daftar_berlaku().defer(*BERAT).prefetch_related("daftar_dokumen").order_by("-terbit_pada", "-pk")


def find_unduhan(sidik: str, nama: str) -> list[DokumenTerbit]:
    """The files with this SHA-256 and name; the same bytes may stand in several reports, those that stand first."""
    _, daftar = find_sidik(sidik)
    return sorted((d for d in daftar if d.nama == nama), key=lambda d: d.terbitan.is_ditarik)


@dataclass(frozen=True, slots=True)
class Peta:
    """Every page that stands: reports, offices that have any, offices with others below."""

    daftar_terbitan: tuple[Terbitan, ...]
    daftar_kode: tuple[str, ...]
    daftar_induk: tuple[str, ...]


def daftar_peta() -> Peta:
    """For those who go through all pages."""
    terbitan = tuple(daftar_berlaku().defer(*BERAT).order_by("kode_satker", "-tahun", "slug"))
    induk = SatkerTerbit.objects.exclude(kode_induk="").order_by("kode_induk").values_list("kode_induk", flat=True)
    return Peta(terbitan, tuple(sorted({t.kode_satker for t in terbitan})), tuple(induk.distinct()))
