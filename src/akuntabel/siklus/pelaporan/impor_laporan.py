"""The report of a package into rows: over a draft as a new version of each text, never over what was submitted."""

from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from django.core.exceptions import ValidationError
from django.utils import timezone

from akuntabel.core.fakta.fakta_tahun import FaktaTahun
from akuntabel.core.fakta.masalah import Masalah, PaketTidakSahError
from akuntabel.platform.accounts.models import Pengguna
from akuntabel.siklus.organisasi.models import Satker
from akuntabel.siklus.pelaporan.berlaku import find_entitas_utama, find_laporan
from akuntabel.siklus.pelaporan.models import BlokLaporan, IsuLaporan, LangkahLaporan, LaporanKinerja, VersiBlok
from akuntabel.siklus.pelaporan.snapshot_laporan import build_identitas, build_isi_laporan

ASAL = "impor paket data"


def check_laporan(paket: FaktaTahun) -> Iterator[Masalah]:
    """A text without words is no text: the database has no row for it."""
    panjang = BlokLaporan._meta.get_field("nama").max_length or 0
    for nama, teks in paket.narasi.items():
        if not teks:
            yield Masalah(f"narasi/{nama}.md", 0, "", "berkas kosong", "teks", "Isi, atau hapus berkas itu dari paket.")
        if len(nama) > panjang:
            yield Masalah(f"narasi/{nama}.md", 0, "", f"{len(nama)} huruf", f"nama paling panjang {panjang} huruf")


def import_laporan(satker: Satker, paket: FaktaTahun, *, by: Pengguna | None) -> LaporanKinerja:
    """The annual report of the main entity as the package has it. Raises PaketTidakSahError over a submitted one."""
    laporan = find_laporan(satker, paket.tahun)
    if laporan is not None and not laporan.is_disusun:
        _require_sama(laporan, paket)
        return laporan
    if laporan is None:
        entitas = find_entitas_utama(satker)
        if entitas is None:
            raise ValidationError(f"{satker} belum mempunyai entitas pelapor.")
        laporan = LaporanKinerja(satker=satker, tahun=paket.tahun, entitas=entitas)
    else:
        laporan = LaporanKinerja.objects.select_for_update().get(pk=laporan.pk)
        laporan.versi, laporan.versi_isu, laporan.versi_langkah = (
            laporan.versi + 1, laporan.versi_isu + 1, laporan.versi_langkah + 1,
        )  # fmt: skip
    for nama, nilai in _isi_identitas(paket).items():
        setattr(laporan, nama, nilai)
    laporan.is_impor = True
    laporan.save()
    _tulis_daftar(laporan, paket)
    _tulis_blok(laporan, paket, by=by)
    return laporan


def _isi_identitas(paket: FaktaTahun) -> dict[str, Any]:
    return asdict(paket.laporan) | {"tema": paket.laporan.tema or "", "dasar": list(paket.laporan.dasar)}


def _require_sama(laporan: LaporanKinerja, paket: FaktaTahun) -> None:
    isi = build_isi_laporan(laporan)
    identitas = build_identitas(laporan, paket.laporan, paket.daftar_pejabat)
    if identitas == paket.laporan and all(isi[bidang] == getattr(paket, bidang) for bidang in isi):
        return
    if laporan.is_beku:
        perbaikan = "Yang sudah ditandatangani tidak berubah; buat revisinya, lalu impor lagi."
    else:
        perbaikan = "Kembalikan laporan itu kepada penyusun, lalu impor lagi."
    harap = f"isi yang sama dengan {laporan}, yang sudah {laporan.status}"
    raise PaketTidakSahError([Masalah("laporan.yaml", 0, "", "isi yang berbeda", harap, perbaikan)])


def _tulis_daftar(laporan: LaporanKinerja, paket: FaktaTahun) -> None:
    laporan.daftar_isu.all().delete()
    laporan.daftar_langkah.all().delete()
    IsuLaporan.objects.bulk_create(
        IsuLaporan(laporan=laporan, urut=i.urut, isu=i.isu, uraian=i.uraian, sasaran=i.sasaran or "")
        for i in paket.daftar_isu
    )
    LangkahLaporan.objects.bulk_create(
        LangkahLaporan(
            laporan=laporan,
            urut=n.urut,
            teks=n.teks,
            pengampu=n.pengampu or "",
            tenggat=n.tenggat,
            indikator=n.indikator or "",
        )
        for n in paket.daftar_langkah
    )


def _tulis_blok(laporan: LaporanKinerja, paket: FaktaTahun, *, by: Pengguna | None) -> None:
    """Texts that say something else get a new version; one that the package does not have becomes empty."""
    ada = {b.nama: b for b in laporan.daftar_blok.select_for_update()}
    kini = timezone.now()
    ubah = []
    for nama in sorted(ada.keys() | paket.narasi.keys()):
        blok = ada.get(nama) or BlokLaporan(laporan=laporan, nama=nama)
        isi = paket.narasi.get(nama, "")
        if blok.isi == isi and not blok.is_usulan:
            continue
        blok.isi, blok.is_usulan, blok.versi = isi, False, blok.versi + 1
        blok.pengubah, blok.diubah_pada = by, kini
        ubah.append(blok)
    BlokLaporan.objects.bulk_create(b for b in ubah if b.pk is None)
    BlokLaporan.objects.bulk_update(
        [b for b in ubah if b.nama in ada], ["isi", "is_usulan", "versi", "pengubah", "diubah_pada"]
    )
    VersiBlok.objects.bulk_create(VersiBlok(blok=b, versi=b.versi, isi=b.isi, asal=ASAL, oleh=by) for b in ubah)
