"""STR: the numbers of headings and items, headings without content, items that run into each other."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from akuntabel.core.checker.bacaan.bagian import Judul
from akuntabel.core.checker.bacaan.daftar_depan import daftar_blok_isi, is_judul_bertanda
from akuntabel.core.checker.dokumen import Dokumen
from akuntabel.core.checker.temuan import Aturan, Bukti, Tingkat
from akuntabel.core.naskah.terbaca import ParagrafTerbaca

_BUTIR = re.compile(r"(?:[-•▪]\s*)?(?P<buka>\(?)(?P<nomor>\d{1,2}|[a-z])(?P<tutup>[.)])\s+(?P<isi>\S.*)", re.DOTALL)
_AKHIR_BUTIR = re.compile(r";\s*(?:dan|atau|dan/atau|serta)?\s*$", re.IGNORECASE)
_TITIK_KOMA = re.compile(r";\s+(?!(?:dan|atau|serta|dan/atau)\b\s*$)(?=\S)")
_NOMOR_DALAM = re.compile(r";\s+(?P<nomor>[b-z]|[2-9]|1\d)[.)]\s+\w")
_SISIPAN = re.compile(r":|(?:^|\s)\(?[a1i][.)]\s")
_BERGAMBAR = re.compile(
    r"\b(struktur|bagan|peta|grafik|gambar|foto|dokumentasi|logo|lampiran|daftar|organisasi|sampul|isi)\b",
    re.IGNORECASE,
)
_ROMAWI = {"I": 1, "II": 2, "III": 3, "IV": 4, "V": 5, "VI": 6, "VII": 7}
_KATA_SAMBUNG_HALAMAN = ("…", "...")  # a foot of a page that repeats how the next one begins
TINGKAT_PASTI = 3  # chapters, letters and sasaran are known by their marks; a figure may open an item of a list
JARAK_BUTIR = 3  # blocks between two items that still belong to one list
MINIMUM_DAFTAR = 4


def nomor_judul_terlompat(dok: Dokumen) -> Iterator[Bukti]:
    """Nomor judul terlompat atau berulang.

    Yang diperiksa: bab, huruf, "Sasaran 1", dan angka di bawah judul yang sama; nomor yang hilang dicari dahulu dalam
    teks di antaranya.
    Mengapa penting: judul yang hilang menandakan bagian yang terhapus atau tidak diberi judul.
    Perbaikan: lengkapi judulnya, atau nomori ulang.
    Dasar: tata naskah dinas.
    """
    for saudara in _daftar_saudara(_daftar_judul(dok)):
        awal = saudara[0]
        # A first number above 1 says something only of a few kinds; "C." may open a page that was cut out.
        if awal.tingkat == 3 and awal.teks and (_urutan(awal.nomor) or 1) > 1 and _is_sasaran(dok, awal):
            yield _bukti_judul(
                awal, f"{_sebutan(awal)} didahului nomor 1", f"tidak ada judul bernomor sebelum {awal.nomor}"
            )
        for a, b in pairwise(saudara):
            m, n = _urutan(a.nomor), _urutan(b.nomor)
            if m is None or n is None or n == m + 1 or n == 1:
                continue
            if n > m + 1 and not _ada_di_antara(dok, a, b, m + 1):
                yield _bukti_judul(b, f"nomor sesudah {a.nomor}", f"sesudah “{a.nomor}. {a.teks[:60]}”")
            elif n == m:
                yield _bukti_judul(b, "nomor yang belum dipakai", f"nomor {b.nomor} sudah dipakai “{a.teks[:60]}”")


def _daftar_judul(dok: Dokumen) -> list[Judul]:
    """The headings of the body. In a file that marks none, numbered lines may be items of a list: they are left out."""
    bertingkat = {p.letak.blok for p in dok.daftar_paragraf if p.tingkat} if is_judul_bertanda(dok) else set()
    isi = daftar_blok_isi(dok)
    return [
        j
        for j in dok.daftar_judul
        if j.letak.blok not in isi
        and (j.letak.blok in bertingkat if bertingkat else j.tingkat <= TINGKAT_PASTI)
        and not j.teks.endswith(_KATA_SAMBUNG_HALAMAN)
    ]


def _is_sasaran(dok: Dokumen, j: Judul) -> bool:
    return any(p.letak == j.letak and p.teks.lower().startswith("sasaran") for p in dok.daftar_paragraf)


def _sebutan(j: Judul) -> str:
    return f"Sasaran {j.nomor}" if j.tingkat == 3 else j.nomor


def _bukti_judul(j: Judul, hitung: str, penjelasan: str) -> Bukti:
    tertulis = f"{_sebutan(j)}{'.' if j.tingkat != 3 else ''} {j.teks[:80]}".strip()
    return Bukti(j.letak, tertulis, hitung, penjelasan, "Lengkapi judulnya, atau nomori ulang.")


def _daftar_saudara(daftar: Sequence[Judul]) -> Iterator[Sequence[Judul]]:
    """Headings of one level under one heading, where all of them bear a number of one kind."""
    grup: dict[tuple[int, int, str], list[Judul]] = defaultdict(list)
    tanpa_nomor: set[tuple[int, int]] = set()
    atas: list[tuple[int, int]] = []
    for n, j in enumerate(daftar):
        atas = [a for a in atas if a[0] < j.tingkat]
        induk = atas[-1][1] if atas else -1
        if j.nomor:
            grup[induk, j.tingkat, _jenis(j.nomor)].append(j)
        elif j.tingkat > 1:
            tanpa_nomor.add((induk, j.tingkat))
        atas.append((j.tingkat, n))
    for (induk, tingkat, _), saudara in grup.items():
        if (induk, tingkat) not in tanpa_nomor:
            yield saudara


def _jenis(nomor: str) -> str:
    return "angka" if nomor.isdigit() else "romawi" if nomor in _ROMAWI else "huruf"


def _urutan(nomor: str) -> int | None:
    if nomor.isdigit():
        return int(nomor)
    if nomor in _ROMAWI:
        return _ROMAWI[nomor]
    return ord(nomor) - 64 if len(nomor) == 1 and nomor.isupper() else None


def _ada_di_antara(dok: Dokumen, a: Judul, b: Judul, nomor: int) -> bool:
    """Whether a paragraph between two headings opens with the number that seems to be missing."""
    cetak = str(nomor) if a.nomor.isdigit() else chr(64 + nomor)
    if a.nomor in _ROMAWI and a.tingkat == 1:
        cetak = next((r for r, n in _ROMAWI.items() if n == nomor), cetak)
    pola = re.compile(rf"(?:BAB\s+|SASARAN\s+(?:STRATEGIS\s+)?)?{cetak}\b", re.IGNORECASE)
    return any(a.letak.blok < p.letak.blok < b.letak.blok and pola.match(p.teks) for p in dok.daftar_paragraf)


def judul_kosong(dok: Dokumen) -> Iterator[Bukti]:
    """Di bawah judul tidak ada isi.

    Yang diperiksa: bab dan subbab berhuruf yang langsung diikuti judul setingkat atau lebih tinggi; judul yang isinya
    dapat berupa gambar dibiarkan.
    Mengapa penting: bagian yang dijanjikan judul itu tidak ada.
    Perbaikan: isi bagian itu, atau hapus judulnya.
    Dasar: PermenPANRB 53/2014, lampiran III/2-2.
    """
    bertingkat = is_judul_bertanda(dok)
    for a, b in pairwise(_daftar_judul(dok)):
        jarak = 2 if a.tingkat == 1 and not bertingkat and b.tingkat == 1 else 1
        if a.tingkat > 2 or b.tingkat > a.tingkat or not a.nomor or _BERGAMBAR.search(a.teks):
            continue
        if b.letak.blok - a.letak.blok <= jarak:
            yield Bukti(
                a.letak,
                f"{a.nomor}. {a.teks}",
                "isi di bawah judulnya",
                f"langsung diikuti judul “{b.teks[:60]}”",
                "Isi bagian itu, atau hapus judulnya.",
            )


def nomor_butir_terlompat(dok: Dokumen) -> Iterator[Bukti]:
    """Nomor butir dalam daftar terlompat atau berulang.

    Yang diperiksa: butir "1.", "2.", … atau "a.", "b.", … yang berdekatan.
    Mengapa penting: butir yang hilang atau berulang menandakan teks yang terhapus atau tersalin.
    Perbaikan: nomori ulang, sebaiknya otomatis.
    Dasar: tata naskah dinas.
    """
    if dok.naskah.bentuk == "pdf":  # lines of a page do not say for certain where an item begins
        return
    isi = daftar_blok_isi(dok)
    judul = {j.letak.blok for j in dok.daftar_judul}
    butir = [
        (p, m)
        for p in dok.daftar_paragraf
        if (m := _BUTIR.match(p.teks))
        and p.letak.blok not in isi | judul
        and not p.teks.endswith(_KATA_SAMBUNG_HALAMAN)
    ]
    for (p, m), (q, n) in pairwise(butir):
        if (m["buka"], m["tutup"], m["nomor"].isdigit()) != (n["buka"], n["tutup"], n["nomor"].isdigit()):
            continue
        if q.letak.blok - p.letak.blok > JARAK_BUTIR or _ada_judul(judul, p, q):
            continue
        lalu, kini = _nilai_butir(m["nomor"]), _nilai_butir(n["nomor"])
        tertinggal = (
            kini > lalu + 1 and kini <= lalu + 3 and not re.search(rf"\b{_cetak(m['nomor'], lalu + 1)}[.)]", p.teks)
        )
        # Two lists of one item each are no repetition; the second must go on.
        berulang = kini == lalu and lalu > 1
        if tertinggal or berulang:
            yield Bukti(
                q.letak_bagian(n, "nomor"),
                f"{n['nomor']}{n['tutup']} {n['isi'][:60]}",
                f"{_cetak(m['nomor'], lalu + 1)}{n['tutup']}",
                f"butir sebelumnya bernomor {m['nomor']}{m['tutup']}",
                "Nomori ulang, sebaiknya otomatis.",
            )


def _ada_judul(judul: set[int], p: ParagrafTerbaca, q: ParagrafTerbaca) -> bool:
    return any(blok in judul for blok in range(p.letak.blok + 1, q.letak.blok))


def _nilai_butir(nomor: str) -> int:
    return int(nomor) if nomor.isdigit() else ord(nomor) - 96


def _cetak(contoh: str, nilai: int) -> str:
    return str(nilai) if contoh.isdigit() else chr(96 + nilai)


def butir_menyatu(dok: Dokumen) -> Iterator[Bukti]:
    """Dua butir tergabung dalam satu butir.

    Yang diperiksa: daftar yang butir-butirnya berakhir dengan titik koma; satu butir memuat titik koma di tengahnya,
    apalagi diikuti nomor.
    Mengapa penting: jumlah butir menjadi salah, dan butir yang menumpang tidak terlihat.
    Perbaikan: pisahkan menjadi dua butir.
    Dasar: tata naskah dinas.
    """
    for daftar in _daftar_butir(dok.daftar_paragraf):
        dalam = [(p, m) for p in daftar if (m := _TITIK_KOMA.search(_AKHIR_BUTIR.sub("", p.teks)))]
        if len(dalam) != 1:
            continue
        p, m = dalam[0]
        # A capital after the semicolon opens an item; a small letter may go on with the same one.
        if len(daftar) < MINIMUM_DAFTAR - p.teks[m.end()].isupper():
            continue
        if _SISIPAN.search(_isi_butir(p.teks)[: max(m.start() - 3, 0)]):
            continue
        bernomor = _NOMOR_DALAM.search(p.teks)
        potongan = p.teks[m.end() :][:60]
        yield Bukti(
            p.letak_bagian(m),
            f"…; {potongan}",
            "butir tersendiri",
            f"butir ini memuat butir lain bernomor “{bernomor['nomor']}.”"
            if bernomor
            else "butir lain dalam daftar ini masing-masing satu kalimat",
            "Pisahkan menjadi dua butir.",
            tingkat=Tingkat.PERINGATAN if bernomor else None,
        )


def _isi_butir(teks: str) -> str:
    cocok = _BUTIR.match(teks)
    return cocok["isi"] if cocok else teks


def _daftar_butir(paragraf: Sequence[ParagrafTerbaca]) -> Iterator[list[ParagrafTerbaca]]:
    """Runs of items that end in semicolons, the last one with its full stop."""
    lari: list[ParagrafTerbaca] = []
    for p in paragraf:
        lanjut = bool(lari) and p.letak.blok - lari[-1].letak.blok <= 1
        if _AKHIR_BUTIR.search(p.teks) and len(p.teks) < 900:
            lari = [*lari, p] if lanjut else [p]
            continue
        if lanjut:
            yield [*lari, p]
        elif lari:
            yield lari
        lari = []
    if lari:
        yield lari


DAFTAR_ATURAN = (
    Aturan("STR013", "nomor-judul-terlompat", Tingkat.PERINGATAN, nomor_judul_terlompat),
    Aturan("STR014", "nomor-butir-terlompat", Tingkat.INFO, nomor_butir_terlompat),
    Aturan("STR015", "butir-menyatu", Tingkat.INFO, butir_menyatu),
    Aturan("STR016", "judul-kosong", Tingkat.INFO, judul_kosong),
)
