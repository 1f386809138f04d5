"""What an office has of laporan, for the pages (see ``isi``): the report of the year, written and talked about."""

from collections.abc import Mapping
from typing import Any

from django.utils import timezone

from akuntabel.platform.accounts.models import Pengguna
from akuntabel.siklus.organisasi.models import EntitasPelapor, Satker
from akuntabel.siklus.pelaporan.actions import comment_blok, draft_laporan, revise_blok
from akuntabel.siklus.pelaporan.models import LaporanKinerja
from doors.web.isi_laporan_dokumen import add_unggahan, build_objek_dokumen

TAHUN = timezone.localdate().year


def build_objek(
    satker: Satker, objek: Mapping[str, Any], *, perencana: Pengguna, pengelola: Pengguna, ketua: Pengguna
) -> dict[str, Any]:
    """The things of one office by name; objek: those of the stages before."""
    entitas = EntitasPelapor.objects.filter(satker=satker).earliest("pk")
    laporan = draft_laporan(satker, TAHUN, entitas=entitas, by=perencana)
    draft_laporan(satker, TAHUN, entitas=entitas, jenis="triwulan", triwulan=1, by=perencana)
    revise_blok(laporan, "simpulan", isi="Tahun {{ tahun }} selesai.", versi=0, by=perencana)
    revise_blok(laporan, "simpulan", isi="Tahun {{ tahun }} ditutup.", versi=1, by=pengelola)
    komentar = comment_blok(laporan, "simpulan", teks="Sebutkan capaiannya.", ditugaskan_kepada=pengelola, by=ketua)
    revise_blok(laporan, "latar-belakang", isi="Usulan kalimat.", versi=0, by=perencana, is_usulan=True)
    return {
        "laporan": laporan.pk,
        "teks_laporan": "simpulan",
        "teks_usulan": "latar-belakang",
        "versi_teks": 1,
        "komentar_teks": komentar.pk,
        "gambar_laporan": "gambar-capaian-sasaran",
        **build_objek_dokumen(laporan, perencana),
    }


def add_baris(
    satker: Satker, objek: Mapping[str, Any], n: int, *, perencana: Pengguna, pengelola: Pengguna, ketua: Pengguna
) -> None:
    """One more of each thing that stands in a list."""
    laporan = LaporanKinerja.objects.get(pk=objek["laporan"])
    comment_blok(laporan, "simpulan", teks=f"Komentar {n}.", by=ketua)
    add_unggahan(laporan, n)
    revise_blok(laporan, "simpulan", isi=f"Tahun {{{{ tahun }}}} ditutup, {n}.", versi=n + 2, by=perencana)
    entitas = EntitasPelapor.objects.create(satker=satker, kode=f"bagian{n}", nama=f"Bagian {n}")
    draft_laporan(satker, TAHUN, entitas=entitas, by=perencana)
