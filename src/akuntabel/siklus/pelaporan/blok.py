"""Which texts a report has, what each may say, and what is wrong with one that says something else."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from django.core.exceptions import ValidationError

from akuntabel.core.compose.lkj import compose_lkj_layar
from akuntabel.core.fakta.fakta_tahun import FaktaTahun
from akuntabel.core.fakta.hasil import HasilTahun
from akuntabel.core.fakta.narasi import daftar_nama_narasi, split_nama_narasi
from akuntabel.core.fakta.slot import POLA_SLOT, SlotTidakDikenalError, resolve_slot
from akuntabel.core.naskah.markdown import check_markdown
from akuntabel.core.naskah.model import Gambar, Tabel
from akuntabel.siklus.pelaporan.models import LaporanKinerja

BLOK_TRIWULAN = ("pengantar-triwulan", "hambatan-triwulan", "simpulan-triwulan")
RUJUKAN = ("tabel", "gambar")
TIDAK_WAJIB = frozenset({"ikhtisar", "hibah", "revisi-anggaran"})


def daftar_nama_blok(laporan: LaporanKinerja, fakta: FaktaTahun) -> tuple[str, ...]:
    """Every text of this report: those of the chapters, or the three of a quarter."""
    return daftar_nama_narasi(fakta) if laporan.is_tahunan else BLOK_TRIWULAN


def is_wajib(nama: str, hasil: HasilTahun) -> bool:
    """Whether a report is not whole without this text. Others may be added to what the facts say by themselves.

    Causes are due of what was measured, solutions of what was not reached (PermenPANRB 53/2014, lampiran II).
    """
    awalan, kode = split_nama_narasi(nama)
    if not kode:
        return nama not in TIDAK_WAJIB
    indikator = hasil.find_indikator(kode) if awalan in ("sebab", "solusi") else None
    if indikator is None or not indikator.capaian.terbatas.is_counted:
        return False
    return awalan == "sebab" or indikator.capaian.is_tercapai is False


def require_isi(laporan: LaporanKinerja, nama: str, isi: str, hasil: HasilTahun) -> None:
    """Raises ValidationError for a text that the report does not have, or with everything that is wrong in it."""
    if nama not in daftar_nama_blok(laporan, hasil.fakta):
        raise ValidationError(f"{laporan} tidak memuat teks bernama “{nama}”.")
    galat = [ValidationError(pesan) for pesan in check_isi(laporan, isi, hasil)]
    if galat:
        raise ValidationError({"isi": galat})


def check_isi(laporan: LaporanKinerja, isi: str, hasil: HasilTahun) -> Iterator[str]:
    """Every mark that a narrative may not use and every slot that names nothing: where, what, and what to do."""
    for nomor, pesan in check_markdown(isi):
        yield f"Baris {nomor}: {pesan}"
    dikenal: Sequence[str] | None = None
    for slot in POLA_SLOT.finditer(isi):
        nomor = isi.count("\n", 0, slot.start()) + 1
        awal = f"Baris {nomor}: tertulis “{slot.group(0)}”, "
        if not laporan.is_tahunan:
            yield f"{awal}diharapkan kalimat biasa. Teks laporan triwulan tidak memuat slot; angkanya ada pada tabel."
            continue
        kepala, _, sisa = slot.group(1).partition(".")
        if kepala in RUJUKAN:
            dikenal = daftar_rujukan(hasil) if dikenal is None else dikenal
            if f"{kepala}.{sisa}" not in dikenal:
                yield f"{awal}diharapkan id {kepala} yang ada dalam laporan. Pilih dari daftar slot."
            continue
        try:
            resolve_slot(hasil, slot.group(1))
        except SlotTidakDikenalError as galat:
            yield f"{awal}diharapkan {galat.diharapkan}. Pilih dari daftar slot."


def daftar_rujukan(hasil: HasilTahun) -> list[str]:
    """What a text may refer to, as slots: ``tabel.tabel-rekap``. The document is composed without texts for it."""
    return [slot for slot, _ in daftar_judul_rujukan(hasil)]


def daftar_judul_rujukan(hasil: HasilTahun) -> list[tuple[str, str]]:
    """The same with their captions."""
    naskah = compose_lkj_layar(with_narasi(hasil, {}))
    return [
        (f"{'tabel' if isinstance(b, Tabel) else 'gambar'}.{b.id}", b.caption or b.judul)
        for bab in naskah.bab
        for b in bab.isi
        if isinstance(b, Tabel | Gambar)
    ]


def with_narasi(hasil: HasilTahun, narasi: Mapping[str, str]) -> HasilTahun:
    """The same figures with other words; nothing has to be computed again."""
    return replace(hasil, fakta=replace(hasil.fakta, narasi=narasi))
