"""BHS: numbers beside their words, and amounts that are missing."""

import re
from collections.abc import Iterator
from decimal import Decimal

from akuntabel.core.calc.baca_angka import AngkaTidakTerbacaError, parse_angka
from akuntabel.core.calc.terbilang import BATAS, TerbilangTidakTerbacaError, parse_terbilang, terbilang
from akuntabel.core.checker.bacaan.kata import tanpa_kutipan
from akuntabel.core.checker.dokumen import Dokumen, per_dokumen
from akuntabel.core.checker.temuan import Aturan, Bukti, Tingkat
from akuntabel.core.naskah.terbaca import ParagrafTerbaca

# The number, a scale word, its unit, and in parentheses its words with the unit that they name.
_PASANGAN = re.compile(
    r"(?<![\w.,/*-])\*{0,2}(?P<angka>(?:Rp\.?\s?)?\d[\d.,]*)(?P<strip>,-)?\*{0,2}\s*(?P<skala>ribu|juta|mil[iy]ar|tril[iy]u?n)?"
    r"\s*(?P<persen>%|persen)?\s*\((?P<kata>[A-Za-z -]{3,}?)(?:\s+(?P<satuan>rupiah|persen))?\s*\)",
    re.IGNORECASE,
)
_SKALA = {"ribu": 3, "juta": 6, "miliar": 9, "triliun": 12}
_LEKAT = re.compile(r"\b(satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan)(belas|puluh|ratus|ribu|juta)\b")


def terbilang_tidak_cocok(dok: Dokumen) -> Iterator[Bukti]:
    """Angka dan terbilangnya berbeda, atau yang di dalam kurung bukan terbilang.

    Yang diperiksa: "3 (tiga)", "Rp5.000 (lima ribu rupiah)", "83% (delapan puluh tiga)", "2,5 (dua koma lima)".
    Mengapa penting: bila angka dan hurufnya berbeda, tidak jelas mana yang berlaku.
    Perbaikan: samakan keduanya.
    Dasar: tata naskah dinas.
    """
    for p, cocok, angka, tertulis in _daftar_pasangan(dok):
        dok.tandai(p.letak_bagian(cocok))
        if angka != tertulis:
            yield Bukti(
                p.letak_bagian(cocok),
                cocok[0],
                terbilang(angka) if angka.copy_abs() < BATAS else f"terbilang {cocok['angka']}",
                "terbilang angkanya",
                "Samakan angka dan terbilangnya.",
            )


def terbilang_tanpa_satuan(dok: Dokumen) -> Iterator[Bukti]:
    """Terbilang persentase atau jumlah uang tidak menyebut satuannya.

    Yang diperiksa: "83% (delapan puluh tiga)" tanpa "persen", "Rp5.000 (lima ribu)" tanpa "rupiah".
    Mengapa penting: terbilang menggantikan angkanya, jadi harus sama lengkapnya.
    Perbaikan: tambahkan satuannya.
    Dasar: tata naskah dinas.
    """
    for p, cocok, angka, tertulis in _daftar_pasangan(dok):
        satuan = "persen" if cocok["persen"] else "rupiah" if cocok["angka"].lower().startswith("rp") else ""
        if satuan and not cocok["satuan"] and angka == tertulis:
            benar = f"({cocok['kata'].strip().lower()} {satuan})"
            yield Bukti(p.letak_bagian(cocok), cocok[0], benar, f"tanpa “{satuan}”", f"Tulis “{benar}”.")


@per_dokumen
def _daftar_pasangan(dok: Dokumen) -> tuple[tuple[ParagrafTerbaca, re.Match[str], Decimal, Decimal], ...]:
    """Every number with number words in parentheses behind it; both as values."""
    return tuple(_baca_pasangan(dok))


def _baca_pasangan(dok: Dokumen) -> Iterator[tuple[ParagrafTerbaca, re.Match[str], Decimal, Decimal]]:
    for p in dok.daftar_paragraf_dengan("("):
        for cocok in _PASANGAN.finditer(p.teks):
            angka, tertulis = _angka(cocok["angka"]), _terbilang(cocok["kata"])
            if angka is not None and tertulis is not None:
                skala = (cocok["skala"] or "").lower().replace("y", "i").replace("triliin", "triliun")
                # "5 juta (lima juta)" and "5 juta (lima)" are both in use; the words decide.
                if skala in _SKALA and tertulis >= 10 ** _SKALA[skala]:
                    angka = angka.scaleb(_SKALA[skala])
                yield p, cocok, angka, tertulis


