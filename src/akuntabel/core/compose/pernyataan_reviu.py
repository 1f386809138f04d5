"""Pernyataan Telah Direviu (PermenPANRB 53/2014, anak lampiran III/1-2): signed by APIP, or the form that waits."""

from akuntabel.core.calc.angka import format_tanggal
from akuntabel.core.compose.kalimat import kurang, paragraf
from akuntabel.core.fakta.fakta_tahun import FaktaTahun
from akuntabel.core.fakta.laporan import PernyataanReviu
from akuntabel.core.fakta.organisasi import Satker
from akuntabel.core.naskah.model import Bab, Blok, Gaya, Jarak, JenisBab, PenandaTangan, Rata, TandaTangan

DASAR = "Dasar: PermenPANRB Nomor 53 Tahun 2014, anak lampiran III/1-2."
TUJUAN = (
    "Reviu bertujuan untuk memberikan keyakinan terbatas bahwa Laporan Kinerja telah disajikan secara akurat, "
    "andal, dan valid."
)
KESIMPULAN_BAKU = (
    "Berdasarkan reviu kami, tidak terdapat kondisi atau hal-hal yang menimbulkan perbedaan dalam meyakini "
    "keandalan informasi yang disajikan di dalam Laporan Kinerja ini."
)
_BELUM = (
    "Formulir ini belum ditandatangani. Laporan belum direviu; pernyataan berlaku setelah reviu selesai dan "
    "ditandatangani Aparat Pengawasan Intern Pemerintah (APIP)."
)


def compose_pernyataan_reviu(fakta: FaktaTahun) -> Bab:
    """The statement as a part of the report: what was signed, else the empty form that says so."""
    pembuka = _pembuka(fakta.satker, fakta.tahun)
    isi = _isi_belum(fakta) if fakta.reviu is None else compose_isi_pernyataan(fakta.reviu, qr=False)
    judul = (
        paragraf(fakta.satker.nama_lengkap, gaya=Gaya.TANPA_INDEN, rata=Rata.TENGAH),
        paragraf(f"Tahun Anggaran {fakta.tahun}", gaya=Gaya.TANPA_INDEN, rata=Rata.TENGAH),
        Jarak(6),
    )
    peringatan = (kurang(_BELUM),) if fakta.reviu is None else ()
    return Bab(JenisBab.DEPAN, "Pernyataan Telah Direviu", (*judul, *peringatan, *pembuka, *isi), "pernyataan-reviu")


def _pembuka(satker: Satker, tahun: int) -> tuple[Blok, ...]:
    return (
        paragraf(
            f"Kami telah mereviu Laporan Kinerja {satker.nama_lengkap} untuk tahun anggaran {tahun} sesuai Pedoman "
            "Reviu atas Laporan Kinerja. Substansi informasi yang dimuat dalam Laporan Kinerja menjadi tanggung "
            f"jawab manajemen {satker.nama}."
        ),
        paragraf(TUJUAN),
    )


def _isi_belum(fakta: FaktaTahun) -> tuple[Blok, ...]:
    pereviu = fakta.find_pejabat(fakta.laporan.pereviu)
    orang = PenandaTangan((f"{pereviu.jabatan},",), pereviu.nama or "……………………………", pereviu.nip or "NIP ……………………")
    return (
        paragraf(KESIMPULAN_BAKU),
        Jarak(6),
        TandaTangan(f"…………, …… {fakta.tahun + 1}", (orang,)),
        paragraf(DASAR, gaya=Gaya.CATATAN),
    )


def compose_isi_pernyataan(reviu: PernyataanReviu, *, qr: bool) -> tuple[Blok, ...]:
    """What the reviewer concludes, what remains to be mended, and the signature. qr: room for an electronic one."""
    orang = PenandaTangan((f"{reviu.jabatan},",), reviu.nama, reviu.nip or "", reviu.keterangan or "")
    return (
        paragraf(reviu.kesimpulan),
        *(paragraf(p) for p in reviu.paragraf_penjelas),
        Jarak(6),
        TandaTangan(f"{reviu.tempat}, {format_tanggal(reviu.tanggal)}", (orang,), qr=qr),
        paragraf(DASAR, gaya=Gaya.CATATAN),
    )
