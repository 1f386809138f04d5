"""ANG: revisions of the budget: the chain, the signed differences, and the parts told in words."""

from collections.abc import Iterator

from akuntabel.core.calc.angka import format_rupiah
from akuntabel.core.checker.dokumen import Dokumen
from akuntabel.core.checker.temuan import Aturan, Bukti, Tingkat
from akuntabel.core.checker.uang.bukti import daftar_bukti
from akuntabel.core.checker.uang.periksa import periksa_uang
from akuntabel.core.checker.uang.persamaan import Jenis
from akuntabel.core.checker.uang.persamaan_tabel import MENJADI, SELISIH, SEMULA, is_selisih_tak_bertanda


def rantai_revisi_putus(dok: Dokumen) -> Iterator[Bukti]:
    """Pagu semula sebuah revisi bukan pagu menjadi revisi sebelumnya.

    Yang diperiksa: tabel yang barisnya revisi berurutan; tabel semula-menjadi per kegiatan tidak berantai.
    Mengapa penting: rantai yang putus berarti ada revisi yang terlewat atau salah ketik.
    Perbaikan: betulkan pagu atau sisipkan revisi yang terlewat.
    Dasar: PMK tentang tata cara revisi anggaran.
    """
    yield from daftar_bukti(dok, Jenis.RANTAI)


def selisih_revisi_salah(dok: Dokumen) -> Iterator[Bukti]:
    """Selisih sebuah revisi bukan menjadi dikurangi semula, atau pengurangannya tidak bertanda.

    Yang diperiksa: kolom selisih pada tabel revisi DIPA; pengurangan tanpa tanda dilaporkan satu kali per tabel.
    Mengapa penting: pengurangan tanpa tanda terbaca sebagai penambahan.
    Perbaikan: tulis tanda minus atau kurung pada pengurangan.
    Dasar: PMK tentang tata cara revisi anggaran.
    """
    yield from daftar_bukti(dok, Jenis.SELISIH)
    for s in periksa_uang(dok).struktur:
        if not is_selisih_tak_bertanda(s.t):
            continue
        for b in s.t.baris:
            semula, menjadi, selisih = (b.uang.get(p) for p in (SEMULA, MENJADI, SELISIH))
            if semula and menjadi and selisih and selisih.nilai == semula.nilai - menjadi.nilai > 0:
                yield Bukti(
                    selisih.letak,
                    selisih.teks,
                    format_rupiah(-int(selisih.nilai), bertanda=True),
                    "pengurangan ditulis tanpa tanda",
                    "Tulis tanda minus atau kurung pada setiap pengurangan.",
                    sebab=f"selisih tak bertanda {selisih.letak.blok}",
                    tingkat=Tingkat.PERINGATAN,
                )


def rincian_revisi_salah(dok: Dokumen) -> Iterator[Bukti]:
    """Rincian yang disebut dalam sebuah baris revisi tidak berjumlah selisihnya.

    Yang diperiksa: kode dengan jumlah rupiah dalam keterangan revisi, misalnya "3355 sebesar Rp167.814.000".
    Mengapa penting: rincian adalah alasan revisi; bila tidak berjumlah, ada kegiatan yang terlewat.
    Perbaikan: lengkapi atau betulkan rinciannya.
    Dasar: PMK tentang tata cara revisi anggaran.
    """
    yield from daftar_bukti(dok, Jenis.RINCIAN)


DAFTAR_ATURAN = (
    Aturan("ANG005", "rantai-revisi-putus", Tingkat.GALAT, rantai_revisi_putus),
    Aturan("ANG006", "selisih-revisi-salah", Tingkat.GALAT, selisih_revisi_salah),
    Aturan("ANG007", "rincian-revisi-salah", Tingkat.GALAT, rincian_revisi_salah),
)
