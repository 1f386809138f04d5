"""Where each document of the ESR bundle comes from: out of the stage that makes it, and only once it is final there."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from akuntabel.core.calc.angka import format_tanggal
from akuntabel.core.regulasi.esr import SumberEsr
from akuntabel.core.render.berkas import Format
from akuntabel.siklus.evaluasi.berlaku import daftar_rekomendasi, find_lke_berlaku
from akuntabel.siklus.evaluasi.dokumen import render_lhe
from akuntabel.siklus.organisasi.models import Satker
from akuntabel.siklus.pelaporan.berlaku import daftar_laporan
from akuntabel.siklus.pengukuran.dokumen import JenisDokumen, build_isi_pengukuran, render_pengukuran
from akuntabel.siklus.pengukuran.models import PengukuranTriwulan, StatusPengukuran
from akuntabel.siklus.perencanaan.berlaku import daftar_indikator_berlaku, find_renstra_berlaku
from akuntabel.siklus.perencanaan.models import Indikator, KondisiKinerja, RencanaKinerja, Renstra
from akuntabel.siklus.perjanjian.asal import find_rkt_berlaku
from akuntabel.siklus.perjanjian.berlaku import daftar_perjanjian_berlaku, find_rencana_aksi_berlaku
from akuntabel.siklus.perjanjian.dokumen import (
    find_tanda_tangan_terakhir,
    read_berkas,
    render_perjanjian,
    render_rencana_aksi,
)
from akuntabel.siklus.perjanjian.models import ROMAWI, CaraTandaTangan, PerjanjianKinerja, StatusPerjanjian
from akuntabel.siklus.publikasi.esr_tabel import (
    render_iku,
    render_pohon_kinerja,
    render_rencana,
    render_renstra,
    render_tindak_lanjut,
)
from akuntabel.siklus.publikasi.models import PenetapanLaporan
from akuntabel.siklus.reviu.berlaku import find_hasil_reviu

PDF = "pdf"


@dataclass(frozen=True, slots=True)
class IsiBerkas:
    """A final document. bagian: which of several of its kind; keterangan: when and by whom it became final."""

    isi: bytes
    keterangan: str
    bagian: str = ""
    akhiran: str = PDF


@dataclass(frozen=True, slots=True)
class Belum:
    """A document that is not final yet, and how far it has come."""

    sebab: str


Bahan = IsiBerkas | Belum


def read_sumber(sumber: SumberEsr, satker: Satker, tahun: int) -> list[Bahan]:
    """The documents of one kind. Raises BerkasHilangError."""
    return list(_SUMBER[sumber](satker, tahun))


def _rencana_lima_tahun(render: Callable[[Satker, int, Renstra, list[Indikator]], bytes]) -> "_Sumber":
    """Out of the plan in force and the indicators that the office answers for."""

    def baca(satker: Satker, tahun: int) -> Iterator[Bahan]:
        renstra = find_renstra_berlaku(satker, tahun)
        if renstra is not None:
            daftar = list(daftar_indikator_berlaku(satker, tahun).select_related("pengampu"))
            yield IsiBerkas(render(satker, tahun, renstra, daftar), f"{renstra}.")

    return baca


def _pohon(satker: Satker, tahun: int) -> Iterator[Bahan]:
    renstra = find_renstra_berlaku(satker, tahun)
    if renstra is not None:
        kondisi = KondisiKinerja.objects.filter(satker=satker, renstra=renstra).select_related("unit", "indikator")
        if daftar := list(kondisi):
            yield IsiBerkas(render_pohon_kinerja(satker, tahun, renstra, daftar), f"{len(daftar)} kondisi.")


def _rkt(satker: Satker, tahun: int) -> Iterator[Bahan]:
    rencana = find_rkt_berlaku(satker, tahun)
    if rencana is not None:
        hari = rencana.tanggal_penetapan
        yield IsiBerkas(render_rencana(rencana), f"Ditetapkan {format_tanggal(hari)}." if hari else "Ditetapkan.")
        return
    naskah = RencanaKinerja.objects.filter(satker=satker, tahun=tahun).first()
    if naskah is not None:
        yield Belum(f"RKT masih {naskah.status}.")


def _perjanjian(satker: Satker, tahun: int) -> Iterator[Bahan]:
    for p in daftar_perjanjian_berlaku(satker, tahun).order_by("pk"):
        hari = p.tanggal_penandatanganan
        keterangan = f"Ditandatangani {format_tanggal(hari)}." if hari else "Ditandatangani; harinya tidak dicatat."
        tanda = find_tanda_tangan_terakhir(p)
        if tanda is not None and tanda.cara == CaraTandaTangan.BASAH:
            akhiran = PurePosixPath(tanda.berkas.nama).suffix.lstrip(".") or PDF
            yield IsiBerkas(read_berkas(tanda.berkas), f"{keterangan} Pindaian.", p.pihak_pertama.kode, akhiran)
        else:
            yield IsiBerkas(render_perjanjian(p, Format.PDF), keterangan, p.pihak_pertama.kode)
    for p in PerjanjianKinerja.objects.filter(satker=satker, tahun=tahun).exclude(
        status=StatusPerjanjian.DITANDATANGANI.value
    ):
        yield Belum(f"{p} masih {p.status}.")


def _rencana_aksi(satker: Satker, tahun: int) -> Iterator[Bahan]:
    for p in daftar_perjanjian_berlaku(satker, tahun).order_by("pk"):
        aksi = find_rencana_aksi_berlaku(p)
        if aksi is None:
            yield Belum(f"Rencana aksi {p.pihak_pertama.jabatan} belum disetujui.")
        else:
            yield IsiBerkas(render_rencana_aksi(aksi, Format.PDF), "Disetujui.", p.pihak_pertama.kode)


def _pengukuran(satker: Satker, tahun: int) -> Iterator[Bahan]:
    daftar = {p.triwulan: p for p in PengukuranTriwulan.objects.filter(satker=satker, tahun=tahun)}
    for triwulan, romawi in ROMAWI.items():
        pengukuran = daftar.get(triwulan)
        if pengukuran is not None and pengukuran.status == StatusPengukuran.DIVERIFIKASI.value:
            isi = build_isi_pengukuran(satker, tahun, triwulan)
            yield IsiBerkas(render_pengukuran(isi, JenisDokumen.SASARAN, Format.PDF), isi.verifikasi, f"tw-{romawi}")
        else:
            status = pengukuran.status if pengukuran else "belum diisi"
            yield Belum(f"Triwulan {romawi} {status}, belum diverifikasi.")


def _laporan(satker: Satker, tahun: int) -> Iterator[Bahan]:
    for laporan in daftar_laporan(satker, tahun):
        if not laporan.is_tahunan:
            continue
        penetapan = PenetapanLaporan.objects.filter(laporan=laporan).select_related("berkas", "pindaian").first()
        if penetapan is None:
            yield Belum(f"{laporan} {laporan.status}.")
        else:
            berkas = penetapan.pindaian or penetapan.berkas
            keterangan = f"Ditandatangani {penetapan.jabatan}, {format_tanggal(penetapan.tanggal)}."
            akhiran = PurePosixPath(berkas.nama).suffix.lstrip(".") or PDF
            yield IsiBerkas(read_berkas(berkas), keterangan, laporan.entitas.kode, akhiran)


def _reviu(satker: Satker, tahun: int) -> Iterator[Bahan]:
    for laporan in daftar_laporan(satker, tahun):
        hasil = find_hasil_reviu(laporan) if laporan.is_tahunan else None
        if hasil is not None:
            akhiran = PurePosixPath(hasil.berkas.nama).suffix.lstrip(".") or PDF
            keterangan = f"Ditandatangani {hasil.jabatan}, {format_tanggal(hasil.tanggal)}."
            yield IsiBerkas(read_berkas(hasil.berkas), keterangan, laporan.entitas.kode, akhiran)


def _lhe(satker: Satker, tahun: int) -> Iterator[Bahan]:
    lke = find_lke_berlaku(satker, tahun)
    if lke is not None:
        hari = f", {format_tanggal(lke.tanggal_penetapan)}" if lke.tanggal_penetapan else ""
        yield IsiBerkas(render_lhe(lke, Format.PDF), f"Predikat {lke.predikat}{hari}.")


def _tindak_lanjut(satker: Satker, tahun: int) -> Iterator[Bahan]:
    daftar = sorted(daftar_rekomendasi(satker, tahun), key=lambda r: r.nomor)
    if daftar:
        selesai = sum(r.is_selesai for r in daftar)
        yield IsiBerkas(
            render_tindak_lanjut(satker, tahun, daftar), f"{selesai} dari {len(daftar)} rekomendasi selesai."
        )


_Sumber = Callable[[Satker, int], Iterator[Bahan]]
_SUMBER: Mapping[SumberEsr, _Sumber] = {
    SumberEsr.RENSTRA: _rencana_lima_tahun(render_renstra),
    SumberEsr.IKU: _rencana_lima_tahun(render_iku),
    SumberEsr.POHON_KINERJA: _pohon,
    SumberEsr.RENCANA: _rkt,
    SumberEsr.PERJANJIAN: _perjanjian,
    SumberEsr.RENCANA_AKSI: _rencana_aksi,
    SumberEsr.PENGUKURAN: _pengukuran,
    SumberEsr.LAPORAN: _laporan,
    SumberEsr.REVIU: _reviu,
    SumberEsr.LHE: _lhe,
    SumberEsr.TINDAK_LANJUT: _tindak_lanjut,
}
