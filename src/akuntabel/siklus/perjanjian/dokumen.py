"""The documents of this stage, out of the database through the core: the agreement and its rencana aksi.

What was signed or approved is composed from what was frozen then, so a name that changes upstream changes no document.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby
from typing import Any

from django.utils.text import slugify

from akuntabel.core.calc.angka import format_tanggal
from akuntabel.core.calc.besaran import Besaran
from akuntabel.core.calc.kebijakan import Arah
from akuntabel.core.calc.nilai import Nilai
from akuntabel.core.compose.isi_perjanjian import (
    AnggaranPerjanjian,
    IsiPerjanjian,
    Pihak,
    SasaranPerjanjian,
    TandaElektronik,
    TargetIndikator,
    tulis_revisi,
)
from akuntabel.core.compose.perjanjian import compose_perjanjian
from akuntabel.core.compose.rencana_aksi import AksiIndikator, IsiRencanaAksi, RencanaIndikator, compose_rencana_aksi
from akuntabel.core.fakta.organisasi import PeranPejabat
from akuntabel.core.fakta.target import TargetTidakTerbacaError, parse_target, show_target
from akuntabel.core.regulasi import daftar_kalimat_elektronik
from akuntabel.core.render.berkas import Format, render_berkas
from akuntabel.core.render.gambar import draw_semua
from akuntabel.core.render.pdf import HasilPdf, render_pdf
from akuntabel.platform.files.models import Berkas
from akuntabel.platform.files.simpan import open_berkas
from akuntabel.siklus.organisasi.kop import build_kop
from akuntabel.siklus.organisasi.models import Pejabat
from akuntabel.siklus.perjanjian.isi import build_isi, build_isi_rencana_aksi, compute_sidik_isi
from akuntabel.siklus.perjanjian.models import (
    TRIWULAN,
    CaraTandaTangan,
    PerjanjianKinerja,
    PihakPerjanjian,
    RencanaAksi,
    TandaTangan,
)
from akuntabel.siklus.perjanjian.tanda_tangan.pengaturan import build_alamat


@dataclass(frozen=True, slots=True)
class _Acuan:
    """By what a target is read and shown."""

    arah: Arah
    satuan: str
    predikat: str | None


BELUM_MENGIKAT: Mapping[str, str] = {
    "disusun": "Masih disusun; belum disetujui dan belum ditandatangani.",
    "diajukan": "Sudah diajukan; belum disetujui dan belum ditandatangani.",
    "disetujui": "Sudah disetujui; belum ditandatangani.",
}
BELUM_DITETAPKAN: Mapping[str, str] = {
    "disusun": "Masih disusun; belum disetujui.",
    "diajukan": "Sudah diajukan; belum disetujui.",
}


def render_perjanjian(perjanjian: PerjanjianKinerja, format_: Format) -> bytes:
    """The document to be read or printed. Signed electronically, its PDF is the signed file itself, byte for byte."""
    tanda = find_tanda_tangan_terakhir(perjanjian)
    if format_ is Format.PDF and tanda is not None and tanda.cara == CaraTandaTangan.ELEKTRONIK:
        return read_berkas(tanda.berkas)
    return render_berkas(compose_perjanjian(build_isi_perjanjian(perjanjian)), [format_])[format_].isi


def render_siap_tanda(perjanjian: PerjanjianKinerja, tanggal: date) -> tuple[HasilPdf, str]:
    """The PDF to be signed electronically, and the hash of what it says, which its QR carries."""
    isi = build_isi(perjanjian, tanggal)
    sidik = compute_sidik_isi(isi)
    siap = replace(
        _compose_isi(perjanjian, isi), sidik=sidik, keterangan_rancangan="", elektronik=_tanda_elektronik(sidik)
    )
    naskah = compose_perjanjian(siap)
    return render_pdf(naskah, gambar=draw_semua(naskah, png=False), is_akan_ditandatangani=True), sidik


def render_rencana_aksi(rencana_aksi: RencanaAksi, format_: Format) -> bytes:
    """The document of a rencana aksi."""
    return render_berkas(compose_rencana_aksi(build_isi_dokumen_rencana_aksi(rencana_aksi)), [format_])[format_].isi


def build_nama_berkas(dokumen: PerjanjianKinerja | RencanaAksi, akhiran: str) -> str:
    """ "perjanjian-kinerja-kpu-kota-blitar-2026-revisi-1.pdf" """
    is_perjanjian = isinstance(dokumen, PerjanjianKinerja)
    tahun = dokumen.tahun if isinstance(dokumen, PerjanjianKinerja) else dokumen.perjanjian.tahun
    jenis = "perjanjian-kinerja" if is_perjanjian else "rencana-aksi"
    revisi = f"-revisi-{dokumen.revisi}" if dokumen.revisi else ""
    rancangan = "" if dokumen.is_beku else "-rancangan"
    return f"{jenis}-{slugify(dokumen.satker.nama)}-{tahun}{revisi}{rancangan}.{akhiran}"


def build_isi_perjanjian(perjanjian: PerjanjianKinerja) -> IsiPerjanjian:
    """What the document says: as signed, or as it stands now with the mark of a draft."""
    isi = perjanjian.isi or build_isi(perjanjian, perjanjian.tanggal_penandatanganan)
    dokumen = _compose_isi(perjanjian, isi)
    daftar = {t.pihak: t for t in perjanjian.daftar_tanda_tangan.all()}
    is_elektronik = any(t.cara == CaraTandaTangan.ELEKTRONIK for t in daftar.values())
    return replace(
        dokumen,
        pihak_pertama=replace(dokumen.pihak_pertama, keterangan=_saat(daftar.get(PihakPerjanjian.PERTAMA))),
        pihak_kedua=replace(dokumen.pihak_kedua, keterangan=_saat(daftar.get(PihakPerjanjian.KEDUA))),
        elektronik=_tanda_elektronik(perjanjian.sidik) if is_elektronik else None,
    )


def build_isi_dokumen_rencana_aksi(rencana_aksi: RencanaAksi) -> IsiRencanaAksi:
    """What the document of a rencana aksi says: as approved, or as it stands now with the mark of a draft."""
    isi = rencana_aksi.isi or build_isi_rencana_aksi(rencana_aksi, rencana_aksi.tanggal_persetujuan)
    satker = rencana_aksi.satker
    return IsiRencanaAksi(
        nama_pendek=isi["satker"]["nama"],
        nama_lengkap=_nama_lengkap(rencana_aksi.perjanjian, isi),
        tahun=isi["tahun"],
        revisi=isi["revisi"],
        indikator=tuple(_rencana_indikator(i) for i in isi["indikator"]),
        pimpinan=_pihak(isi["pimpinan"]),
        tempat=isi["satker"]["kota"],
        tanggal=_tanggal(isi["tanggal"]),
        sidik=rencana_aksi.sidik or compute_sidik_isi(isi),
        keterangan_revisi=tulis_revisi(isi["revisi"], isi["uraian_revisi"]),
        keterangan_rancangan=BELUM_DITETAPKAN.get(rencana_aksi.status, ""),
        kop=build_kop(satker),
    )


def find_tanda_tangan_terakhir(perjanjian: PerjanjianKinerja) -> TandaTangan | None:
    """The signature whose file holds all the others."""
    return perjanjian.daftar_tanda_tangan.select_related("berkas").order_by("pk").last()


def read_berkas(berkas: Berkas) -> bytes:
    """The whole of a stored file. Raises BerkasHilangError."""
    with open_berkas(berkas) as isi:
        return bytes(isi.read())


def _compose_isi(perjanjian: PerjanjianKinerja, isi: Mapping[str, Any]) -> IsiPerjanjian:
    """The narrow input of the core, out of the frozen words."""
    alasan = ". ".join(bagian.rstrip(".") for bagian in (isi["alasan_revisi"], isi["uraian_revisi"]) if bagian)
    return IsiPerjanjian(
        nama_pendek=isi["satker"]["nama"],
        nama_lengkap=_nama_lengkap(perjanjian, isi),
        tahun=isi["tahun"],
        pihak_pertama=_pihak(isi["pihak_pertama"]),
        pihak_kedua=_pihak(isi["pihak_kedua"]),
        sasaran=_daftar_sasaran(isi["target"]),
        anggaran=tuple(_anggaran(a) for a in isi["anggaran"]),
        jumlah_anggaran=isi["jumlah_anggaran"] if isi["anggaran"] else None,
        tempat=isi["satker"]["kota"],
        tanggal=_tanggal(isi["tanggal"]),
        sidik=perjanjian.sidik or compute_sidik_isi(isi),
        revisi=isi["revisi"],
        keterangan_revisi=tulis_revisi(isi["revisi"], alasan),
        keterangan_rancangan=BELUM_MENGIKAT.get(perjanjian.status, ""),
        kop=build_kop(perjanjian.satker),
    )


def _nama_lengkap(perjanjian: PerjanjianKinerja, isi: Mapping[str, Any]) -> str:
    """The entity that agrees: the office itself, or its secretariat under its own name."""
    lengkap = str(isi["satker"]["nama_lengkap"])
    is_sekretariat = perjanjian.entitas.peran_pimpinan == PeranPejabat.SEKRETARIS.value
    return f"{isi['entitas']} {lengkap}" if is_sekretariat and isi["entitas"] not in lengkap else lengkap


def _daftar_sasaran(daftar_target: Sequence[Mapping[str, Any]]) -> tuple[SasaranPerjanjian, ...]:
    kelompok = groupby(daftar_target, key=lambda t: (t["sasaran_kode"], t["sasaran"]))
    return tuple(
        SasaranPerjanjian(
            kode, nama, tuple(TargetIndikator(t["kode"], t["indikator"], _target(t, t["target"])) for t in isi)
        )
        for (kode, nama), isi in kelompok
    )


def _target(indikator: Mapping[str, Any], teks: str) -> Besaran:
    """A target as a reader sees it; one that cannot be read yet as it was typed."""
    acuan = _Acuan(Arah(indikator["arah"]), indikator["satuan"], indikator["predikat"] or None)
    try:
        return show_target(parse_target(teks, acuan), acuan)
    except TargetTidakTerbacaError:
        return Besaran(Nilai.of(1), predikat=teks or "belum diisi")


def _rencana_indikator(isi: Mapping[str, Any]) -> RencanaIndikator:
    per_triwulan = [isi["triwulan"].get(str(t), "") for t in TRIWULAN]
    return RencanaIndikator(
        kode=isi["kode"],
        nama=isi["indikator"],
        target=_target(isi, isi["target"]),
        triwulan=tuple(_target(isi, teks) if teks else None for teks in per_triwulan),
        aksi=tuple(_aksi(a) for a in isi["aksi"]),
    )


def _aksi(isi: Mapping[str, Any]) -> AksiIndikator:
    pejabat = isi["pejabat"]
    siapa = [isi["unit"], _pihak(pejabat).sebutan if pejabat else ""]
    penanggung_jawab = "; ".join(s for s in siapa if s)
    return AksiIndikator(isi["uraian"], isi["triwulan"], penanggung_jawab, isi["kode_anggaran"], isi["anggaran"])


def _anggaran(isi: Mapping[str, Any]) -> AnggaranPerjanjian:
    return AnggaranPerjanjian(isi["kode"], isi["uraian"], isi["sumber_dana"] or "–", isi["pagu"], tingkat=2)


def _pihak(isi: Mapping[str, Any]) -> Pihak:
    sifat = "" if isi["sifat"] == Pejabat.Sifat.TETAP else isi["sifat"]
    return Pihak(isi["jabatan"], isi["nama"], isi["nip"], sifat)


def _tanggal(teks: str | None) -> date | None:
    return date.fromisoformat(teks) if teks else None


def _tanda_elektronik(sidik: str) -> TandaElektronik:
    return TandaElektronik(build_alamat(sidik), daftar_kalimat_elektronik()["kekuatan-hukum"].bunyi)


def _saat(tanda: TandaTangan | None) -> str:
    """Below the name on a copy: how and when the party signed."""
    if tanda is None:
        return ""
    cara = "Ditandatangani secara elektronik" if tanda.cara == CaraTandaTangan.ELEKTRONIK else "Ditandatangani"
    return f"{cara} pada {format_tanggal(tanda.tanggal)}"
