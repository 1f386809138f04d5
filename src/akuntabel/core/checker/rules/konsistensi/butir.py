"""KON: a count in a sentence against the list that follows it."""

import re
from collections.abc import Iterator, Sequence

from akuntabel.core.calc.terbilang import terbilang
from akuntabel.core.checker.bacaan.bagian import is_baris_daftar_isi
from akuntabel.core.checker.bacaan.prosa import Kalimat
from akuntabel.core.checker.dokumen import Dokumen
from akuntabel.core.checker.temuan import Aturan, Bukti, Tingkat
from akuntabel.core.naskah.terbaca import Letak, ParagrafTerbaca, TabelTerbaca

_BILANGAN = {terbilang(n): n for n in range(2, 13)}
_CACAH = re.compile(
    rf"(?<![\d.,/%])\b(?:(?P<n>\d{{1,2}})(?:\s*\([a-z ]+\))?|(?P<kata>{'|'.join(_BILANGAN)}))\s+(?:buah\s+)?"
    r"(?P<benda>[A-Za-z][\w/-]*)",
    re.IGNORECASE,
)
_PEMBUKA = re.compile(
    r"\b(?:yaitu|yakni|ialah|adalah|meliputi|mencakup|terdiri (?:dari|atas)|sebagai berikut|antara lain|diantaranya"
    r"|di antaranya|seperti|misalnya)\b(?:(?:\s+\w+){0,2}\s*:)?",
    re.IGNORECASE,
)
# What each of these words, and each of the divisions below, holds.
_KATA_PEMBUKA = ("yaitu", "yakni", "ialah", "adalah", "meliputi", "mencakup", "terdiri", "sebagai berikut")
_KATA_CONTOH = ("antara", "seperti", "misalnya")
_KATA_BIDANG = ("divisi", "bidang", "seksi", "subbagian")
_TIDAK_LENGKAP = re.compile(r"antara lain|di ?antaranya|seperti|misalnya|dan lain|dll|dsb", re.IGNORECASE)
_BUKAN_BENDA = re.compile(
    r"persen|tahun|bulan|hari|orang|kali|jam|rupiah|juta|miliar|triliun|ribu|poin|dari|periode|januari|februari|maret|april"
    r"|mei|juni|juli|agustus|september|oktober|november|desember|dan|atau|sampai|lembar|unit|paket|tps|desa|kelurahan",
    re.IGNORECASE,
)
_NOMOR_DALAM = re.compile(r"\((\d{1,2}|[a-h])\)\s")
_TANDA = re.compile(r"(?P<bullet>[-•–])\s+|(?P<angka>\d{1,2})[.)]\s+|(?P<huruf>[a-h])[.)]\s+")
JARAK_KE_DAFTAR = 120  # letters between the count and the words that open the list
_BIDANG = re.compile(r"(?P<n>\d{1,2})(?:\s*\([a-z ]+\))?\s+(?P<benda>divisi|bidang|seksi|subbagian)\b", re.IGNORECASE)


def cacah_tidak_sesuai_daftar(dok: Dokumen) -> Iterator[Bukti]:
    """Jumlah yang disebut berbeda dari banyaknya butir yang menyusulnya.

    Yang diperiksa: "2 program yaitu: (1) …; (2) …", "10 segmen yaitu …; …; …", dan "3 (tiga) indikator yaitu:" yang
    diikuti butir atau judul bernomor; daftar yang tidak lengkap ("antara lain") tidak diperiksa.
    Mengapa penting: butir yang hilang tidak terlihat; jumlahnya sering tertinggal dari laporan lain.
    Perbaikan: lengkapi daftarnya atau betulkan jumlahnya.
    Dasar: tata naskah dinas.
    """
    isi = dok.naskah.isi
    urutan = {b.letak.blok: n for n, b in enumerate(isi)}
    for k in dok.daftar_kalimat_dengan(*_KATA_PEMBUKA, *_KATA_CONTOH, *_KATA_BIDANG):
        klaim = _find_klaim(k)
        if klaim is None:
            yield from _periksa_bidang(dok, k)
            continue
        jumlah, ekor, letak, tertulis = klaim
        butir = _cacah_sebaris(ekor) if ekor else _cacah_butir(dok, urutan[k.blok])
        if not butir:
            continue
        dok.tandai(letak)
        if butir != jumlah:
            yield Bukti(
                letak,
                tertulis,
                f"{butir} ({terbilang(butir)})",
                f"yang menyusul kalimat itu {butir} butir",
                "Lengkapi daftarnya, atau betulkan jumlahnya.",
            )


