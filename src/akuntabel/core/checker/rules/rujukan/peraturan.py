"""RUJ: regulations that are cited."""

import re
from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from akuntabel.core.calc.angka import format_tanggal
from akuntabel.core.checker.bacaan.judul_peraturan import MINIMUM_COCOK, BedaJudul, compare_judul
from akuntabel.core.checker.bacaan.kutipan_peraturan import KutipanPeraturan, daftar_kutipan, jenis_peraturan
from akuntabel.core.checker.dokumen import Dokumen
from akuntabel.core.checker.temuan import Aturan, Bukti, Tingkat
from akuntabel.core.naskah.terbaca import Letak
from akuntabel.core.regulasi import Peraturan, daftar_peraturan

# In these words an old regulation is named as history, which is right.
_RIWAYAT = re.compile(r"mencabut|dicabut|diganti|menggantikan|diubah|mengubah|perubahan", re.IGNORECASE)
_DIUBAH = re.compile(
    r"(?:yang |sebagaimana |telah |dan |beberapa kali |terakhir )*(?:di)?ubah(?: \w+)?"
    r" (?:dengan|dalam|oleh|melalui|menjadi)\s*$",
    re.IGNORECASE,
)
_DICABUT = re.compile(
    r"(?:yang |sebagaimana |telah |dan )*(?:dicabut|diganti(?:kan)?)(?: \w+)? (?:dengan|dalam|oleh|melalui)\s*$",
    re.IGNORECASE,
)
JARAK_HUBUNGAN = 160  # characters between two citations that one verb can join
_JENIS_LAIN = ("kpt-kpu", "pkpu", "kmk", "per-pb")  # whose end is that of a plan or a year: history may name them
_INGATAN = "M-m"  # titles that were not seen, only remembered, prove nothing


def peraturan_tidak_berlaku(dok: Dokumen) -> Iterator[Bukti]:
    """Peraturan yang dikutip sudah dicabut sebelum akhir tahun laporan.

    Yang diperiksa: nomor dan tahun peraturan terhadap daftar peraturan beserta masa berlakunya.
    Mengapa penting: dasar hukum yang sudah dicabut tidak dapat menjadi dasar.
    Perbaikan: kutip penggantinya, atau sebutkan bahwa peraturan itu sudah dicabut.
    Dasar: daftar peraturan Akuntabel, masing-masing dengan tanda keyakinannya.
    """
    if dok.tahun is None:
        return
    akhir = date(dok.tahun, 12, 31)
    tempat: dict[str, list[Letak]] = defaultdict(list)
    for k in daftar_kutipan(dok):
        p = k.peraturan
        if p is None or (k.jenis in _JENIS_LAIN and not p.digantikan_oleh) or _is_sumber(k):
            continue
        if _RIWAYAT.search(k.paragraf.teks):
            continue
        dok.tandai(k.letak)
        # What began after the report's year was not repealed; another rule speaks of it.
        if not p.is_berlaku(akhir) and p.tahun <= dok.tahun:
            tempat[p.id].append(k.paragraf.letak)
    for kode, daftar in tempat.items():
        yield _bukti_dicabut(daftar_peraturan()[kode], daftar[0], tuple(daftar[1:]))


def _is_sumber(k: KutipanPeraturan) -> bool:
    """A line "Sumber: …" says where a formula or a scale comes from; it is no legal ground of the report."""
    return k.paragraf.teks.startswith("Sumber")


def _bukti_dicabut(peraturan: Peraturan, letak: Letak, tempat_lain: tuple[Letak, ...]) -> Bukti:
    pengganti = [daftar_peraturan()[p].sebutan_pendek for p in peraturan.digantikan_oleh]
    akhir = (
        f"berlaku sampai {format_tanggal(peraturan.berlaku_sampai)}" if peraturan.berlaku_sampai else "sudah dicabut"
    )
    return Bukti(
        letak,
        peraturan.sebutan_pendek,
        akhir + (f", diganti {', '.join(pengganti)}" if pengganti else ""),
        peraturan.catatan or "sudah tidak berlaku pada akhir tahun laporan",
        "Kutip penggantinya, atau sebutkan bahwa peraturan itu sudah dicabut.",
        tempat_lain,
    )


