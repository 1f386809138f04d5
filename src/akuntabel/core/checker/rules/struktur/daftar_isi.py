"""STR: the table of contents and the outline, against the headings of the document itself."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from akuntabel.core.checker.bacaan.bagian import Judul
from akuntabel.core.checker.bacaan.daftar_depan import (
    POLA_BAB,
    POLA_HALAMAN,
    daftar_bagian_isi,
    daftar_blok_isi,
    is_judul_bertanda,
)
from akuntabel.core.checker.bacaan.kata import daftar_kata, gabung_kata
from akuntabel.core.checker.dokumen import Dokumen
from akuntabel.core.checker.temuan import Aturan, Bukti, Tingkat
from akuntabel.core.naskah.terbaca import Letak, ParagrafTerbaca

_HURUF = re.compile(r"(?P<nomor>[A-H])[.)]\s*(?P<judul>\S.*)")
_SISTEMATIKA = re.compile(
    r"(?:[-•]\s*|\d[.)]\s*)?BAB\s+(?P<nomor>[IV]{1,3}|[1-7])\b[.:\s–-]*(?P<judul>[^:;,.–]{3,90}?)"
    r"(?:\s*[:;,.–]|\s+(?:berisi|memuat|menjelaskan|menguraikan|menyajikan|pada bab)\b|$)",
    re.IGNORECASE,
)
_BIASA = frozenset({"tahun", "dan", "bab"})
PANJANG_BARIS = 160


@dataclass(frozen=True, slots=True)
class BarisIsi:
    """A line of the table of contents. bab: "" before the first; nomor: "A", or "" for a chapter itself."""

    bab: str
    nomor: str
    judul: str
    halaman: str
    letak: Letak
    tertulis: str


def _daftar_baris(dok: Dokumen) -> Iterator[BarisIsi]:
    """The chapters and the lettered headings that the table of contents names, in order."""
    for bagian in daftar_bagian_isi(dok):
        if "isi" not in bagian[0].teks.lower():
            continue
        bab = ""
        for p in bagian[1:]:
            halaman = POLA_HALAMAN.search(p.teks)
            judul = (p.teks[: halaman.start()] if halaman else p.teks).strip(" .…")
            nomor = ""
            if cocok := POLA_BAB.fullmatch(judul):
                bab, judul = cocok["nomor"].upper(), cocok["judul"]
            elif bab and (cocok := _HURUF.fullmatch(judul)):
                nomor, judul = cocok["nomor"], cocok["judul"]
            elif bab:
                bab = "" if judul.lower().startswith("lampiran") else bab
                continue
            yield BarisIsi(bab, nomor, judul, halaman["halaman"] if halaman else "", p.letak, p.teks)
        return


def _judul_bernomor(dok: Dokumen) -> dict[tuple[str, str], Judul]:
    """Chapters and lettered headings of the body by their numbers; where a file marks headings, only those count."""
    blok = {p.letak.blok for p in dok.daftar_paragraf if p.tingkat} if is_judul_bertanda(dok) else set()
    isi = daftar_blok_isi(dok)
    bab = ""
    hasil: dict[tuple[str, str], Judul] = {}
    for j in dok.daftar_judul:
        if (blok and j.letak.blok not in blok) or j.letak.blok in isi:
            continue
        cocok = POLA_BAB.match(j.teks) if j.tingkat == 1 and not j.nomor else None
        nomor = cocok["nomor"].upper() if cocok else j.nomor
        if j.tingkat == 1:
            bab = nomor if (nomor and not nomor.isalpha()) or re.fullmatch(r"[IVX]+", nomor) else ""
            if bab:
                hasil.setdefault((bab, ""), j)
        elif bab and j.tingkat == 2 and re.fullmatch(r"[A-H]", j.nomor):
            hasil.setdefault((bab, j.nomor), j)
    return hasil


def daftar_isi_tidak_sesuai(dok: Dokumen) -> Iterator[Bukti]:
    """Daftar isi tidak sama dengan judul-judul dalam laporan.

    Yang diperiksa: bab dan subbab berhuruf; judul yang hilang dari daftar isi, yang hanya ada di daftar isi, dan yang
    kata-katanya berbeda.
    Mengapa penting: pembaca mencari bagian menurut daftar isi; perbedaan menandakan judul yang tertinggal.
    Perbaikan: perbarui daftar isi secara otomatis dari judul.
    Dasar: tata naskah dinas.
    """
    baris = {(b.bab, b.nomor): b for b in _daftar_baris(dok) if b.bab}
    judul = _judul_bernomor(dok)
    if not baris or not judul:
        return
    for kunci, j in judul.items():
        b = baris.get(kunci)
        if b is not None and (beda := _beda_kata(b.judul, j.teks)):
            sama = len(set(daftar_kata(b.judul)) & set(daftar_kata(j.teks)))
            tingkat = Tingkat.INFO if 3 * sama >= 2 * len(set(daftar_kata(j.teks))) else None
            yield _bukti(b.letak, b.judul, f"“{j.teks}”, seperti judulnya", beda, (j.letak,), tingkat)
        elif b is None and _bab_terdaftar(baris, kunci) and kunci[1]:
            sebutan = f"{kunci[1]}. {j.teks}"
            yield _bukti(j.letak, sebutan, "tercantum dalam daftar isi", "judul ini tidak ada dalam daftar isi")
    for kunci, b in baris.items():
        if kunci not in judul and kunci[1] and _bab_terdaftar(judul, kunci):
            yield _bukti(b.letak, b.judul, "judul yang ada dalam laporan", "hanya ada dalam daftar isi")


def _bab_terdaftar(
    daftar: dict[tuple[str, str], BarisIsi] | dict[tuple[str, str], Judul], kunci: tuple[str, str]
) -> bool:
    """Whether other lettered headings of that chapter are there, so that the reader does see them."""
    return any(bab == kunci[0] and huruf for bab, huruf in daftar)


def _beda_kata(satu: str, dua: str) -> str:
    """The words in which two titles differ, capitals and marks aside; "" for none."""
    a, b = daftar_kata(satu), daftar_kata(dua)
    if "".join(a) == "".join(b) or not a or not b:
        return ""
    kurang, lebih = [k for k in b if k not in a], [k for k in a if k not in b]
    if not kurang and not lebih:
        return ""
    bagian = [f"tanpa “{' '.join(kurang)}”" if kurang else "", f"dengan “{' '.join(lebih)}”" if lebih else ""]
    return "ditulis " + " dan ".join(x for x in bagian if x)


def _bukti(
    letak: Letak,
    tertulis: str,
    hitung: str,
    penjelasan: str,
    lain: tuple[Letak, ...] = (),
    tingkat: Tingkat | None = None,
) -> Bukti:
    return Bukti(
        letak, tertulis, hitung, penjelasan, "Perbarui daftar isi secara otomatis dari judul.", lain, "", False, tingkat
    )


def halaman_daftar_isi_keliru(dok: Dokumen) -> Iterator[Bukti]:
    """Nomor halaman dalam daftar isi, daftar tabel, atau daftar gambar menurun, atau nol.

    Yang diperiksa: nomor halaman angka pada baris setiap daftar, dari atas ke bawah; yang keliru ialah baris yang tanpa
    dirinya daftar itu tidak menurun.
    Mengapa penting: bagian yang lebih belakang tidak mungkin berada di halaman yang lebih depan.
    Perbaikan: perbarui daftar isi secara otomatis.
    Dasar: tata naskah dinas.
    """
    for bagian in daftar_bagian_isi(dok):
        halaman = [(int(m["halaman"]), p) for p in bagian[1:] if (m := _find_halaman(p)) is not None]
        dok.tandai(*(p.letak for _, p in halaman))
        salah = [(p, "nomor halaman mulai 1, atau angka Romawi") for n, p in halaman if n == 0]
        urut = [(n, p) for n, p in halaman if n and not p.teks.lower().startswith("lampiran")]
        salah += [(urut[i][1], _sebut_harap(urut, i)) for i in _daftar_menurun([n for n, _ in urut])]
        if salah:
            p, hitung = salah[0]
            yield Bukti(
                p.letak,
                p.teks,
                hitung,
                f"{len(salah)} nomor halaman dalam {bagian[0].teks.strip().lower()} tidak mungkin",
                "Perbarui daftar isi secara otomatis.",
                tuple(x.letak for x, _ in salah[1:]),
            )


def _find_halaman(p: ParagrafTerbaca) -> re.Match[str] | None:
    """The page in digits at the end of a line of a list."""
    halaman = POLA_HALAMAN.search(p.teks) if len(p.teks) <= PANJANG_BARIS else None
    return halaman if halaman and halaman["halaman"].isdigit() else None


def _daftar_menurun(angka: Sequence[int]) -> list[int]:
    """The fewest places without which the numbers do not fall; where two can be meant, both."""
    depan = _panjang_naik(angka)
    belakang = _panjang_naik([-n for n in reversed(angka)])[::-1]
    panjang = max(depan, default=0)
    lewat = [a + b - 1 for a, b in zip(depan, belakang, strict=True)]
    pasti = [n for n, p in enumerate(lewat) if p < panjang]
    if len(pasti) + panjang == len(angka):
        return pasti
    turun = [n for n in range(1, len(angka)) if n not in pasti and angka[n] < angka[n - 1]]
    return sorted({*pasti, *turun, *(n - 1 for n in turun)}, key=lambda n: (n not in turun, n))


def _panjang_naik(angka: Sequence[int]) -> list[int]:
    """For each place how long the longest row of numbers is that does not fall and ends there."""
    hasil: list[int] = []
    for n, a in enumerate(angka):
        hasil.append(1 + max((hasil[m] for m in range(n) if angka[m] <= a), default=0))
    return hasil


def _sebut_harap(urut: Sequence[tuple[int, ParagrafTerbaca]], i: int) -> str:
    """Between which pages the one of that line must lie."""
    sebelum = max((n for n, _ in urut[:i] if not any(m < n for m, _ in urut[i + 1 :])), default=0)
    sesudah = next((n for n, _ in urut[i + 1 :] if n >= sebelum), 0)
    depan = f"paling depan halaman {sebelum}" if sebelum else ""
    belakang = f"paling belakang halaman {sesudah}" if sesudah else ""
    return ", ".join(x for x in (depan, belakang) if x)


def sistematika_tidak_sesuai(dok: Dokumen) -> Iterator[Bukti]:
    """Judul bab dalam uraian sistematika berbeda dari judul babnya.

    Yang diperiksa: "Bab II …" dalam uraian sistematika terhadap judul Bab II; tahun boleh ditambahkan.
    Mengapa penting: uraian sistematika yang berbeda biasanya disalin dari laporan lain.
    Perbaikan: samakan dengan judul babnya.
    Dasar: tata naskah dinas.
    """
    judul = _judul_bernomor(dok)
    isi = daftar_blok_isi(dok)
    bab = {j.letak.blok for (_, huruf), j in judul.items() if not huruf}
    for p in dok.daftar_paragraf:
        cocok = _SISTEMATIKA.match(p.teks)
        if not cocok or p.letak.blok in isi or p.letak.blok in bab or p.tingkat:
            continue
        atas = [x.teks.lower() for x in dok.find_bagian(p.letak).judul]
        j = judul.get((cocok["nomor"].upper(), ""))
        if j is None or not any("sistematika" in a for a in atas):
            continue
        a, b = _inti(cocok["judul"]), _inti(j.teks)
        kurang, lebih = [k for k in b if k not in a], [k for k in a if k not in b]
        if a and b and (kurang or lebih) and "".join(a) != "".join(b):
            yield Bukti(
                p.letak_bagian(cocok, "judul"),
                cocok["judul"].strip(),
                " ".join(daftar_kata(j.teks)).capitalize(),
                f"yang berbeda: {gabung_kata([f'“{k}”' for k in (*lebih, *kurang)])}",
                "Samakan dengan judul babnya.",
                (j.letak,),
                sebab=f"judul-bab:{p.letak.blok}",
            )


def _inti(teks: str) -> list[str]:
    return [k for k in daftar_kata(teks) if k not in _BIASA and not k.isdigit()]


DAFTAR_ATURAN = (
    Aturan("STR010", "daftar-isi-tidak-sesuai", Tingkat.PERINGATAN, daftar_isi_tidak_sesuai),
    Aturan("STR011", "halaman-daftar-isi-keliru", Tingkat.INFO, halaman_daftar_isi_keliru),
    Aturan("STR012", "sistematika-tidak-sesuai", Tingkat.PERINGATAN, sistematika_tidak_sesuai),
)
