"""What a person has to do in an office this year: drawn from the states of things and the roles of the person."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import reverse

from akuntabel.doors.web.beranda_bacaan import TahunKerja
from akuntabel.doors.web.ruang import Ruang
from akuntabel.platform.kueri import KueriTetap
from akuntabel.siklus.organisasi.models import Satker
from akuntabel.siklus.perencanaan.models import Renstra, StatusRencana, StatusRenstra
from akuntabel.siklus.perjanjian.models import PerjanjianKinerja, StatusPerjanjian, StatusRencanaAksi
from akuntabel.siklus.perjanjian.pemicu import daftar_pemicu_per_perjanjian
from akuntabel.siklus.perjanjian.tanda_tangan.menunggu import daftar_menunggu_kedua


@dataclass(frozen=True, slots=True)
class Pekerjaan:
    """Something that this person can do now."""

    teks: str
    keterangan: str
    alamat: str
    ikon: str = "arrow-right"


def daftar_pekerjaan_rencana(kerja: TahunKerja) -> Iterator[Pekerjaan]:
    """Plan, agreement, rencana aksi, in the order of the cycle."""
    yield from _perencanaan(kerja)
    yield from _perjanjian(kerja.ruang, kerja.renstra, list(kerja.daftar_perjanjian))
    yield from _pihak_kedua(kerja.ruang)
    yield from _rencana_aksi(kerja)


def _perencanaan(kerja: TahunKerja) -> Iterator[Pekerjaan]:
    ruang, rkt = kerja.ruang, kerja.rkt
    kode, tahun = ruang.satker.kode, ruang.tahun
    if ruang.is_perencana and kerja.renstra is None:
        alamat = reverse("renstra", args=(kode,))
        yield Pekerjaan("Isi atau adopsi Renstra", f"Belum ada Renstra yang berlaku untuk {tahun}.", alamat)
    if ruang.is_pimpinan:
        for r in _RENSTRA_DIAJUKAN(ruang.satker.pk):
            r.satker = ruang.satker
            yield Pekerjaan(f"Tetapkan atau kembalikan {r}", "Sudah diajukan.", reverse("renstra", args=(kode,)))
        if rkt is not None and rkt.status == StatusRencana.DIAJUKAN.value:
            rkt.satker = ruang.satker
            yield Pekerjaan(f"Tetapkan atau kembalikan {rkt}", "Sudah diajukan.", reverse("rkt", args=(kode, tahun)))


def _perjanjian(ruang: Ruang, renstra: Renstra | None, daftar: list[PerjanjianKinerja]) -> Iterator[Pekerjaan]:
    kode, tahun = ruang.satker.kode, ruang.tahun
    if ruang.is_perencana and renstra is not None and not daftar:
        yield Pekerjaan(
            f"Susun Perjanjian Kinerja {tahun}",
            "Targetnya diambil dari rencana yang berlaku; Anda tinggal memeriksa.",
            reverse("perjanjian_baru", args=(kode, tahun)),
        )
    pemicu = daftar_pemicu_per_perjanjian(daftar) if ruang.is_perencana else {}
    for p in daftar:
        alamat = reverse("perjanjian_rinci", args=(kode, tahun, p.pk))
        pihak = f"Pihak pertama: {p.pihak_pertama.sebutan}"
        if ruang.is_perencana and p.status == StatusPerjanjian.DISUSUN.value:
            yield Pekerjaan(f"Lengkapi dan ajukan {p}", pihak, alamat)
        if ruang.is_pimpinan and p.status == StatusPerjanjian.DIAJUKAN.value:
            yield Pekerjaan(f"Setujui atau kembalikan {p}", pihak, alamat)
        if ruang.is_pimpinan and p.status == StatusPerjanjian.DISETUJUI.value:
            yield Pekerjaan(f"Tandatangani {p}", pihak, alamat, "signature")
        for sebab in pemicu.get(p.pk, ()):
            yield Pekerjaan(f"Revisi {p}", sebab.pesan, alamat, "alert-triangle")


def _pihak_kedua(ruang: Ruang) -> Iterator[Pekerjaan]:
    """The offices below wait for the second signature."""
    jumlah = len(_MENUNGGU_KEDUA.rows(ruang.satker.pk, ruang.tahun)) if ruang.is_pimpinan else 0
    if jumlah:
        alamat = reverse("tanda_tangan_menunggu", args=(ruang.satker.kode, ruang.tahun))
        teks = f"Tandatangani {jumlah} perjanjian satker di bawah"
        yield Pekerjaan(teks, "Pihak pertama sudah menandatangani; Anda pihak kedua.", alamat, "signature")


def _rencana_aksi(kerja: TahunKerja) -> Iterator[Pekerjaan]:
    ruang = kerja.ruang
    alamat = reverse("rencana_aksi", args=(ruang.satker.kode, ruang.tahun))
    ada = {r.perjanjian_id: r for r in kerja.daftar_rencana_aksi}  # by revision: the last one stays
    for p in kerja.daftar_tertanda:
        aksi = ada.get(p.pk)
        pihak = f"Pihak pertama: {p.pihak_pertama.sebutan}"
        if ruang.is_perencana and aksi is None:
            yield Pekerjaan(f"Susun rencana aksi {ruang.tahun}", f"Target per triwulan. {pihak}", alamat)
        if ruang.is_perencana and aksi is not None and aksi.status == StatusRencanaAksi.DISUSUN.value:
            yield Pekerjaan(f"Lengkapi dan ajukan rencana aksi {ruang.tahun}", pihak, alamat)
        if ruang.is_pimpinan and aksi is not None and aksi.status == StatusRencanaAksi.DIAJUKAN.value:
            yield Pekerjaan(f"Setujui atau kembalikan rencana aksi {ruang.tahun}", pihak, alamat)


_RENSTRA_DIAJUKAN = KueriTetap(
    lambda satker: Renstra.objects.filter(satker=satker, status=StatusRenstra.DIAJUKAN.value), 1
)
_MENUNGGU_KEDUA = KueriTetap(
    lambda satker, tahun: daftar_menunggu_kedua(Satker(pk=satker), tahun).order_by().only("pk"), 1, 2020
)
