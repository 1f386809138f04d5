"""ANG: arithmetic inside budget tables: remainders, percentages, parents, totals."""

from collections.abc import Iterator

from akuntabel.core.calc.angka import format_angka
from akuntabel.core.checker.dokumen import Dokumen
from akuntabel.core.checker.temuan import Aturan, Bukti, Tingkat
from akuntabel.core.checker.uang.bukti import daftar_bukti
from akuntabel.core.checker.uang.periksa import periksa_uang
from akuntabel.core.checker.uang.persamaan import Jenis


def sisa_tidak_cocok(dok: Dokumen) -> Iterator[Bukti]:
    """Sisa yang tertulis bukan pagu dikurangi realisasi.

    Yang diperiksa: setiap baris tabel anggaran yang memuat pagu, realisasi, dan sisa; yang ditunjuk adalah angka yang
    juga tidak cocok dengan persen, induk, atau tabel lain.
    Mengapa penting: sisa menunjukkan uang yang tidak terpakai; salah satu dari ketiganya keliru.
    Perbaikan: hitung ulang sisa dari pagu dan realisasi, atau betulkan realisasinya.
    Dasar: aritmetika; PMK tentang pelaksanaan anggaran.
    """
    yield from daftar_bukti(dok, Jenis.SISA)


def persen_serapan_salah(dok: Dokumen) -> Iterator[Bukti]:
    """Persentase serapan yang tertulis bukan realisasi dibagi pagu.

    Yang diperiksa: setiap baris tabel anggaran yang memuat pagu, realisasi, dan persen, dengan rentang pembulatannya;
    persen sebuah jumlah adalah jumlah realisasi dibagi jumlah pagu, bukan rata-rata persen.
    Mengapa penting: serapan adalah angka yang paling sering dikutip dari bagian anggaran.
    Perbaikan: hitung ulang persennya, atau betulkan realisasinya.
    Dasar: PMK 22/PMK.02/2021, P = RA ÷ PA × 100.
    """
    yield from daftar_bukti(dok, Jenis.PERSEN)


def induk_bukan_jumlah_anak(dok: Dokumen) -> Iterator[Bukti]:
    """Pagu, realisasi, atau sisa sebuah kode bukan jumlah kode di bawahnya.

    Yang diperiksa: program, kegiatan, output, komponen, dan akun terhadap kode di bawahnya dengan sumber dana yang
    sama; baris yang terlewat atau terhitung dua kali disebut.
    Mengapa penting: dari angka induk inilah total satker dijumlahkan.
    Perbaikan: betulkan anak yang keliru atau jumlahkan ulang induknya.
    Dasar: struktur kode anggaran.
    """
    yield from daftar_bukti(dok, Jenis.INDUK)
    yield from _tertinggal(dok, Jenis.INDUK)


def total_salah(dok: Dokumen) -> Iterator[Bukti]:
    """Baris jumlah atau total bukan jumlah baris di atasnya.

    Yang diperiksa: setiap baris jumlah, subjumlah, dan jumlah per sumber dana, pada setiap kolom rupiah.
    Mengapa penting: total inilah yang dikutip di tempat lain.
    Perbaikan: jumlahkan ulang; periksa baris yang terlewat.
    Dasar: aritmetika.
    """
    yield from daftar_bukti(dok, Jenis.JUMLAH)
    yield from _tertinggal(dok, Jenis.JUMLAH)


def _tertinggal(dok: Dokumen, jenis: Jenis) -> Iterator[Bukti]:
    """A row that its parent or total leaves out, or counts twice."""
    for s in periksa_uang(dok).struktur:
        for x in s.tertinggal:
            if x.kelompok.jenis is not jenis:
                continue
            baris, jumlah = s.t.baris[x.baris], s.t.baris[x.kelompok.jumlah]
            kolom, uang = next(iter(jumlah.uang.items()))
            dok.tandai(*(u.letak for u in jumlah.uang.values()))
            yield Bukti(
                uang.letak,
                uang.teks,
                format_angka(
                    sum(a.nilai for n in x.kelompok.anggota for p, a in s.t.baris[n].uang.items() if p is kolom)
                ),
                f"{jumlah.sebutan} {'menghitung dua kali' if x.is_ganda else 'tidak menghitung'} baris "
                f"{baris.nomor + 1}, {baris.sebutan}, pada setiap kolom",
                "Jumlahkan ulang, atau tempatkan baris itu di bawah induknya sendiri.",
                tuple(u.letak for u in (*baris.uang.values(), *list(jumlah.uang.values())[1:])),
                is_keputusan=True,
            )


DAFTAR_ATURAN = (
    Aturan("ANG001", "sisa-tidak-cocok", Tingkat.GALAT, sisa_tidak_cocok),
    Aturan("ANG002", "persen-serapan-salah", Tingkat.GALAT, persen_serapan_salah),
    Aturan("ANG003", "induk-bukan-jumlah-anak", Tingkat.GALAT, induk_bukan_jumlah_anak),
    Aturan("ANG004", "total-salah", Tingkat.GALAT, total_salah),
)
