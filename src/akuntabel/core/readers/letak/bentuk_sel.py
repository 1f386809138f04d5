"""What the words of a cell are by their form: a value, the number of a row, an item of a list, the head of a column.

Only forms are judged here, never places; a form that could be prose as well is not a value.
"""

import re

PANJANG_NILAI = 60  # letters
_BILANGAN = r"\d+(?:[.,]\d+)*"
_RP = r"(?:Rp\.?\s?)"
_PREDIKAT = r"(?:AA|BB|CC|Cc|Bb|A|B|C|D|E|WTP-DPP|WTP|WDP|TMP)"
_SATUAN = (
    r"(?:%|persen|poin|lap(?:oran)?|dok(?:umen)?|buah|unit|paket|keg(?:iatan)?|org|orang|organisasi|kali|km2?|m[23]?|ha|kg|ton"
    r"|bulan|bln|hari|jam|tahun|thn|desa|kecamatan|kelurahan|sekolah|satker|opd|perkara|lembaga|kelompok|ruas|titik|event"
    r"|rekomendasi|peraturan|layanan|data|set|stel|lembar|rupiah|juta|miliar|level|skor|nilai|indeks)\.?"
)
_KOSONG = r"(?:[-–—]{1,2}(?:\s?(?:%|Rp\.?))?|Rp\.?\s?[-–]|nihil|n/?a|n\.a\.?|tidak ada)"
_ANGKA = rf"\(?\s?[-–−+±≥≤<>]?\s?{_RP}?{_BILANGAN}\.?(?:,-|\.-)?(?:\s?%|\s?o/o)?\s?\)?(?:\s?Rp\.?(?!\S))?"
_OCR = r"[lIO\d][lIOo\d.,]*\s?(?:%|o/o)|\d[lIOo\d]*[Oo]\d[lIOo\d]*"
_BERSATUAN = rf"{_BILANGAN}\s(?:\([a-z ]+\)\s)?{_SATUAN}(?!\S)"
_BERPREDIKAT = rf"(?:(?:nilai|level|predikat)\s)?(?:{_PREDIKAT}|\d)\s?\([\d.,]+\)|(?:nilai|opini)\s{_PREDIKAT}(?!\S)"
_DARI = rf"{_BILANGAN}\s(?:[a-z]+\s)?dari\s{_BILANGAN}(?:\s{_SATUAN}(?!\S))?"
_POTONGAN = rf"(?:{_DARI}|{_BERPREDIKAT}|{_BERSATUAN}|{_OCR}|{_ANGKA}|{_KOSONG})"

_POLA_NILAI = re.compile(rf"{_POTONGAN}|{_BILANGAN}\s[A-Za-z/.]{{1,14}}", re.IGNORECASE)
_POLA_PREDIKAT = re.compile(_PREDIKAT)
_POLA_POTONGAN = re.compile(_POTONGAN, re.IGNORECASE)
# The last word of any value; what does not look so needs no closer look.
_POLA_UJUNG = re.compile(
    rf"\S*[\d%)]\S*|[-–—]{{1,2}}|{_SATUAN}|{_PREDIKAT}|nihil|n/?a|n\.a\.?|ada|Rp\.?|\S*o/o", re.IGNORECASE
)
STRIP = ("-", "–", "—")
_POLA_SEDERHANA = re.compile(rf"{_BILANGAN}%?")
_POLA_PEMBUKA = re.compile(r"[(\-–−+±≥≤<>]*(?:Rp\.?)?|dari", re.IGNORECASE)
_POLA_NILAI_AWAL = re.compile(rf"(?:{_POTONGAN})(?!\S)", re.IGNORECASE)
_POLA_NOMOR = re.compile(r"\(?(?:\d{1,3}|[IVX]{1,5}|[A-Za-z])[.)]*")
_POLA_KODE = re.compile(r"\d{1,4}(?:\.\d{1,4}){0,6}(?:\.[A-Z]{2,3}(?:\.\d+)*)?\.?|[A-Z]{2,4}\.?\d{1,3}(?:\.\d+)*")
_POLA_BUTIR = re.compile(r"(?:\(?(?:[a-z]|\d{1,2})[.)]|[-•▪–*])\s*\S")
_POLA_TAHUN = re.compile(r"(?:19|20)\d\d")
_POLA_JUMLAH = re.compile(r"(?:sub\s*)?(?:jumlah|total|rata\s*-\s*rata)\b", re.IGNORECASE)
_POLA_LEKAT = re.compile(r"(?<=[^\W\d_])(?=(?:Rp\.?\s?)?\d{1,3}(?:[.,]\d{3}){2,}(?:[.,]\d{1,2})?(?!\S))")
_POLA_BESAR = re.compile(r"\d{1,3}(?:[.,]\d{3}){2,}|\d%$")
_POLA_RENTANG = re.compile(r"\d%?\s*(?:[-–—]|s\.?d\.?|s/d|sampai)\s*\d")
_POLA_BERTITIK = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d{1,3}(?:,\d{3})+(?:\.\d+)?")
_POLA_DESIMAL = re.compile(r"\d+[.,]\d*")
_POLA_SAMBUNGAN = re.compile(r"\d{0,3}(?:[.,]\d{0,3})*\s?%?\)?")


