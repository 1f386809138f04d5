"""The tables that ESR asks for, as PDF out of what is in force: Renstra, IKU, pohon kinerja, RKT, tindak lanjut."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from django.utils import timezone

from akuntabel.core.calc.angka import format_tanggal
from akuntabel.core.calc.kebijakan import Arah
from akuntabel.core.compose.daftar_rencana import IsiDaftarRencana, KelompokRencana, compose_daftar_rencana
from akuntabel.core.compose.kalimat import Bagian
from akuntabel.core.compose.tampilan import kolom_angka, kolom_pendek, kolom_teks
from akuntabel.core.naskah.model import Kolom
from akuntabel.core.render.berkas import Format, render_berkas
from akuntabel.siklus.evaluasi.models import Rekomendasi, TindakLanjut
from akuntabel.siklus.organisasi.kop import build_kop
from akuntabel.siklus.organisasi.models import Satker
from akuntabel.siklus.pengukuran.dokumen import show_target_tertulis
from akuntabel.siklus.perencanaan.models import (
    HubunganKinerja,
    Indikator,
    KondisiKinerja,
    RencanaKinerja,
    Renstra,
    TargetRenstra,
    TingkatKondisi,
)
from akuntabel.siklus.perencanaan.target import build_fakta_indikator
from akuntabel.siklus.perjanjian.isi import compute_sidik_isi


def render_renstra(satker: Satker, tahun: int, renstra: Renstra, daftar: Sequence[Indikator]) -> bytes:
    """The matrix of the plan: sasaran, indicators of the office, and their targets of all years."""
    target = {
        (t.indikator_id, t.tahun): t.target for t in TargetRenstra.objects.filter(indikator__in=[i.pk for i in daftar])
    }
    kolom = (
        *(kolom_pendek("Kode"), kolom_teks("Indikator", 4), kolom_teks("Satuan")),
        *(kolom_angka(f"Target {t}") for t in renstra.daftar_tahun),
    )
    kelompok = _per_sasaran(
        daftar,
        lambda i: (i.kode, i.nama, i.satuan, *(_target(target.get((i.pk, t), ""), i) for t in renstra.daftar_tahun)),
    )
    judul = f"Matriks Rencana Strategis {renstra.mulai}–{renstra.selesai}"
    return _render(satker, tahun, _Tabel("renstra", judul, _asal(renstra), kolom, kelompok))


def render_iku(satker: Satker, tahun: int, renstra: Renstra, daftar: Sequence[Indikator]) -> bytes:
    """The indicators with their manual."""
    kolom = (
        *(kolom_pendek("Kode"), kolom_teks("Indikator", 3), kolom_teks("Definisi", 4), kolom_teks("Satuan")),
        *(kolom_teks("Polaritas"), kolom_teks("Cara menghitung", 3), kolom_teks("Sumber data", 2)),
        kolom_teks("Penanggung jawab", 2),
    )
    kelompok = _per_sasaran(
        daftar,
        lambda i: (
            *(i.kode, i.nama, i.definisi, i.satuan, Arah(i.arah).value.replace("_", " ")),
            *(_hitung(i), i.sumber_data, i.pengampu.nama if i.pengampu else ""),
        ),
    )
    return _render(
        satker, tahun, _Tabel("iku", f"Indikator Kinerja Utama Tahun {tahun}", _asal(renstra), kolom, kelompok)
    )


def render_pohon_kinerja(satker: Satker, tahun: int, renstra: Renstra, daftar: Sequence[KondisiKinerja]) -> bytes:
    """The conditions from the outcome down, each with what it brings about."""
    hubungan = HubunganKinerja.objects.filter(atas__satker=satker, atas__renstra=renstra).select_related("atas")
    atas: dict[int, list[str]] = {}
    for h in hubungan:
        mitra = f" (bersama {h.mitra})" if h.mitra else ""
        atas.setdefault(h.bawah_id, []).append(f"{h.atas.kode}{mitra}")
    kolom = (
        *(kolom_pendek("Kode"), kolom_teks("Kondisi", 4), kolom_teks("Indikator", 4)),
        *(kolom_teks("Unit pengampu", 2), kolom_teks("Mendukung", 2)),
    )
    kelompok = tuple(
        KelompokRencana(
            tingkat.label.capitalize(),
            tuple(
                (
                    *(k.kode, k.nama, k.indikator.nama if k.indikator else ""),
                    *(k.unit.nama if k.unit else "", "; ".join(atas.get(k.pk, ()))),
                )
                for k in daftar
                if k.tingkat == tingkat
            ),
        )
        for tingkat in TingkatKondisi
        if any(k.tingkat == tingkat for k in daftar)
    )
    return _render(
        satker, tahun, _Tabel("pohon-kinerja", f"Pohon Kinerja Tahun {tahun}", _asal(renstra), kolom, kelompok)
    )


def render_rencana(rencana: RencanaKinerja) -> bytes:
    """The adopted RKT."""
    baris = {b.indikator_id: b for b in rencana.daftar_target.select_related("indikator__sasaran")}
    daftar = sorted((b.indikator for b in baris.values()), key=_urutan)
    kolom = (
        *(kolom_pendek("Kode"), kolom_teks("Indikator", 5), kolom_teks("Satuan"), kolom_angka("Target Renstra")),
        *(kolom_angka(f"Target {rencana.tahun}"), kolom_teks("Alasan berbeda dari Renstra", 3)),
    )
    kelompok = _per_sasaran(
        daftar,
        lambda i: (
            *(i.kode, i.nama, i.satuan, _target(baris[i.pk].target_renstra, i)),
            *(_target(baris[i.pk].target, i), baris[i.pk].alasan),
        ),
    )
    hari = f"Ditetapkan {format_tanggal(rencana.tanggal_penetapan)}" if rencana.tanggal_penetapan else ""
    revisi = f", revisi {rencana.revisi}: {rencana.alasan_revisi}" if rencana.revisi else ""
    judul = f"Rencana Kinerja Tahunan {rencana.tahun}"
    tabel = _Tabel("rkt", judul, f"{hari}{revisi}.", kolom, kelompok)
    return _render(rencana.satker, rencana.tahun, tabel)


def render_tindak_lanjut(satker: Satker, tahun: int, daftar: Sequence[Rekomendasi]) -> bytes:
    """The recommendations of the evaluation of a year, and what was done about each."""
    lanjut: dict[int, list[str]] = {}
    for t in TindakLanjut.objects.filter(rekomendasi__in=[r.pk for r in daftar]).order_by("pk"):
        hari = format_tanggal(timezone.localtime(t.waktu).date())
        lanjut.setdefault(t.rekomendasi_id, []).append(f"{hari}, {t.jenis}: {t.uraian}")
    kolom = (
        *(kolom_pendek("Nomor"), kolom_teks("Rekomendasi", 5), kolom_teks("Penanggung jawab", 2)),
        *(kolom_teks("Tenggat"), kolom_teks("Tindak lanjut", 5), kolom_teks("Status")),
    )
    baris = tuple(
        (
            *(str(r.nomor), r.teks, r.pemilik, format_tanggal(r.tenggat) if r.tenggat else ""),
            *("; ".join(lanjut.get(r.pk, ())), r.status),
        )
        for r in daftar
    )
    judul = f"Tindak Lanjut Rekomendasi Evaluasi Tahun {tahun}"
    tabel = _Tabel(
        "tindak-lanjut", judul, f"Keadaan {format_tanggal(timezone.localdate())}.", kolom, (KelompokRencana("", baris),)
    )
    return _render(satker, tahun, tabel)


def _per_sasaran(
    daftar: Iterable[Indikator], isi: Callable[[Indikator], tuple[Bagian, ...]]
) -> tuple[KelompokRencana, ...]:
    """Rows below the sasaran of their indicator, in the order given."""
    per_sasaran: dict[str, list[tuple[Bagian, ...]]] = {}
    for i in daftar:
        per_sasaran.setdefault(f"Sasaran {i.sasaran.kode} {i.sasaran.nama}", []).append(isi(i))
    return tuple(KelompokRencana(judul, tuple(baris)) for judul, baris in per_sasaran.items())


def _target(teks: str, indikator: Indikator) -> Bagian:
    return show_target_tertulis(teks, build_fakta_indikator(indikator)) or ""


def _hitung(indikator: Indikator) -> str:
    if indikator.pembilang and indikator.penyebut:
        return f"{indikator.pembilang} ÷ {indikator.penyebut}"
    return indikator.rumus


def _asal(renstra: Renstra) -> str:
    hari = f", ditetapkan {format_tanggal(renstra.tanggal_penetapan)}" if renstra.tanggal_penetapan else ""
    return f"{renstra}{hari}."


def _urutan(indikator: Indikator) -> tuple[int, str, int, str]:
    return (indikator.sasaran.urut, indikator.sasaran.kode, indikator.urut, indikator.kode)


@dataclass(frozen=True, slots=True)
class _Tabel:
    """What one document says; keterangan: on what it rests."""

    id: str
    judul: str
    keterangan: str
    kolom: tuple[Kolom, ...]
    daftar_kelompok: tuple[KelompokRencana, ...]


def _render(satker: Satker, tahun: int, tabel: _Tabel) -> bytes:
    isi = IsiDaftarRencana(
        id=tabel.id,
        judul=tabel.judul,
        nama_pendek=satker.nama,
        nama_lengkap=satker.nama_lengkap,
        tahun=tahun,
        keterangan=tabel.keterangan,
        kolom=tabel.kolom,
        daftar_kelompok=tabel.daftar_kelompok,
        sidik=compute_sidik_isi({"isi": repr(tabel)}),
        kop=build_kop(satker),
    )
    return render_berkas(compose_daftar_rencana(isi), [Format.PDF])[Format.PDF].isi