# "sebesar yang ditargetkan" compares; "sebesar yang disamping" and "sebesar dan" have lost their amount.
_SEBESAR = re.compile(
    r"\bsebesar\s+(?:Rp\.?\s*)?+(?:yang (?!(?:telah|sudah|akan|ter\w+|di\w+(?:kan|i|an|ut|ud|at))\b)\w+"
    r"|(?:dan|untuk|pada|telah|oleh|atau|dengan)\b|[.,;](?!\d)|%|$)",
    re.IGNORECASE,
)


def jumlah_hilang(dok: Dokumen) -> Iterator[Bukti]:
    """Sesudah "sebesar" tidak ada jumlahnya.

    Yang diperiksa: "sebesar" yang langsung diikuti kata sambung, tanda baca, atau akhir kalimat.
    Mengapa penting: angka yang hendak disebut hilang, dan kalimatnya terputus.
    Perbaikan: tulis jumlahnya.
    Dasar: tata bahasa.
    """
    for p in dok.daftar_paragraf_dengan("sebesar"):
        for cocok in _SEBESAR.finditer(tanpa_kutipan(p.teks)):
            if cocok.end() == len(p.teks) and _is_jumlah_di_bawah(dok, p):
                continue
            sekitar = p.teks[max(cocok.start() - 30, 0) : cocok.end() + 20].strip()
            yield Bukti(
                p.letak_bagian(cocok),
                f"… {sekitar} …",
                "jumlah sesudah “sebesar”",
                "jumlahnya hilang",
                "Tulis jumlahnya.",
            )


def _is_jumlah_di_bawah(dok: Dokumen, p: ParagrafTerbaca) -> bool:
    """Whether the next block opens with the amount: a line or a page broke the sentence there."""
    berikut = next((b for b in dok.naskah.isi if b.letak.blok == p.letak.blok + 1), None)
    return isinstance(berikut, ParagrafTerbaca) and _AWAL_JUMLAH.match(berikut.teks) is not None


_AWAL_JUMLAH = re.compile(r"(?:Rp\.?\s*)?\d")
_NAMA_BENDA = "sasaran|indikator|program|kegiatan|tujuan|misi"
_BENDA = re.compile(rf"\b(\d{{1,3}})\s*\(({_NAMA_BENDA})(?: strategis| kinerja)?\)", re.IGNORECASE)


def kurung_tanpa_terbilang(dok: Dokumen) -> Iterator[Bukti]:
    """Di dalam kurung sesudah angka berdiri bendanya, bukan terbilangnya.

    Yang diperiksa: "3 (sasaran)" dan sejenisnya.
    Mengapa penting: kurung sesudah angka disediakan untuk terbilang; tanpa itu angkanya tidak terjaga.
    Perbaikan: tulis "3 (tiga) sasaran".
    Dasar: tata naskah dinas.
    """
    for p in dok.daftar_paragraf_dengan(*(f"({benda}" for benda in _NAMA_BENDA.split("|"))):
        for cocok in _BENDA.finditer(p.teks):
            benar = f"{cocok[1]} ({terbilang(int(cocok[1]))}) {cocok[2].lower()}"
            yield Bukti(p.letak_bagian(cocok), cocok[0], benar, "di dalam kurung bukan terbilang", f"Tulis “{benar}”.")


def _angka(teks: str) -> Decimal | None:
    try:
        return parse_angka(teks.rstrip(".,")).angka
    except AngkaTidakTerbacaError:
        return None


def _terbilang(teks: str) -> Decimal | None:
    """The value of number words; "duabelas" and "milyar" are read as they are meant."""
    polos = _LEKAT.sub(r"\1 \2", teks.lower().replace("milyar", "miliar").replace("trilyun", "triliun"))
    try:
        return parse_terbilang(polos)
    except TerbilangTidakTerbacaError:
        return None


DAFTAR_ATURAN = (
    Aturan("BHS001", "terbilang-tidak-cocok", Tingkat.PERINGATAN, terbilang_tidak_cocok),
    Aturan("BHS002", "kurung-tanpa-terbilang", Tingkat.INFO, kurung_tanpa_terbilang),
    Aturan("BHS010", "jumlah-hilang", Tingkat.PERINGATAN, jumlah_hilang),
    Aturan("BHS011", "terbilang-tanpa-satuan", Tingkat.INFO, terbilang_tanpa_satuan),
)