def is_nilai(teks: str) -> bool:
    """Whether a cell holds a figure, a predicate, or the mark of none."""
    return len(teks) <= PANJANG_NILAI and (
        _POLA_NILAI.fullmatch(teks) is not None or _POLA_PREDIKAT.fullmatch(teks) is not None
    )


def is_nomor(teks: str) -> bool:
    """The number of a row: 1, 2., (3), IV, a."""
    return _POLA_NOMOR.fullmatch(teks) is not None


def is_kode(teks: str) -> bool:
    """A code such as 076.01.01, 3355.003, IKU 1.2, or the number of a row."""
    return _POLA_KODE.fullmatch(teks) is not None or is_nomor(teks)


def is_butir(teks: str) -> bool:
    """An item that opens with its letter or number: "b. persentase"."""
    return _POLA_BUTIR.match(teks) is not None


def is_tahun(teks: str) -> bool:
    """A year by itself."""
    return _POLA_TAHUN.fullmatch(teks) is not None


def is_bertitik(teks: str) -> bool:
    """A figure whose marks of thousands are all in place: a line break has cut no part of it off for certain."""
    return _POLA_BERTITIK.fullmatch(teks) is not None


def is_jumlah(teks: str) -> bool:
    """Whether a label closes others: Jumlah, Total, Rata-rata."""
    return _POLA_JUMLAH.match(teks) is not None


def split_lekat(teks: str) -> str:
    """An amount that extraction glued to its label stands apart again: "Tanggungharjo200,000,000"."""
    return _POLA_LEKAT.sub(" ", teks)


def split_awal(teks: str) -> tuple[str, str]:
    """The value with which a text begins, and the rest; "" where it begins with none."""
    cocok = _POLA_NILAI_AWAL.match(teks)
    if cocok is None:
        kata, _, sisa = teks.partition(" ")
        return (kata, sisa.strip()) if _POLA_PREDIKAT.fullmatch(kata) else ("", teks)
    return cocok[0].strip(), teks[cocok.end() :].strip()


def split_belakang(teks: str) -> tuple[str, list[str]]:
    """The values with which a text ends, in order, and what stands before them."""
    kata = teks.split()
    nilai: list[str] = []
    akhir = len(kata)
    while akhir > 0:
        mulai = _awal_nilai(kata, akhir)
        if mulai is None:
            break
        nilai.append(" ".join(kata[mulai:akhir]))
        akhir = mulai
    return " ".join(kata[:akhir]), nilai[::-1]


def is_angka_ganda(teks: str, *, is_label: bool) -> bool:
    """Whether a cell holds figures of several columns: two values, or a sum of money behind a label."""
    if is_nilai(teks) or not any(c.isdigit() for c in teks) or _POLA_RENTANG.search(teks):
        return False
    nilai = [n for n in split_belakang(teks)[1] if any(c.isdigit() for c in n)]
    besar = [n for n in nilai if _POLA_BESAR.search(n)]
    return len(nilai) > 1 or (is_label and bool(besar))


def _awal_nilai(kata: list[str], akhir: int) -> int | None:
    """Where the value that ends before a word begins: the longest one of at most five words."""
    ujung = kata[akhir - 1]
    if not _POLA_UJUNG.fullmatch(ujung):
        return None
    if _POLA_SEDERHANA.fullmatch(ujung) and (akhir < 2 or not _POLA_PEMBUKA.fullmatch(kata[akhir - 2])):
        return akhir - 1
    for panjang in range(min(5, akhir), 0, -1):
        if panjang == 2 and kata[akhir - 2] in STRIP:
            continue  # an empty cell beside a figure, more often than a minus apart from its figure
        teks = " ".join(kata[akhir - panjang : akhir])
        if _POLA_POTONGAN.fullmatch(teks) or _POLA_PREDIKAT.fullmatch(teks):
            return akhir - panjang
    return None


def join_nilai(atas: str, bawah: str) -> str | None:
    """A figure that a line break cut in two ("99,4" above "7%"); None where these are no halves for certain."""
    if not atas or atas[-1] not in "0123456789.," or not _POLA_SAMBUNGAN.fullmatch(bawah):
        return None
    angka = atas.removeprefix("(").removeprefix("Rp").lstrip(". ")
    if bawah.endswith("%"):
        return atas + bawah if bawah == "%" or (_POLA_DESIMAL.fullmatch(angka) and len(bawah) <= 3) else None
    if is_bertitik(angka) and bawah[:1].isdigit():
        return None
    return atas + bawah if is_bertitik((angka + bawah).rstrip(")")) else None