def judul_peraturan_keliru(dok: Dokumen) -> Iterator[Bukti]:
    """Judul peraturan dikutip dengan kata yang berbeda dari judul resminya.

    Yang diperiksa: kata-kata sesudah "tentang" terhadap judul resmi; huruf besar, tanda baca, singkatan, dan kutipan
    yang dipotong dibiarkan.
    Mengapa penting: judul yang keliru menunjuk peraturan yang tidak ada.
    Perbaikan: salin judul resminya.
    Dasar: daftar peraturan Akuntabel, masing-masing dengan tanda keyakinannya.
    """
    kutipan = list(daftar_kutipan(dok))
    dilaporkan: set[tuple[str, str]] = set()
    for n, k in enumerate(kutipan):
        p = k.peraturan
        if p is None or not k.judul or not p.is_judul_resmi or p.tanda == _INGATAN:
            continue
        beda = compare_judul(k.judul, p.judul)
        dok.tandai(k.letak)
        if not _is_keliru(beda) or _is_judul_sebelumnya(kutipan[:n], k):
            continue
        salah, benar = " ".join(beda.tertulis), " ".join(beda.resmi)
        if (p.id, salah) in dilaporkan:
            continue
        dilaporkan.add((p.id, salah))
        yield Bukti(
            k.letak,
            f"{k.sebutan} tentang {' '.join(k.judul.split()[: beda.panjang + 3])}",
            f"tentang {p.judul}",
            f"yang berbeda: tertulis “{salah or '(tidak ada)'}”, judul resmi “{benar or '(tidak ada)'}”",
            "Salin judul resminya.",
        )


def _is_keliru(beda: BedaJudul) -> bool:
    """A few words differ while most agree; where little agrees it may be the title of another regulation."""
    if not (beda.tertulis or beda.resmi) or set(beda.tertulis) | set(beda.resmi) <= {"dan"}:
        return False
    lain = max(len(beda.tertulis), len(beda.resmi))
    return beda.cocok >= min(MINIMUM_COCOK, beda.panjang) and lain <= max(beda.cocok, 1)


def _is_judul_sebelumnya(sebelum: list[KutipanPeraturan], k: KutipanPeraturan) -> bool:
    """ "UU A, diubah dengan UU B, tentang …": the title may be that of the one named before."""
    return any(
        s.paragraf is k.paragraf
        and s.peraturan is not None
        and 0 < k.awal - s.akhir < JARAK_HUBUNGAN
        and compare_judul(k.judul, s.peraturan.judul).is_lengkap
        for s in sebelum[-3:]
    )


def tahun_peraturan_keliru(dok: Dokumen) -> Iterator[Bukti]:
    """Nomor atau tahun peraturan tidak cocok dengan judul yang dikutip bersamanya.

    Yang diperiksa: peraturan yang tidak dikenal, padahal judulnya tepat judul peraturan lain yang nomor atau tahunnya
    sama.
    Mengapa penting: peraturan dengan nomor dan tahun itu bukan yang dimaksud.
    Perbaikan: tulis nomor dan tahun yang benar.
    Dasar: daftar peraturan Akuntabel, masing-masing dengan tanda keyakinannya.
    """
    for k in daftar_kutipan(dok):
        if k.peraturan is not None or not k.judul or k.tahun is None or k.jenis in _JENIS_LAIN:
            continue
        for p in daftar_peraturan().values():
            serupa = (jenis_peraturan(p) == k.jenis) + (p.nomor.upper() == k.nomor) + (p.tahun == k.tahun)
            if serupa != 2 or not p.is_judul_resmi or p.tanda == _INGATAN:
                continue
            beda = compare_judul(k.judul, p.judul)
            if beda.is_lengkap and beda.panjang >= MINIMUM_COCOK:
                dok.tandai(k.letak)
                yield Bukti(
                    k.letak,
                    k.sebutan,
                    p.sebutan_pendek,
                    f"judul yang dikutip adalah judul {p.sebutan_pendek}",
                    "Tulis nomor dan tahun yang benar.",
                )
                break


