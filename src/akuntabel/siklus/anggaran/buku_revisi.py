"""Does an entry of the ledger fit? What the database refuses at last is said here first, all of it, in words."""

from collections.abc import Iterable, Iterator, Mapping

from django.core.exceptions import ValidationError

from akuntabel.core.calc.angka import format_rupiah
from akuntabel.core.fakta.anggaran import JenisRevisi, TingkatAnggaran
from akuntabel.siklus.anggaran.models import KEWENANGAN_KPA, RevisiDipa, RincianRevisi, StatusRevisi
from akuntabel.siklus.perencanaan.berlaku import daftar_kode_berlaku
from akuntabel.siklus.perencanaan.models import KodeReferensi

DAFTAR_KEWENANGAN = (
    ("DJA", "Direktorat Jenderal Anggaran"),
    ("Dit. PA", "Direktorat Pelaksanaan Anggaran"),
    ("Kanwil DJPb", "Kanwil Direktorat Jenderal Perbendaharaan"),
    (KEWENANGAN_KPA, "Kuasa Pengguna Anggaran (revisi POK)"),
)
"""Who may approve a revision (PMK 62/2023)."""

_DI_BAWAH_OUTPUT = frozenset(TingkatAnggaran) - {
    TingkatAnggaran.PROGRAM,
    TingkatAnggaran.KEGIATAN,
    TingkatAnggaran.OUTPUT,
}


def find_output(kode: str, katalog: Mapping[str, KodeReferensi]) -> str:
    """The output (KRO) that a code belongs to.

    A code that the catalogue does not know belongs to the longest known code that it begins with; a code above the
    level of outputs is its own, so that money that moves between two of them is seen.
    """
    kini = kode
    while kini not in katalog and "." in kini:
        kini = kini.rpartition(".")[0]
    dilalui: set[str] = set()
    while kini in katalog and kini not in dilalui and katalog[kini].tingkat in _DI_BAWAH_OUTPUT:
        dilalui.add(kini)
        kini = katalog[kini].induk
    return kini if kini in katalog else kode


def check_revisi(revisi: RevisiDipa) -> list[str]:
    """Everything that keeps an entry from being booked."""
    rincian = list(revisi.daftar_rincian.all())
    return [*_check_rantai(revisi), *_check_jenis(revisi, rincian), *_check_rincian(revisi, rincian)]


def require_cocok(masalah: Iterable[str]) -> None:
    """Raises ValidationError with all of them."""
    daftar = list(masalah)
    if daftar:
        raise ValidationError(daftar)


def _check_rantai(revisi: RevisiDipa) -> Iterator[str]:
    if not revisi.nomor:
        return
    sebelum = RevisiDipa.objects.filter(
        satker=revisi.satker_id, tahun=revisi.tahun, nomor=revisi.nomor - 1, status=StatusRevisi.DITETAPKAN
    ).first()
    if sebelum is None:
        yield f"Revisi nomor {revisi.nomor - 1} belum ditetapkan. Tetapkan dahulu revisi itu."
    elif sebelum.menjadi != revisi.semula:
        yield (
            f"Pagu semula tertulis {format_rupiah(revisi.semula or 0)}, diharapkan {format_rupiah(sebelum.menjadi)}, "
            f"yaitu pagu menjadi pada nomor {sebelum.nomor}."
        )


def _check_jenis(revisi: RevisiDipa, rincian: list[RincianRevisi]) -> Iterator[str]:
    if not revisi.nomor:
        return
    selisih = revisi.selisih
    if revisi.jenis == JenisRevisi.PAGU_BERUBAH:
        if not selisih:
            yield "Revisi pagu berubah, tetapi pagunya sama. Tulis rincian yang berubah, atau pilih pagu tetap."
        if revisi.kewenangan == KEWENANGAN_KPA:
            yield "Revisi oleh KPA tidak dapat mengubah pagu. Pilih kewenangan lain, atau jenis pagu tetap."
    elif selisih:
        yield (
            f"Revisi {revisi.jenis.replace('_', ' ')} mengubah pagu {format_rupiah(selisih, bertanda=True)}. "
            "Betulkan rinciannya sampai berjumlah 0, atau pilih pagu berubah."
        )
    if revisi.jenis == JenisRevisi.PAGU_TETAP and len(rincian) < 2:
        yield "Pergeseran memerlukan paling sedikit dua baris rincian: yang berkurang dan yang bertambah."


def _check_rincian(revisi: RevisiDipa, rincian: list[RincianRevisi]) -> Iterator[str]:
    if not revisi.nomor:
        return
    jumlah = sum(r.selisih for r in rincian)
    if jumlah != revisi.selisih:
        yield (
            f"Rincian berjumlah {format_rupiah(jumlah, bertanda=True)}, sedangkan pagu berubah "
            f"{format_rupiah(revisi.selisih or 0, bertanda=True)}. Lengkapi atau betulkan rinciannya."
        )
    if revisi.is_pok:
        yield from _check_pok(rincian)
    yield from _check_kode(revisi, rincian)


def _check_pok(rincian: list[RincianRevisi]) -> Iterator[str]:
    per_output: dict[tuple[str, str], int] = {}
    for r in rincian:
        kunci = (r.output, r.sumber_dana)
        per_output[kunci] = per_output.get(kunci, 0) + r.selisih
    for (output, sumber_dana), selisih in per_output.items():
        if selisih:
            yield (
                f"Revisi POK mengubah pagu output {output} {sumber_dana} {format_rupiah(selisih, bertanda=True)}. "
                "KPA hanya dapat menggeser di dalam satu output (KRO)."
            )


def _check_kode(revisi: RevisiDipa, rincian: list[RincianRevisi]) -> Iterator[str]:
    """Codes below something that the catalogue of the year knows."""
    katalog = daftar_kode_berlaku(revisi.satker, revisi.tahun)
    for r in rincian:
        if katalog and r.kode not in katalog and find_output(r.kode, katalog) == r.kode:
            yield f"Rincian {r.urut}: kode {r.kode} tidak ada dalam katalog tahun {revisi.tahun}. Betulkan kodenya."
