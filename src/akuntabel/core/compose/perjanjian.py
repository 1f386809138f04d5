"""The Perjanjian Kinerja as a document of its own: statement and annex (anak lampiran I/2-6 and I/6-6)."""

from dataclasses import replace

from akuntabel.core.calc.angka import format_tanggal
from akuntabel.core.compose.kalimat import kalimat, paragraf
from akuntabel.core.compose.perencanaan import tabel_perjanjian, tabel_perjanjian_anggaran
from akuntabel.core.fakta.hasil import HasilTahun
from akuntabel.core.fakta.organisasi import Pejabat
from akuntabel.core.fakta.perencanaan import PerjanjianKinerja
from akuntabel.core.naskah.lebar import measure_naskah
from akuntabel.core.naskah.model import (
    Bab,
    Gaya,
    Isian,
    Jarak,
    JenisBab,
    Kertas,
    Naskah,
    PenandaTangan,
    Rata,
    TandaTangan,
)
from akuntabel.core.naskah.penomoran import number_naskah


def compose_perjanjian(hasil: HasilTahun, *, kertas: Kertas = Kertas.A4) -> Naskah:
    """The agreement in force. Packages without one are refused when they are read."""
    fakta = hasil.fakta
    perjanjian = fakta.perjanjian_berlaku
    if perjanjian is None:
        raise ValueError(f"no agreement for {fakta.tahun}")
    judul = f"Perjanjian Kinerja Tahun {fakta.tahun}"
    naskah = Naskah(
        judul=f"{judul} {fakta.satker.nama}",
        bab=(_pernyataan(hasil, perjanjian, judul), _lampiran(hasil, perjanjian, judul)),
        penulis=fakta.satker.nama_lengkap,
        tahun=fakta.tahun,
        sidik=fakta.sidik,
        kertas=kertas,
        kepala_halaman=f"{judul} {fakta.satker.nama}",
        tanggal=perjanjian.tanggal.isoformat() if perjanjian.tanggal else "",
        kata_kunci=("SAKIP", "Perjanjian Kinerja", fakta.satker.nama, str(fakta.tahun)),
    )
    return measure_naskah(number_naskah(naskah))


def _pernyataan(hasil: HasilTahun, perjanjian: PerjanjianKinerja, judul: str) -> Bab:
    fakta = hasil.fakta
    pertama, kedua = fakta.find_pejabat(perjanjian.pihak_pertama), fakta.find_pejabat(perjanjian.pihak_kedua)
    isi = (
        paragraf(fakta.satker.nama_lengkap, gaya=Gaya.TANPA_INDEN, rata=Rata.TENGAH),
        Jarak(6),
        paragraf(
            "Dalam rangka mewujudkan manajemen pemerintahan yang efektif, transparan dan akuntabel serta berorientasi "
            "pada hasil, kami yang bertanda tangan di bawah ini:"
        ),
        _identitas(pertama),
        paragraf("selanjutnya disebut pihak pertama", gaya=Gaya.TANPA_INDEN),
        _identitas(kedua),
        paragraf("selaku atasan pihak pertama, selanjutnya disebut pihak kedua", gaya=Gaya.TANPA_INDEN),
        paragraf(
            "Pihak pertama berjanji akan mewujudkan target kinerja yang seharusnya sesuai lampiran perjanjian ini, "
            "dalam rangka mencapai target kinerja jangka menengah seperti yang telah ditetapkan dalam dokumen "
            "perencanaan. Keberhasilan dan kegagalan pencapaian target kinerja tersebut menjadi tanggung jawab kami."
        ),
        paragraf(
            "Pihak kedua akan melakukan supervisi yang diperlukan serta akan melakukan evaluasi terhadap capaian "
            "kinerja dari perjanjian ini dan mengambil tindakan yang diperlukan dalam rangka pemberian penghargaan "
            "dan sanksi."
        ),
        Jarak(8),
        _tanda_tangan(hasil, perjanjian, "Pihak Kedua,", "Pihak Pertama,"),
    )
    return Bab(JenisBab.DEPAN, judul, isi, "pernyataan-perjanjian")


def _identitas(pejabat: Pejabat) -> Isian:
    return Isian((("Nama", kalimat(_nama(pejabat))), ("Jabatan", kalimat(pejabat.jabatan))))


def _nama(pejabat: Pejabat) -> str:
    return pejabat.nama or "……………………………"


def _tanda_tangan(hasil: HasilTahun, perjanjian: PerjanjianKinerja, kiri: str, kanan: str) -> TandaTangan:
    """Pihak kedua signs on the left, pihak pertama on the right (anak lampiran I/2-6)."""
    fakta = hasil.fakta
    pertama, kedua = fakta.find_pejabat(perjanjian.pihak_pertama), fakta.find_pejabat(perjanjian.pihak_kedua)
    tanggal = format_tanggal(perjanjian.tanggal) if perjanjian.tanggal else f"…… {fakta.tahun}"
    return TandaTangan(
        f"{fakta.laporan.tempat}, {tanggal}",
        (
            PenandaTangan((kiri, f"{kedua.jabatan},"), _nama(kedua), kedua.nip or ""),
            PenandaTangan((kanan, f"{pertama.jabatan},"), _nama(pertama), pertama.nip or ""),
        ),
    )


def _lampiran(hasil: HasilTahun, perjanjian: PerjanjianKinerja, judul: str) -> Bab:
    fakta = hasil.fakta
    return Bab(
        JenisBab.DEPAN,
        f"Lampiran {judul}",
        (
            paragraf(fakta.satker.nama_lengkap, gaya=Gaya.TANPA_INDEN, rata=Rata.TENGAH),
            # Small type keeps the targets, the money and both signatures on one page, as the form has them.
            replace(tabel_perjanjian(hasil, judul, bernomor=False), huruf_pt=8),
            replace(tabel_perjanjian_anggaran(hasil, "Anggaran", bernomor=False), huruf_pt=8),
            _tanda_tangan(hasil, perjanjian, "Pihak Kedua,", "Pihak Pertama,"),
        ),
        "lampiran-perjanjian",
    )