def hubungan_peraturan_keliru(dok: Dokumen) -> Iterator[Bukti]:
    """Peraturan disebut diubah, padahal dicabut; atau sebaliknya.

    Yang diperiksa: dua peraturan yang dihubungkan dengan "diubah dengan" atau "dicabut dengan", terhadap daftar
    peraturan.
    Mengapa penting: peraturan yang diubah masih berlaku, yang dicabut tidak.
    Perbaikan: pakai kata yang benar, dan kutip peraturan yang berlaku.
    Dasar: daftar peraturan Akuntabel, masing-masing dengan tanda keyakinannya.
    """
    for a, b in pairwise(daftar_kutipan(dok)):
        lama, baru = a.peraturan, b.peraturan
        if lama is None or baru is None or a.paragraf is not b.paragraf or b.awal - a.akhir > JARAK_HUBUNGAN:
            continue
        antara = a.paragraf.teks[a.akhir : b.awal]
        is_dicabut, is_diubah = baru.id in lama.digantikan_oleh, baru.id in lama.diubah_oleh
        if not (is_dicabut or is_diubah):
            continue
        salah = (is_dicabut and not is_diubah and _DIUBAH.search(antara)) or (
            is_diubah and not is_dicabut and _DICABUT.search(antara)
        )
        dok.tandai(a.letak)
        if salah:
            benar = "dicabut" if is_dicabut else "diubah"
            yield Bukti(
                a.letak,
                f"{a.sebutan} {salah[0].strip()} {b.sebutan}",
                f"{benar} dengan {b.sebutan}",
                lama.catatan
                or f"{a.sebutan} {benar}, bukan {'diubah' if is_dicabut else 'dicabut'}, dengan {b.sebutan}",
                "Pakai kata yang benar, dan kutip peraturan yang berlaku.",
            )


def peraturan_sesudah_laporan(dok: Dokumen) -> Iterator[Bukti]:
    """Peraturan yang dikutip terbit lama sesudah tahun laporan.

    Yang diperiksa: tahun peraturan terhadap tahun laporan ditambah satu, karena laporan disusun pada tahun berikutnya.
    Mengapa penting: tahun yang mustahil menandakan salah ketik, atau teks yang tersalin dari laporan lain.
    Perbaikan: betulkan tahunnya, atau kutip peraturan yang berlaku pada tahun laporan.
    Dasar: aritmetika.
    """
    if dok.tahun is None:
        return
    tempat: dict[tuple[str, str, int], list[KutipanPeraturan]] = defaultdict(list)
    for k in daftar_kutipan(dok):
        if k.tahun is not None and k.tahun > dok.tahun + 1 and not _is_sumber(k):
            tempat[k.jenis, k.nomor, k.tahun].append(k)
    for daftar in tempat.values():
        yield Bukti(
            daftar[0].letak,
            daftar[0].sebutan,
            f"peraturan dari {dok.tahun + 1} atau sebelumnya",
            f"laporan tahun {dok.tahun} disusun sebelum peraturan itu ada",
            "Betulkan tahunnya, atau kutip peraturan yang berlaku pada tahun laporan.",
            tuple(k.letak for k in daftar[1:]),
        )


DAFTAR_ATURAN = (
    Aturan("RUJ001", "peraturan-tidak-berlaku", Tingkat.PERINGATAN, peraturan_tidak_berlaku),
    Aturan("RUJ002", "judul-peraturan-keliru", Tingkat.INFO, judul_peraturan_keliru),
    Aturan("RUJ003", "tahun-peraturan-keliru", Tingkat.PERINGATAN, tahun_peraturan_keliru),
    Aturan("RUJ004", "hubungan-peraturan-keliru", Tingkat.PERINGATAN, hubungan_peraturan_keliru),
    Aturan("RUJ008", "peraturan-sesudah-laporan", Tingkat.PERINGATAN, peraturan_sesudah_laporan),
)
