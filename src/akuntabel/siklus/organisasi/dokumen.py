"""The minutes of a plenary on their way to a document."""

from django.utils import timezone

from akuntabel.core.compose.berita_acara import IsiBeritaAcara, KeputusanRapat, PesertaRapat, compose_berita_acara
from akuntabel.core.naskah.model import Kop, Naskah
from akuntabel.siklus.organisasi.kop import build_kop
from akuntabel.siklus.organisasi.models import BeritaAcara, CaraTandaTangan, PeranPleno, PesertaPleno


def build_naskah_berita_acara(berita_acara: BeritaAcara) -> Naskah:
    """The document as it stands now: a draft, or what was signed."""
    satker = berita_acara.satker
    isi = IsiBeritaAcara(
        kop=build_kop(satker) or Kop((satker.nama_lengkap,)),
        satker=satker.nama_lengkap,
        nomor=berita_acara.nomor,
        tanggal=berita_acara.tanggal,
        tempat=berita_acara.tempat,
        kota=satker.kota,
        agenda=berita_acara.agenda,
        pembahasan=berita_acara.pembahasan,
        daftar_peserta=tuple(_peserta(p) for p in berita_acara.daftar_peserta.all()),
        daftar_keputusan=tuple(KeputusanRapat(k.bunyi, k.setuju) for k in berita_acara.daftar_keputusan.all()),
        sidik=berita_acara.sidik,
    )
    return compose_berita_acara(isi)


def _peserta(peserta: PesertaPleno) -> PesertaRapat:
    saat = peserta.waktu_tanda_tangan
    return PesertaRapat(
        nama=peserta.nama,
        jabatan=peserta.jabatan,
        is_ketua=peserta.peran == PeranPleno.KETUA.value,
        is_hadir=peserta.hadir,
        saat=timezone.localtime(saat) if saat else None,
        cara=CaraTandaTangan(peserta.cara).label if peserta.cara else "",
    )
