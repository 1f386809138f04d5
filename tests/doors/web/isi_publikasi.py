"""What an office has of publikasi, for the pages (see ``isi``): three reports, each of an entity of its own.

One is reviewed, one signed, one public; beside them stands the public report of the main entity, for the portal. The
files are small: what stands in them is another test's.
"""

import hashlib
from collections.abc import Mapping
from typing import Any

from django.utils import timezone
from terbitan_contoh import build_terbitan

from akuntabel.platform.accounts.models import Pengguna
from akuntabel.platform.files.jenis import PDF
from akuntabel.platform.files.models import Berkas
from akuntabel.platform.files.retensi import Retensi
from akuntabel.platform.files.simpan import store_berkas
from akuntabel.siklus.organisasi.models import EntitasPelapor, Satker
from akuntabel.siklus.pelaporan.actions import draft_laporan, submit_laporan
from akuntabel.siklus.pelaporan.models import LaporanKinerja
from akuntabel.siklus.pelaporan.peralihan import record_hasil_reviu, record_tanda_tangan
from akuntabel.siklus.publikasi.alamat import build_slug
from akuntabel.siklus.publikasi.daftar_satker import refresh_daftar_satker
from akuntabel.siklus.publikasi.models import CaraPenetapan, PenetapanLaporan, StatusTerbitan, Terbitan
from akuntabel.siklus.reviu.models import CaraTandaReviu, HasilReviu

TAHUN = timezone.localdate().year


def build_objek(
    satker: Satker, objek: Mapping[str, Any], *, perencana: Pengguna, pengelola: Pengguna, ketua: Pengguna
) -> dict[str, Any]:
    """The things of one office by name; objek: those of the stages before."""
    direviu = build_direviu(satker, "direviu", perencana, ketua)
    tertanda = build_direviu(satker, "tertanda", perencana, ketua)
    sign_kecil(tertanda, by=ketua)
    terbit = build_direviu(satker, "terbit", perencana, ketua)
    publish_kecil(sign_kecil(terbit, by=ketua))
    refresh_daftar_satker()
    utama = build_terbitan(satker.kode, TAHUN, sidik=hashlib.sha256(satker.kode.encode()).hexdigest())
    berkas = utama.daftar_dokumen.all()[0]
    return {
        "terbitan": utama.pk,
        "slug_terbitan": utama.slug,
        "sidik_terbitan": utama.sidik,
        "sidik_berkas_terbit": berkas.sha256,
        "nama_berkas_terbit": berkas.nama,
        "nama_data": "data.json",
        "laporan_direviu": direviu.pk,
        "laporan_tertanda": tertanda.pk,
        "laporan_terbit": terbit.pk,
        "bagian_penetapan": "pdf",
        "cara_penetapan": "pindaian",
    }


def add_baris(
    satker: Satker, objek: Mapping[str, Any], n: int, *, perencana: Pengguna, pengelola: Pengguna, ketua: Pengguna
) -> None:
    """One more of each thing that stands in a list."""
    publish_kecil(sign_kecil(build_direviu(satker, f"terbit{n}", perencana, ketua), by=ketua))


def build_direviu(satker: Satker, kode: str, perencana: Pengguna, pereviu: Pengguna) -> LaporanKinerja:
    """A report of a new entity, written, handed in and reviewed."""
    entitas = EntitasPelapor.objects.create(satker=satker, kode=f"publik-{kode}", nama=f"Entitas {kode}")
    laporan = draft_laporan(satker, TAHUN, entitas=entitas, by=perencana)
    submit_laporan(laporan, by=perencana)
    HasilReviu.objects.create(
        laporan=laporan,
        nomor=1,
        sidik_fakta=laporan.sidik,
        kesimpulan="Tidak terdapat hal yang menimbulkan perbedaan dalam meyakini keandalan informasi.",
        nama="Sari",
        jabatan="Inspektur",
        tempat="Jakarta",
        tanggal=timezone.localdate(),
        cara=CaraTandaReviu.BASAH,
        berkas=_berkas(f"reviu {laporan.pk}"),
        penandatangan=pereviu,
    )
    record_hasil_reviu(laporan, by=pereviu, sidik=laporan.sidik)
    return laporan


def sign_kecil(laporan: LaporanKinerja, *, by: Pengguna) -> PenetapanLaporan:
    """Signed on paper, with a scan of one line."""
    record_tanda_tangan(laporan, by=by, tanggal=timezone.localdate(), sidik=laporan.sidik)
    laporan.refresh_from_db()
    return PenetapanLaporan.objects.create(
        laporan=laporan,
        slug=build_slug(laporan),
        cara=CaraPenetapan.BASAH.value,
        tanggal=timezone.localdate(),
        nama="Bu Ketua",
        jabatan="Ketua",
        sidik=laporan.sidik,
        paket=laporan.paket,
        berkas=_berkas(f"resmi {laporan.pk}"),
        pindaian=_berkas(f"pindaian {laporan.pk}"),
        penandatangan=by,
        waktu=timezone.now(),
    )


def publish_kecil(penetapan: PenetapanLaporan) -> Terbitan:
    """Public, without lines."""
    laporan = penetapan.laporan
    satker = laporan.satker
    terbitan = Terbitan.objects.create(
        slug=penetapan.slug,
        judul=f"{laporan}",
        kode_satker=satker.kode,
        nama_satker=satker.nama,
        nama_lengkap=satker.nama_lengkap,
        jenis_satker=satker.jenis,
        path=satker.path,
        tahun=laporan.tahun,
        entitas=laporan.entitas.kode,
        nama_entitas=laporan.entitas.nama,
        is_utama=False,
        sidik=penetapan.sidik,
        penanda_tangan=penetapan.nama,
        jabatan_penanda_tangan=penetapan.jabatan,
        tanggal_tanda_tangan=penetapan.tanggal,
        is_elektronik=False,
        kebijakan="kpu",
        status_capaian="belum_jatuh_tempo",
        terbit_pada=timezone.now(),
    )
    Terbitan.objects.filter(pk=terbitan.pk).update(status=StatusTerbitan.TERBIT.value)
    terbitan.refresh_from_db()
    return terbitan


def _berkas(isi: str) -> Berkas:
    return store_berkas(
        f"%PDF-1.7\n% {isi}\n%%EOF\n".encode(), "berkas.pdf", by=None, retensi=Retensi.PERMANEN, jenis_boleh=(PDF,)
    )