def _find_klaim(k: Kalimat) -> tuple[int, str, Letak, str] | None:
    """The last count before the words that open a list, and what follows these words in the sentence."""
    pembuka = list(_PEMBUKA.finditer(k.teks))
    if not pembuka or _TIDAK_LENGKAP.search(k.teks):
        return None
    buka = next((p for p in pembuka if p[0].rstrip().endswith(":") or k.teks[p.end() :].strip()), None)
    if buka is None:
        return None
    klaim = [
        m
        for m in _CACAH.finditer(k.teks, 0, buka.start())
        if not _BUKAN_BENDA.fullmatch(m["benda"]) and buka.start() - m.end() <= JARAK_KE_DAFTAR
    ]
    if not klaim or k.teks[buka.end() :].strip().startswith("Tabel"):
        return None
    m = klaim[-1]
    jumlah = int(m["n"]) if m["n"] else _BILANGAN[m["kata"].lower()]
    return (jumlah, k.teks[buka.end() :].strip(), k.letak_bagian(m), m[0]) if jumlah > 1 else None


def _cacah_sebaris(ekor: str) -> int:
    """Items within the sentence: numbered "(1) … (2) …", or set off by semicolons; 0 where it is not certain."""
    nomor = _NOMOR_DALAM.findall(ekor)
    if nomor:
        harap = [str(n) for n in range(1, len(nomor) + 1)] if nomor[0].isdigit() else list("abcdefgh"[: len(nomor)])
        return len(nomor) if nomor == harap and len(nomor) > 1 else 0
    potongan = [p for p in ekor.rstrip(".").split(";") if p.strip()]
    return len(potongan) if len(potongan) > 1 else 0


def _cacah_butir(dok: Dokumen, urut: int) -> int:
    """Items in the paragraphs below: marked alike and in order, up to the next heading of a higher level."""
    isi = dok.naskah.isi
    pertama = isi[urut + 1] if urut + 1 < len(isi) else None
    tanda = _TANDA.match(pertama.teks) if isinstance(pertama, ParagrafTerbaca) else None
    if tanda is None or is_baris_daftar_isi(tanda.string):
        return 0
    if tanda["bullet"]:
        return _cacah_bullet(isi, urut + 1)
    jenis = "angka" if tanda["angka"] else "huruf"
    if tanda[jenis] not in ("1", "a"):
        return 0
    judul = {j.letak.blok: j.tingkat for j in dok.daftar_judul}
    batas = judul.get(isi[urut + 1].letak.blok, 5)
    jumlah = 0
    for blok in isi[urut + 1 :]:
        if judul.get(blok.letak.blok, 9) < batas:
            break
        cocok = _TANDA.match(blok.teks) if isinstance(blok, ParagrafTerbaca) else None
        harap = str(jumlah + 1) if jenis == "angka" else "abcdefghijk"[jumlah : jumlah + 1]
        if cocok and cocok[jenis] == harap:
            jumlah += 1
        elif cocok and cocok[jenis] in ("1", "a"):
            break
    return jumlah


def _cacah_bullet(isi: Sequence[ParagrafTerbaca | TabelTerbaca], awal: int) -> int:
    jumlah = 0
    for blok in isi[awal:]:
        cocok = _TANDA.match(blok.teks) if isinstance(blok, ParagrafTerbaca) else None
        if cocok is None or not cocok["bullet"]:
            break
        jumlah += 1
    return jumlah


def _periksa_bidang(dok: Dokumen, k: Kalimat) -> Iterator[Bukti]:
    """ "dalam 5 divisi", followed by paragraphs that each open with "Divisi …"."""
    m = _BIDANG.search(k.teks)
    if m is None or _TIDAK_LENGKAP.search(k.teks):
        return
    bagian = dok.find_bagian(k.paragraf.letak)
    awal = m["benda"].capitalize() + " "
    butir = {
        p.teks
        for p in dok.daftar_paragraf
        if p.letak.blok > k.blok and p.teks.startswith(awal) and dok.find_bagian(p.letak) == bagian
    }
    if not butir:
        return
    dok.tandai(k.letak_bagian(m, "n"))
    if len(butir) != int(m["n"]):
        yield Bukti(
            k.letak_bagian(m),
            m[0],
            f"{len(butir)} {m['benda'].lower()}",
            f"{m['benda'].lower()} yang diuraikan di bawahnya",
            "Lengkapi uraiannya, atau betulkan jumlahnya.",
        )


DAFTAR_ATURAN = (Aturan("KON007", "cacah-tidak-sesuai-daftar", Tingkat.GALAT, cacah_tidak_sesuai_daftar),)
