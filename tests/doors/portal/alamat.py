"""Every public page about a report."""

from django.urls import reverse

from akuntabel.doors.portal.urls import urlpatterns
from akuntabel.siklus.publikasi.models import Terbitan

DAFTAR_DATA = ("data.json", "indikator.csv", "sasaran.csv", "riwayat.csv", "anggaran.csv")


def build_alamat(t: Terbitan) -> dict[str, str]:
    """Name of the page: its address for this report."""
    dokumen = t.daftar_dokumen.get()
    bagian: dict[str, tuple[object, ...]] = {
        "publik": (),
        "publik_cari": (),
        "publik_tentang": (),
        "publik_nasional": (),
        "publik_wilayah": (t.kode_induk,),
        "publik_satker": (t.kode_satker,),
        "publik_banding": (t.kode_satker,),
        "publik_umpan_satker": (t.kode_satker,),
        "publik_tahun": (t.kode_satker, t.tahun),
        "publik_terbitan": (t.slug,),
        "publik_data": (t.slug, "data.json"),
        "publik_data_tahun": (t.tahun,),
        "publik_dokumen": (dokumen.sha256,),
        "publik_unduh": (dokumen.sha256, dokumen.nama),
        "publik_periksa": (),
        "publik_katalog": (),
        "publik_umpan": (),
        "publik_peta": (),
        "robots": (),
    }
    return {nama: reverse(nama, args=isi) for nama, isi in bagian.items()}


def daftar_nama() -> set[str]:
    """The names of all public addresses, as the site has them."""
    return {str(p.name) for p in urlpatterns} | {"robots"}
