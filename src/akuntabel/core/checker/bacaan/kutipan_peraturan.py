"""Regulations as sentences cite them: kind, number, year, and the words after "tentang"."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from akuntabel.core.checker.dokumen import Dokumen, per_dokumen
from akuntabel.core.naskah.terbaca import Letak, ParagrafTerbaca
from akuntabel.core.regulasi import Peraturan, daftar_peraturan

_UU = r"Undang\s*-?\s*Undang"
_MENPAN = r"(?:Pendayagunaan Aparatur Negara dan Reformasi Birokrasi|PAN\s*(?:-|/|&|dan)?\s*RB)"
# Longest first: "Peraturan Pemerintah Pengganti Undang-Undang" is no "Peraturan Pemerintah".
_SEBUTAN: Mapping[str, str] = {
    "perppu": rf"Peraturan Pemerintah Pengganti {_UU}|Perp?pu",
    "uu": rf"{_UU}|UU",
    "pp": r"Peraturan Pemerintah|PP",
    "perpres": r"Peraturan Presiden|Perpres",
    "permenpanrb": rf"Peraturan Menteri (?:Negara )?{_MENPAN}|Permen\s*{_MENPAN}|Permenpan(?:\s*-?\s*RB)?",
    "pmk": r"Peraturan Menteri Keuangan|PMK|Permenkeu",
    "permendagri": r"Peraturan Menteri Dalam Negeri|Permendagri",
    "kmk": r"Keputusan Menteri Keuangan|KMK",
    "pkpu": r"Peraturan (?:Komisi Pemilihan Umum|KPU)|PKPU",
    "kpt-kpu": r"(?:Surat )?Keputusan (?:Ketua )?(?:Komisi Pemilihan Umum|KPU)",
    "per-pb": r"Peraturan Direktur Jenderal Perbendaharaan|Perdirjen Perbendaharaan",
}
# Each of these names holds one of them.
_KATA = ("undang", "uu", "peraturan", "keputusan", "perp", "perdirjen", "pp", "permen", "pmk", "kmk", "pkpu")
_KELOMPOK = {kode: kode.replace("-", "_") for kode in _SEBUTAN}
_JENIS = "|".join(f"(?P<{_KELOMPOK[kode]}>{pola})" for kode, pola in _SEBUTAN.items())
_KUTIPAN = re.compile(
    rf"\b(?:{_JENIS})(?:\s+(?:RI|Republik Indonesia))?(?:\s*\([^)]{{2,40}}\))?"
    r"(?P<nomor_kata>\s*,?\s*(?:Nomor|Nomer|No\.?)\s*:?)?"
    r"\s*(?P<nomor>\d+[A-Z]?(?:/[\w.-]+(?:/[\w.-]+)*(?: TAHUN \d{4})?)?)"
    r"(?:\s*,?\s*(?:tahun|thn\.?|th\.?)\s*(?P<tahun>\d{4}))?(?P<tentang>[\s,]*tentang\s+)?",
    re.IGNORECASE,
)
# A quoted title ends at the end of its sentence or item, or where another citation is joined on.
_AKHIR_JUDUL = re.compile(
    r"[;:)”\"]|\.(?:\s|$)|,?\s+(?:sebagaimana|yang telah|serta)\b|,\s+(?:dan\s+)?(?:Undang|Peraturan|Keputusan)\b"
)
_KURUNG = re.compile(r"\([^)]*\)")
_JENIS_DATA = {
    "Undang-Undang": "uu",
    "Peraturan Pemerintah Pengganti Undang-Undang": "perppu",
    "Peraturan Pemerintah": "pp",
    "Peraturan Presiden": "perpres",
    "Peraturan Menteri Negara Pendayagunaan Aparatur Negara dan Reformasi Birokrasi": "permenpanrb",
    "Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi": "permenpanrb",
    "Peraturan Menteri Keuangan": "pmk",
    "Peraturan Menteri Dalam Negeri": "permendagri",
    "Keputusan Menteri Keuangan": "kmk",
    "Peraturan Komisi Pemilihan Umum": "pkpu",
    "Keputusan Komisi Pemilihan Umum": "kpt-kpu",
    "Peraturan Direktur Jenderal Perbendaharaan": "per-pb",
}


@dataclass(frozen=True, slots=True)
class KutipanPeraturan:
    """A citation. tahun: None where none is written; judul: the words quoted after "tentang", "" for none.

    awal, akhir: its characters in the paragraph, the title left out.
    """

    jenis: str
    nomor: str
    tahun: int | None
    judul: str
    sebutan: str
    paragraf: ParagrafTerbaca
    letak: Letak
    awal: int
    akhir: int

    @property
    def peraturan(self) -> Peraturan | None:
        """The known regulation of that kind, number and year."""
        return _peraturan_per_nomor().get((self.jenis, self.nomor, self.tahun))


@per_dokumen
def daftar_kutipan(dok: Dokumen) -> tuple[KutipanPeraturan, ...]:
    """Every citation in the paragraphs, in order; also those inside the title of another."""
    calon = dok.daftar_paragraf_dengan(*_KATA)
    return tuple(k for p in calon for cocok in _KUTIPAN.finditer(p.teks) for k in _build(p, cocok))


def _build(p: ParagrafTerbaca, cocok: re.Match[str]) -> Iterator[KutipanPeraturan]:
    jenis = next(kode for kode, nama in _KELOMPOK.items() if cocok[nama])
    nomor, tahun = _urai_nomor(cocok["nomor"], int(cocok["tahun"]) if cocok["tahun"] else None)
    # "PP 5" or "UU 20" without the word number or a year is an abbreviation of something else.
    if not cocok["nomor_kata"] and tahun is None:
        return
    ekor = _KURUNG.sub(lambda m: " " * len(m[0]), p.teks[cocok.end() :]) if cocok["tentang"] else ""
    akhir = _AKHIR_JUDUL.search(ekor)
    judul = ekor[: akhir.start()] if akhir else ekor
    sebutan = cocok[0].removesuffix(cocok["tentang"] or "").strip(" ,")
    ujung = cocok.start() + len(sebutan)
    yield KutipanPeraturan(jenis, nomor, tahun, judul.strip(), sebutan, p, p.letak_bagian(cocok), cocok.start(), ujung)


def _urai_nomor(nomor: str, tahun: int | None) -> tuple[str, int | None]:
    """ "53/2014" is number 53 of 2014; "158/PMK.02/2014" bears its year inside."""
    nomor = nomor.rstrip(".-")
    if re.fullmatch(r"\d+/(?:19|20)\d\d", nomor):
        polos, _, ekor = nomor.partition("/")
        return polos, int(ekor)
    dalam = re.search(r"((?:19|20)\d\d)$", nomor)
    return nomor.upper(), tahun if tahun is not None else int(dalam[1]) if dalam else None


@cache
def _peraturan_per_nomor() -> Mapping[tuple[str, str, int | None], Peraturan]:
    return {
        (_JENIS_DATA[p.jenis], p.nomor.upper(), p.tahun): p
        for p in daftar_peraturan().values()
        if p.jenis in _JENIS_DATA
    }


def jenis_peraturan(p: Peraturan) -> str:
    """The short name of its kind, as a citation bears it; "" for a kind that is not read."""
    return _JENIS_DATA.get(p.jenis, "")
