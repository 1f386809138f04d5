"""Pernyataan Telah Direviu (PermenPANRB 53/2014, anak lampiran III/1-2): signed by APIP, or the form that waits."""

from dataclasses import dataclass

from akuntabel.core.calc.angka import format_tanggal
from akuntabel.core.compose.kalimat import kurang, paragraf
from akuntabel.core.fakta.fakta_tahun import FaktaTahun
from akuntabel.core.fakta.laporan import PernyataanReviu
from akuntabel.core.naskah.lebar import measure_naskah
from akuntabel.core.naskah.model import (
    Bab,
    Blok,
    Gaya,
    Jarak,
    JenisBab,
    Kertas,
    Kop,
    Naskah,
    PenandaTangan,
    Rata,
    TandaTangan,
)
from akuntabel.core.naskah.penomoran import number_naskah

JUDUL = "Pernyataan Telah Direviu"
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


@dataclass(frozen=True, slots=True)
class YangMelapor:
    """Whose report was reviewed: the short and the full name, and the year."""

    nama: str
    nama_lengkap: str
    tahun: int


def compose_pernyataan_reviu(fakta: FaktaTahun) -> Bab:
    """The statement as a part of the report: what was signed, else the empty form that says so."""
    yang_melapor = YangMelapor(fakta.satker.nama, fakta.satker.nama_lengkap, fakta.tahun)
    if fakta.reviu is None:
        isi: tuple[Blok, ...] = (kurang(_BELUM), *_pembuka(yang_melapor), *_isi_belum(fakta))
    else:
        isi = (*_pembuka(yang_melapor), *_isi_tertanda(fakta.reviu))
    return Bab(JenisBab.DEPAN, JUDUL, (*_kepala(yang_melapor), *isi), "pernyataan-reviu")


def compose_surat_pernyataan(
    reviu: PernyataanReviu, yang_melapor: YangMelapor, *, sidik: str, kop: Kop | None = None, kertas: Kertas = Kertas.A4
) -> Naskah:
    """The statement as a document of its own, to be signed. sidik: of the facts that were reviewed."""
    isi = (*((kop,) if kop else ()), *_kepala(yang_melapor), *_pembuka(yang_melapor), *_isi_tertanda(reviu))
    catatan = f"Reviu dilakukan atas fakta laporan ber-SHA-256 {sidik}; fakta lain tidak tercakup pernyataan ini."
    judul = f"{JUDUL} {yang_melapor.nama} Tahun {yang_melapor.tahun}"
    naskah = Naskah(
        judul=judul,
        bab=(Bab(JenisBab.DEPAN, JUDUL, (*isi, paragraf(catatan, gaya=Gaya.CATATAN)), "pernyataan-reviu"),),
        penulis=reviu.jabatan,
        tahun=yang_melapor.tahun,
        sidik=sidik,
        kertas=kertas,
        kepala_halaman=judul,
        tanggal=reviu.tanggal.isoformat(),
        kata_kunci=("SAKIP", "Reviu", yang_melapor.nama, str(yang_melapor.tahun)),
    )
    return measure_naskah(number_naskah(naskah))


def _kepala(yang_melapor: YangMelapor) -> tuple[Blok, ...]:
    return (
        paragraf(yang_melapor.nama_lengkap, gaya=Gaya.TANPA_INDEN, rata=Rata.TENGAH),
        paragraf(f"Tahun Anggaran {yang_melapor.tahun}", gaya=Gaya.TANPA_INDEN, rata=Rata.TENGAH),
        Jarak(6),
    )


def _pembuka(yang_melapor: YangMelapor) -> tuple[Blok, ...]:
    return (
        paragraf(
            f"Kami telah mereviu Laporan Kinerja {yang_melapor.nama_lengkap} untuk tahun anggaran "
            f"{yang_melapor.tahun} sesuai Pedoman Reviu atas Laporan Kinerja. Substansi informasi yang dimuat dalam "
            f"Laporan Kinerja menjadi tanggung jawab manajemen {yang_melapor.nama}."
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


def _isi_tertanda(reviu: PernyataanReviu) -> tuple[Blok, ...]:
    """What the reviewer concludes, what remains to be mended, who signed."""
    orang = PenandaTangan((f"{reviu.jabatan},",), reviu.nama, reviu.nip or "", reviu.keterangan or "")
    return (
        paragraf(reviu.kesimpulan),
        *(paragraf(p) for p in reviu.paragraf_penjelas),
        Jarak(6),
        TandaTangan(f"{reviu.tempat}, {format_tanggal(reviu.tanggal)}", (orang,)),
        paragraf(DASAR, gaya=Gaya.CATATAN),
    )
