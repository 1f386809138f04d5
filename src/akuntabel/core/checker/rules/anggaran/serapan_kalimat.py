"""ANG in prose: the absorption that a sentence claims, against the tables."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from akuntabel.core.calc.angka import format_persen
from akuntabel.core.checker.bacaan.angka_tercetak import Rentang, rentang_cetak
from akuntabel.core.checker.bacaan.prosa import AngkaProsa, JenisAngka, Kalimat
from akuntabel.core.checker.dokumen import Dokumen
from akuntabel.core.checker.temuan import Aturan, Bukti, Tingkat
from akuntabel.core.checker.uang.periksa import periksa_uang
from akuntabel.core.checker.uang.persamaan_lintas import Ruang, daftar_ruang
from akuntabel.core.checker.uang.tabel import PAGU, REALISASI, BarisUang, kelas_dana
from akuntabel.core.naskah.terbaca import Letak

_BATAS = re.compile(r";|,?\s*\b(?:sedangkan|sementara|adapun|tetapi|namun|serta)\b|\(|\)|:", re.IGNORECASE)
_SERAPAN = re.compile(
    r"\b(?:realisasi|serapan|penyerapan|daya serap)(?:nya)?\s+(?:penyerapan\s+|serapan\s+|keuangan\s+)?"
    r"(?:anggaran|dana|belanja|dipa|apbn)\b(?P<antara>.*)$|\banggaran yang terserap\b.*\batau\s*$"
    r"|\bpagunya\b[^;]*\bserapannya\s*$",
    re.IGNORECASE | re.DOTALL,
)
_TERSERAP = re.compile(
    r"^\W*(?:\([^)]*\)\s*)?(?:dari )?(?:seluruh |total )?(?:pagu|anggaran|dana)?\s*(?:yang )?terserap\b", re.IGNORECASE
)
_SELURUH = re.compile(r"\b(?:secara keseluruhan|keseluruhan|seluruh|seluruhnya|total)\b", re.IGNORECASE)
# A claim about a part, a plan, another year or a share of a share has another figure by right.
_LAIN = re.compile(
    r"\b(?:target\w*|program|kegiatan|output|belanja|sasaran|indikator|triwulan|semester|bulan|rata|nasional|provinsi|minimal"
    r"|paling|sebelumnya|lalu|sisa|naik|turun|meningkat|menurun|bidang|seksi|subbag\w*|divisi|per)\b",
    re.IGNORECASE,
)
# What may stand between "realisasi anggaran" and the figure without narrowing it.
_NETRAL = re.compile(
    r"(?:\W|\b(?:yang|adalah|sebesar|mencapai|yaitu|hanya|baru|telah|dapat|sampai|dengan|akhir|tahun|anggaran|pada|di|untuk"
    r"|dalam|sudah|ini|tersebut|kpu|komisi|pemilihan|umum|kota|kabupaten|provinsi|sekretariat|apbn|rupiah|murni|dipa|hibah"
    r"|\d{4}|sejauh|realisasinya|diketahui)\b)*",
    re.IGNORECASE,
)
_POS = re.compile(r"\s*\((?P<n>\d+) dari (?P<m>\d+)\b")
_TAHUN = re.compile(r"\b(?:19|20)\d\d\b")
_LABEL_DANA = re.compile(r"(?:^|[(,;]|\bdan\b)\s*(?P<dana>[A-Z]{2,4})\s*$")


@dataclass(frozen=True, slots=True)
class _Klaim:
    """A percentage that a sentence gives as absorption: of all money (dana "") or of one source."""

    persen: AngkaProsa
    dana: str
    cakupan: tuple[int, int] | None


@dataclass(frozen=True, slots=True)
class _Serapan:
    """An absorption that a table gives; cakupan: over how many of how many leaves, where the table says so."""

    persen: Decimal
    cakupan: tuple[int, int] | None
    letak: Letak


def serapan_kalimat_berbeda(dok: Dokumen) -> Iterator[Bukti]:
    """Serapan anggaran dalam kalimat berbeda dari tabel anggaran.

    Yang diperiksa: kalimat tentang serapan seluruh anggaran, atau anggaran satu sumber dana, terhadap setiap jumlah di
    tabel anggaran; kalimat tentang sebagian anggaran, target, atau tahun lain dilewati.
    Mengapa penting: angka inilah yang dikutip pimpinan; kalimat usang menyebut serapan yang tidak pernah ada.
    Perbaikan: pakai serapan menurut tabel.
    Dasar: PMK 22/PMK.02/2021; PermenPANRB 53/2014 lampiran III, keandalan data.
    """
    ruang = daftar_ruang(periksa_uang(dok).struktur, dok.tahun)
    for k in dok.daftar_kalimat_dengan("serap", "realisasi"):
        for klaim in _daftar_klaim(k, dok):
            serapan = _setara(klaim, [s for r in ruang for s in _daftar_serapan(r, klaim.dana)])
            if not serapan:
                continue
            dok.tandai(klaim.persen.letak)
            if not any(_cocok(klaim, s) for s in serapan):
                benar = serapan[-1]
                yield Bukti(
                    klaim.persen.letak,
                    klaim.persen.teks,
                    format_persen(benar.persen),
                    f"serapan {_nama(klaim)} menurut {benar.letak}",
                    "Pakai serapan menurut tabel.",
                    tuple(dict.fromkeys(s.letak for s in reversed(serapan))),
                    is_keputusan=True,
                )


def _nama(klaim: _Klaim) -> str:
    return f"anggaran {klaim.dana.upper()}" if klaim.dana else "seluruh anggaran"


def _setara(klaim: _Klaim, serapan: list[_Serapan]) -> list[_Serapan]:
    """A claim over "n dari m" is compared with figures over as many, where the tables have some."""
    bercakupan = [s for s in serapan if s.cakupan is not None]
    return bercakupan if klaim.cakupan is not None and bercakupan else serapan


def _cocok(klaim: _Klaim, s: _Serapan) -> bool:
    if klaim.cakupan is not None and s.cakupan is not None and klaim.cakupan != s.cakupan:
        return False
    return rentang_cetak(klaim.persen.nilai).meets(Rentang(s.persen, s.persen))


def _daftar_klaim(k: Kalimat, dok: Dokumen) -> Iterator[_Klaim]:
    daftar_persen = [a for a in k.daftar_angka if a.jenis is JenisAngka.PERSEN]
    lain = {int(t) for t in _TAHUN.findall(k.teks)} - {dok.tahun} if daftar_persen else set()
    for a in daftar_persen if not lain else ():
        pos = _POS.match(k.teks, a.akhir)
        cakupan = (int(pos["n"]), int(pos["m"])) if pos else None
        kiri, kanan = _klausa(k, a)
        label = _LABEL_DANA.search(k.teks[: a.awal])
        if label and kelas_dana(label["dana"]):
            yield _Klaim(a, kelas_dana(label["dana"]), cakupan)
        elif _is_klaim(_lepas_nama(kiri, dok.satker), kanan):
            yield _Klaim(a, kelas_dana(kiri), cakupan)


def _klausa(k: Kalimat, a: AngkaProsa) -> tuple[str, str]:
    """The words of the same clause before and after a figure; figures of money do not end it, percentages do."""
    awal = max((x.akhir for x in k.daftar_angka if x.jenis is JenisAngka.PERSEN and x.akhir <= a.awal), default=0)
    kiri = k.teks[awal : a.awal]
    batas = [m.end() for m in _BATAS.finditer(kiri)]
    kanan = k.teks[a.akhir :]
    return kiri[batas[-1] :] if batas else kiri, re.split(r"[;.]\s", kanan, maxsplit=1)[0]


def _lepas_nama(teks: str, satker: str) -> str:
    """Words without the name of the office, which narrows nothing."""
    kota = satker.split()[-1:] if satker else []
    return (
        re.sub(rf"\b(?:{'|'.join(map(re.escape, [satker, *kota]))})\b", "", teks, flags=re.IGNORECASE) if kota else teks
    )


def _is_klaim(kiri: str, kanan: str) -> bool:
    """Whether the clause speaks of the absorption of all money, or of all of one source."""
    cocok = _SERAPAN.search(kiri)
    if _LAIN.search(kiri):
        return False
    if cocok is None:
        return _TERSERAP.match(kanan) is not None and _SELURUH.search(kiri) is not None
    return _NETRAL.fullmatch(cocok["antara"] or "") is not None or _SELURUH.search(kiri + kanan[:40]) is not None


def _daftar_serapan(r: Ruang, dana: str) -> Iterator[_Serapan]:
    """What the totals of a table give, as printed and as computed."""
    if not r.is_seluruh_satker or REALISASI not in r.t.kolom:
        return
    for b in r.t.baris:
        if (b.is_total or r.is_baris_dana(b)) and r.dana_jumlah(b) == dana:
            yield from _serapan_baris(r, b)
    puncak = [b for b in r.akar if not dana or r.kelas_baris(b) == dana]
    if dana and not all(r.kelas_baris(b) for b in r.akar):
        return
    pagu, realisasi = ([b.uang[p] for b in puncak if p in b.uang] for p in (PAGU, REALISASI))
    jumlah = sum((u.nilai for u in pagu), Decimal(0))
    if puncak and len(pagu) == len(realisasi) == len(puncak) and jumlah > 0:
        yield _Serapan(sum((u.nilai for u in realisasi), Decimal(0)) * 100 / jumlah, None, realisasi[0].letak)


def _serapan_baris(r: Ruang, b: BarisUang) -> Iterator[_Serapan]:
    sel = b.sel[r.t.kolom_persen] if r.t.kolom_persen is not None else None
    pos = re.search(r"\((\d+) dari (\d+)\b", sel.teks) if sel else None
    if sel and pos and (persen := re.match(r"[\d.,]+", sel.teks)):
        yield _Serapan(Decimal(persen[0].replace(".", "").replace(",", ".")), (int(pos[1]), int(pos[2])), sel.letak)
    elif PAGU in b.uang and REALISASI in b.uang and b.uang[PAGU].nilai > 0:
        yield _Serapan(b.uang[REALISASI].nilai * 100 / b.uang[PAGU].nilai, None, b.uang[REALISASI].letak)


DAFTAR_ATURAN = (Aturan("ANG019", "serapan-kalimat-berbeda", Tingkat.GALAT, serapan_kalimat_berbeda),)
