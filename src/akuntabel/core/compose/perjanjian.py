"""The Perjanjian Kinerja as a document of its own: statement and annex (anak lampiran I/2-6 and I/6-6)."""

from dataclasses import replace

from akuntabel.core.calc.angka import format_tanggal
from akuntabel.core.compose.isi_perjanjian import IsiPerjanjian, Pihak
from akuntabel.core.compose.kalimat import kalimat, paragraf, tebal
from akuntabel.core.compose.tabel_perjanjian import tabel_anggaran, tabel_target
from akuntabel.core.naskah.lebar import measure_naskah
from akuntabel.core.naskah.model import (
    Bab,
    Blok,
    Gambar,
    Gaya,
    Isian,
    Jarak,
    JenisBab,
    JenisGambar,
    Kertas,
    Naskah,
    PenandaTangan,
    Rata,
    TandaTangan,
)
from akuntabel.core.naskah.penomoran import number_naskah

RANCANGAN = "RANCANGAN"
SISI_QR_MM = 20.0


def compose_perjanjian(isi: IsiPerjanjian, *, kertas: Kertas = Kertas.A4) -> Naskah:
    """The document of one agreement. A draft says that it is one, on every page and in the name of the file."""
    judul = f"{isi.judul} {isi.nama_pendek}"
    kepala = f"{judul} Revisi {isi.revisi}" if isi.revisi else judul
    if isi.keterangan_rancangan:
        kepala = f"{RANCANGAN} – {kepala}"
    naskah = Naskah(
        judul=judul,
        bab=(_pernyataan(isi), _lampiran(isi)),
        penulis=isi.nama_lengkap,
        tahun=isi.tahun,
        sidik=isi.sidik,
        kertas=kertas,
        kepala_halaman=kepala,
        kaki_halaman="Ditandatangani secara elektronik; keasliannya diperiksa lewat kode QR." if isi.elektronik else "",
        tanggal=isi.tanggal.isoformat() if isi.tanggal else "",
        kata_kunci=("SAKIP", "Perjanjian Kinerja", isi.nama_pendek, str(isi.tahun)),
    )
    return measure_naskah(number_naskah(naskah))


def _pernyataan(isi: IsiPerjanjian) -> Bab:
    blok: tuple[Blok, ...] = (
        *((isi.kop,) if isi.kop else ()),
        *_rancangan(isi),
        *_satker(isi),
        Jarak(6),
        paragraf(
            "Dalam rangka mewujudkan manajemen pemerintahan yang efektif, transparan dan akuntabel serta berorientasi "
            "pada hasil, kami yang bertanda tangan di bawah ini:"
        ),
        _identitas(isi.pihak_pertama),
        paragraf("selanjutnya disebut pihak pertama", gaya=Gaya.TANPA_INDEN),
        _identitas(isi.pihak_kedua),
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
        _tanda_tangan(isi),
    )
    return Bab(JenisBab.DEPAN, isi.judul, blok, "pernyataan-perjanjian")


def _rancangan(isi: IsiPerjanjian) -> tuple[Blok, ...]:
    if not isi.keterangan_rancangan:
        return ()
    return (paragraf(tebal(f"{RANCANGAN}. "), isi.keterangan_rancangan, gaya=Gaya.KURANG),)


def _satker(isi: IsiPerjanjian) -> tuple[Blok, ...]:
    """The office, and under it which revision this is."""
    satker = paragraf(isi.nama_lengkap, gaya=Gaya.TANPA_INDEN, rata=Rata.TENGAH)
    if not isi.keterangan_revisi:
        return (satker,)
    return satker, paragraf(isi.keterangan_revisi, gaya=Gaya.TANPA_INDEN, rata=Rata.TENGAH)


def _identitas(pihak: Pihak) -> Isian:
    return Isian((("Nama", kalimat(pihak.nama_tertulis)), ("Jabatan", kalimat(pihak.sebutan))))


def _tanda_tangan(isi: IsiPerjanjian) -> TandaTangan:
    """Pihak kedua signs on the left, pihak pertama on the right (anak lampiran I/2-6)."""
    tanggal = format_tanggal(isi.tanggal) if isi.tanggal else f"…… {isi.tahun}"
    pertama, kedua = isi.pihak_pertama, isi.pihak_kedua
    return TandaTangan(
        f"{isi.tempat}, {tanggal}",
        (
            PenandaTangan(("Pihak Kedua,", f"{kedua.sebutan},"), kedua.nama_tertulis, kedua.nip, kedua.keterangan),
            PenandaTangan(
                ("Pihak Pertama,", f"{pertama.sebutan},"), pertama.nama_tertulis, pertama.nip, pertama.keterangan
            ),
        ),
    )


def _lampiran(isi: IsiPerjanjian) -> Bab:
    # Small type keeps the targets, the money and both signatures on one page, as the form has them.
    tabel = [replace(tabel_target(isi.sasaran, isi.judul, bernomor=False), huruf_pt=8)]
    if isi.anggaran:
        anggaran = tabel_anggaran(isi.anggaran, isi.jumlah_anggaran, "Anggaran", bernomor=False)
        tabel.append(replace(anggaran, huruf_pt=8))
    penutup = _penutup_elektronik(isi.elektronik.alamat, isi.elektronik.dasar) if isi.elektronik else ()
    return Bab(
        JenisBab.DEPAN,
        f"Lampiran {isi.judul}{' (Rancangan)' if isi.keterangan_rancangan else ''}",
        (*_satker(isi), *tabel, *(penutup or (_tanda_tangan(isi),))),
        "lampiran-perjanjian",
    )


def _penutup_elektronik(alamat: str, dasar: str) -> tuple[Blok, ...]:
    """Where the annex of a document on paper is signed again: the signature of the whole file, and how to verify it."""
    qr = Gambar(
        "qr-verifikasi",
        "Verifikasi dokumen",
        JenisGambar.QR,
        {"isi": alamat},
        f"Kode QR menuju halaman verifikasi {alamat}",
        SISI_QR_MM,
        SISI_QR_MM,
        bernomor=False,
    )
    return (
        paragraf(
            "Lampiran ini satu berkas dengan pernyataan perjanjian kinerja. Tanda tangan elektronik kedua pihak pada "
            f"halaman pernyataan berlaku untuk seluruh berkas. {dasar}",
            gaya=Gaya.CATATAN,
        ),
        qr,
        paragraf(alamat, gaya=Gaya.CATATAN, rata=Rata.TENGAH),
    )
