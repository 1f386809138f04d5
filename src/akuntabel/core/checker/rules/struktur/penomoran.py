"""STR: the numbers of tables and figures."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from akuntabel.core.checker.bacaan.judul_bernomor import JudulBernomor, daftar_judul_bernomor, daftar_rujukan
from akuntabel.core.checker.bacaan.kata import gabung_kata
from akuntabel.core.checker.dokumen import Dokumen
from akuntabel.core.checker.temuan import Aturan, Bukti, Tingkat

BATAS_HILANG = 6  # more missing numbers than this say that captions were not read, not that they are missing
_PERBAIKAN = "Nomori ulang, sebaiknya otomatis."


def nomor_tabel_kembar(dok: Dokumen) -> Iterator[Bukti]:
    """Dua tabel atau gambar memakai nomor yang sama.

    Yang diperiksa: nomor pada judul setiap tabel, gambar, grafik, dan bagan; "lanjutan" tidak dihitung.
    Mengapa penting: rujukan ke nomor itu menjadi tidak pasti.
    Perbaikan: pakai penomoran otomatis pengolah kata.
    Dasar: tata naskah dinas.
    """
    per_nomor: dict[tuple[str, tuple[str, ...]], list[JudulBernomor]] = defaultdict(list)
    for j in daftar_judul_bernomor(dok):
        per_nomor[j.jenis, j.nomor].append(j)
    for daftar in per_nomor.values():
        # The same caption over two grids in a row is one table that the reader saw in parts.
        beda = [j for n, j in enumerate(daftar) if n == 0 or j.judul.lower() != daftar[n - 1].judul.lower()]
        if len(beda) > 1:
            yield Bukti(
                beda[1].letak,
                f"{beda[1].sebutan} {beda[1].judul}".strip(),
                f"nomor yang belum dipakai; sudah dipakai “{beda[0].sebutan} {beda[0].judul}”",
                f"{beda[0].sebutan} muncul {len(beda)} kali",
                _PERBAIKAN,
                (beda[0].letak, *(j.letak for j in beda[2:])),
            )


def nomor_bab_lain(dok: Dokumen) -> Iterator[Bukti]:
    """Nomor tabel atau gambar berawalan bab lain.

    Yang diperiksa: angka pertama nomor "2.3" terhadap bab tempatnya berdiri.
    Mengapa penting: pembaca mencari Tabel 2.3 di Bab II, dan nomor yang tertinggal menandakan tabel yang dipindahkan.
    Perbaikan: pakai penomoran otomatis per bab.
    Dasar: tata naskah dinas.
    """
    daftar = [j for j in daftar_judul_bernomor(dok) if len(j.nomor) >= 2 and j.nomor[0].isdigit() and j.bab]
    cocok = [j for j in daftar if int(j.nomor[0]) == j.bab]
    if 2 * len(cocok) <= len(daftar):  # the first figure does not mean the chapter in this report
        return
    salah: dict[tuple[str, int], list[JudulBernomor]] = defaultdict(list)
    for j in daftar:
        if int(j.nomor[0]) != j.bab:
            salah[j.nomor[0], j.bab].append(j)
    for (_, bab), grup in salah.items():
        yield Bukti(
            grup[0].letak,
            gabung_kata([j.sebutan for j in grup]),
            f"nomor berawalan {bab}",
            f"berada di Bab {_romawi(bab)}",
            "Nomori menurut babnya, sebaiknya otomatis.",
            tuple(j.letak for j in grup[1:]),
        )


def nomor_terlompat(dok: Dokumen) -> Iterator[Bukti]:
    """Di antara nomor tabel atau gambar ada nomor yang tidak dipakai.

    Yang diperiksa: urutan nomor per bab; nomor yang masih dirujuk dalam kalimat diperiksa aturan lain.
    Mengapa penting: nomor yang hilang menandakan tabel yang dihapus atau tidak berjudul.
    Perbaikan: pakai penomoran otomatis pengolah kata.
    Dasar: tata naskah dinas.
    """
    disebut = {(r.jenis, r.nomor) for r in daftar_rujukan(dok)}
    for jenis, daftar in _per_jenis(dok).items():
        hilang: list[tuple[JudulBernomor, str]] = []
        for awalan, grup in _per_awalan(daftar).items():
            urut = sorted({int(j.nomor[-1]): j for j in reversed(grup)}.items())
            lalu = 0
            for nomor, j in urut:
                antara = [(*awalan, str(n)) for n in range(lalu + 1, nomor)]
                hilang += [(j, ".".join(n)) for n in antara if (jenis, n) not in disebut]
                lalu = nomor
        if 0 < len(hilang) <= BATAS_HILANG:
            sesudah = list(dict.fromkeys(j for j, _ in hilang))
            yield Bukti(
                sesudah[0].letak,
                gabung_kata([j.sebutan for j in sesudah]),
                f"{jenis} {gabung_kata([n for _, n in hilang])} tidak ada",
                "nomor sebelumnya tidak dipakai",
                _PERBAIKAN,
                tuple(j.letak for j in sesudah[1:]),
            )


def nomor_tidak_urut(dok: Dokumen) -> Iterator[Bukti]:
    """Tabel atau gambar bernomor lebih besar berdiri sebelum yang lebih kecil.

    Yang diperiksa: urutan nomor di dalam setiap bab.
    Mengapa penting: urutan yang terbalik menandakan tabel yang dipindahkan tanpa dinomori ulang.
    Perbaikan: pakai penomoran otomatis pengolah kata.
    Dasar: tata naskah dinas.
    """
    for daftar in _per_jenis(dok).values():
        mundur = [
            (a, b)
            for grup in _per_awalan(daftar).values()
            for a, b in pairwise(grup)
            if int(b.nomor[-1]) < int(a.nomor[-1]) and a.bab == b.bab
        ]
        if mundur:
            a, b = mundur[0]
            yield Bukti(
                b.letak,
                b.sebutan,
                f"letaknya sebelum {a.sebutan}",
                f"{b.sebutan} berdiri sesudah {a.sebutan}",
                _PERBAIKAN,
                tuple(y.letak for _, y in mundur[1:]),
            )


def bentuk_nomor_berbeda(dok: Dokumen) -> Iterator[Bukti]:
    """Nomor tabel atau gambar berbeda bentuk dari yang lain.

    Yang diperiksa: banyaknya bagian nomor, "3.2.1" atau "4" di antara "3.1", "3.2", dan seterusnya.
    Mengapa penting: nomor yang berbeda bentuk tidak mempunyai tempat dalam urutan.
    Perbaikan: pakai penomoran otomatis dengan satu bentuk.
    Dasar: tata naskah dinas.
    """
    for daftar in _kelompok(daftar_judul_bernomor(dok)).values():
        lazim, jumlah = Counter(len(j.nomor) for j in daftar).most_common(1)[0]
        lain = [j for j in daftar if len(j.nomor) != lazim]
        if lain and jumlah >= 3 * len(lain):
            contoh = next(j for j in daftar if len(j.nomor) == lazim)
            yield Bukti(
                lain[0].letak,
                gabung_kata([j.sebutan for j in lain]),
                f"bentuk nomor seperti {contoh.sebutan}",
                f"{jumlah} nomor lain berbentuk demikian",
                _PERBAIKAN,
                tuple(j.letak for j in lain[1:]),
            )


def _kelompok(daftar: Sequence[JudulBernomor]) -> dict[str, list[JudulBernomor]]:
    """By kind, annexes ("Tabel L1.1") apart."""
    grup: dict[str, list[JudulBernomor]] = defaultdict(list)
    for j in daftar:
        if j.nomor[0].isdigit():
            grup[j.jenis].append(j)
    return grup


def _per_jenis(dok: Dokumen) -> dict[str, list[JudulBernomor]]:
    """By kind, only those whose number has the usual shape."""
    hasil = {}
    for jenis, daftar in _kelompok(daftar_judul_bernomor(dok)).items():
        lazim = Counter(len(j.nomor) for j in daftar).most_common(1)[0][0]
        hasil[jenis] = [j for j in daftar if len(j.nomor) == lazim and j.nomor[-1].isdigit()]
    return hasil


def _per_awalan(daftar: Sequence[JudulBernomor]) -> dict[tuple[str, ...], list[JudulBernomor]]:
    grup: dict[tuple[str, ...], list[JudulBernomor]] = defaultdict(list)
    for j in daftar:
        grup[j.nomor[:-1]].append(j)
    return grup


def _romawi(bab: int) -> str:
    return ("", "I", "II", "III", "IV", "V", "VI", "VII")[bab] if bab <= 7 else str(bab)


DAFTAR_ATURAN = (
    Aturan("STR001", "nomor-tabel-kembar", Tingkat.PERINGATAN, nomor_tabel_kembar),
    Aturan("STR002", "nomor-bab-lain", Tingkat.PERINGATAN, nomor_bab_lain),
    Aturan("STR003", "nomor-terlompat", Tingkat.INFO, nomor_terlompat),
    Aturan("STR004", "nomor-tidak-urut", Tingkat.INFO, nomor_tidak_urut),
    Aturan("STR005", "bentuk-nomor-berbeda", Tingkat.INFO, bentuk_nomor_berbeda),
)
