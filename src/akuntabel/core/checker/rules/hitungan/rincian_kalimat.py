"""HIT in prose: a count and the parts of which it is said to consist."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from akuntabel.core.calc.angka import format_angka, format_persen
from akuntabel.core.checker.bacaan.angka_tercetak import Rentang, rentang_cetak
from akuntabel.core.checker.bacaan.kata import daftar_kata
from akuntabel.core.checker.bacaan.prosa import AngkaProsa, JenisAngka, Kalimat
from akuntabel.core.checker.dokumen import Dokumen
from akuntabel.core.checker.kinerja.angka_tersebar import is_nyaris
from akuntabel.core.checker.rules.hitungan.kalimat import KIRA, SKALA
from akuntabel.core.checker.temuan import Aturan, Bukti, Tingkat

NOL, SERATUS = Decimal(0), Decimal(100)
_TERDIRI = re.compile(r"\bterdiri\s+(?:atas|dari)\b", re.IGNORECASE)
# Between the whole and its first part, or between two parts: words only.
_KE_BAGIAN = re.compile(
    r"(?:\s*\([^)\d]*\))?(?P<benda>(?:\s+[^\W\d_][\w/-]*){0,7}?)\s*,?\s*(?:yang\s+)?terdiri\s+(?:atas|dari)\s*:?\s*",
    re.IGNORECASE,
)
_SELA = re.compile(
    r"(?:\s*\([^)\d]*\))?(?P<benda>[^.;:()\d,]{1,70}?)\s*(?:[,;]\s*(?:(?P<akhir1>dan|serta)\s+)?|\s(?P<akhir2>dan|serta)\s+)",
    re.IGNORECASE,
)
_PENUTUP = re.compile(r"(?:\s*\([^)\d]*\))?(?P<benda>[^\d]*)", re.IGNORECASE)
_PERSEN = re.compile(r"\(\s*(?:atau\s+|sebesar\s+)?\d+(?:[.,]\d+)?\s*(?:%|persen)\s*\)")
# Not everything is told, or it is told of each.
_SEBAGIAN = re.compile(
    r"\b(?:masing[- ]masing|setiap|tiap|antara lain|di\s?antaranya|sebagian|sisanya|selebihnya|lainnya|lain-lain"
    r"|minimal|maksimal|paling|kali)\b",
    re.IGNORECASE,
)
# Things of which one holds several of another.
_TINGKATAN = frozenset(
    {"program", "kegiatan", "subkegiatan", "sub", "output", "keluaran", "komponen", "indikator", "sasaran", "tujuan"}
    | {"provinsi", "kabupaten", "kota", "kecamatan", "kelurahan", "desa", "dusun", "lingkungan", "rw", "rt", "kk"}
    | {"tps", "dapil", "rumah", "kepala", "keluarga", "jiwa", "orang", "bidang", "bagian", "seksi", "subbagian", "bab"}
    | {"subbag", "lantai", "ruang", "kamar", "gedung", "unit", "paket", "halaman", "buku", "lembar", "tim", "kelas"}
    | {"kelompok", "sekolah", "puskesmas", "satker", "meter", "hektare", "ha", "km", "menit", "jam", "hari", "bulan"}
)
_ORANG = frozenset(
    {"orang", "pegawai", "personel", "personil", "anggota", "peserta", "staf", "karyawan", "asn", "pns", "pejabat"}
    | {"warga", "penduduk", "siswa", "mahasiswa", "responden", "pemilih", "jiwa", "tenaga", "sdm", "petugas"}
)
# A slip leaves the sum near the whole; far from it the parts are of something else.
TERJAUH, TERJAUH_ORANG = Decimal("0.2"), Decimal("0.6")
ANGKA_NYARIS = 100


@dataclass(frozen=True, slots=True)
class _Rincian:
    """A whole and its parts; persen: the share printed behind a part, None where there is none."""

    seluruh: AngkaProsa
    bagian: tuple[AngkaProsa, ...]
    persen: tuple[AngkaProsa | None, ...]

    @property
    def jumlah(self) -> Decimal:
        return sum((b.nilai.angka or NOL for b in self.bagian), NOL)


def rincian_kalimat_salah(dok: Dokumen) -> Iterator[Bukti]:
    """Bagian-bagian yang disebut dalam kalimat tidak berjumlah seluruhnya.

    Yang diperiksa: “58 orang, terdiri atas 41 …, 5 …, dan 12 …” dan “terdiri dari”, bila semuanya cacahan benda yang
    sama dalam satu perincian yang lengkap; juga persentase di belakang bagian bila bagian lain cocok. Perincian yang
    menyebut “antara lain” atau “masing-masing” tidak termasuk.
    Mengapa penting: salah satu bilangannya pasti keliru, dan bilangan ini dikutip ke mana-mana.
    Perbaikan: betulkan bilangan yang keliru, atau lengkapi perinciannya.
    Dasar: aritmetika.
    """
    for k in dok.daftar_kalimat_dengan("terdiri atas", "terdiri dari"):
        rincian = _baca_rincian(k) if len(k.daftar_angka) >= 3 else None
        if rincian is None:
            continue
        dok.tandai(rincian.seluruh.letak)
        if rincian.jumlah != rincian.seluruh.nilai.angka:
            yield _bukti_jumlah(k, rincian)
        else:
            yield from _periksa_persen(dok, rincian)


def _baca_rincian(k: Kalimat) -> _Rincian | None:
    """The one enumeration of a sentence, where it is told in full; None where that is not certain."""
    terdiri = list(_TERDIRI.finditer(k.teks))
    if len(terdiri) != 1 or _SEBAGIAN.search(k.teks):
        return None
    kiri = [a for a in k.daftar_angka if a.akhir <= terdiri[0].start()]
    kanan = [a for a in k.daftar_angka if a.awal >= terdiri[0].end()]
    bagian = [a for a in kanan if a.jenis is not JenisAngka.PERSEN]
    if not kiri or len(bagian) < 2 or not all(map(_is_cacah, (kiri[-1], *bagian))):
        return None
    if _is_kira(k, (kiri[-1], *bagian)) or any((b.nilai.angka or 0) > (kiri[-1].nilai.angka or 0) for b in bagian):
        return None
    if not _is_dekat(k, kiri[-1], bagian) or not _is_lengkap(k, kiri[-1], bagian):
        return None
    batas = [*(b.awal for b in bagian[1:]), len(k.teks)]
    persen = [
        [a for a in kanan if a.jenis is JenisAngka.PERSEN and b.akhir <= a.awal < akhir]
        for b, akhir in zip(bagian, batas, strict=True)
    ]
    if any(len(p) > 1 for p in persen):
        return None
    return _Rincian(kiri[-1], tuple(bagian), tuple(p[0] if p else None for p in persen))


def _is_cacah(a: AngkaProsa) -> bool:
    return a.jenis is JenisAngka.BILANGAN and not a.nilai.desimal and (a.nilai.angka or 0) >= 0


def _is_dekat(k: Kalimat, seluruh: AngkaProsa, bagian: Sequence[AngkaProsa]) -> bool:
    """Whether the parts make about the whole, or all but one digit of it."""
    benar, jumlah = seluruh.nilai.angka or NOL, sum((b.nilai.angka or NOL for b in bagian), NOL)
    is_orang = any(kata in _ORANG for kata in daftar_kata(k.teks[seluruh.akhir :])[:1])
    if abs(benar - jumlah) <= (TERJAUH_ORANG if is_orang else TERJAUH) * benar:
        return True
    return min(benar, jumlah) >= ANGKA_NYARIS and is_nyaris(f"{benar:f}", f"{jumlah:f}")


def _is_kira(k: Kalimat, daftar: Sequence[AngkaProsa]) -> bool:
    return any(SKALA.match(k.teks, a.akhir) or KIRA.search(k.teks[: a.awal]) for a in daftar)


def _is_lengkap(k: Kalimat, seluruh: AngkaProsa, bagian: Sequence[AngkaProsa]) -> bool:
    """Whether nothing but the things counted stands between the figures, and "dan" opens the last part only."""
    teks = _PERSEN.sub(lambda m: " " * len(m[0]), k.teks)
    pembuka = _KE_BAGIAN.fullmatch(teks, seluruh.akhir, bagian[0].awal)
    sela = [_SELA.fullmatch(teks, a.akhir, b.awal) for a, b in pairwise(bagian)]
    penutup = _PENUTUP.fullmatch(teks, bagian[-1].akhir)
    if pembuka is None or penutup is None or not all(sela):
        return False
    pasti = [m for m in sela if m is not None]
    is_akhir = [bool(m["akhir1"] or m["akhir2"]) for m in pasti]
    if not is_akhir[-1] or any(is_akhir[:-1]):
        return False
    return all(_is_sebenda(pembuka["benda"], m["benda"]) for m in (*pasti, penutup))


def _is_sebenda(seluruh: str, bagian: str) -> bool:
    """Whether a part counts the things of the whole: "12 orang" of "58 pegawai", not "12 RW" of "3 kelurahan"."""
    kata = daftar_kata(bagian)[:1]
    semua = set(daftar_kata(seluruh))
    if not kata or kata[0] not in _TINGKATAN or kata[0] in semua:
        return True
    return kata[0] in _ORANG and bool(semua & _ORANG)


def _bukti_jumlah(k: Kalimat, rincian: _Rincian) -> Bukti:
    cara = " + ".join(format_angka(b.nilai.angka or NOL) for b in rincian.bagian)
    return Bukti(
        rincian.seluruh.letak,
        k.teks[rincian.seluruh.awal : rincian.bagian[-1].akhir],
        format_angka(rincian.jumlah),
        f"{cara} = {format_angka(rincian.jumlah)}, bukan {rincian.seluruh.teks}",
        "Betulkan bilangan yang keliru, atau lengkapi perinciannya.",
        operan=tuple(b.letak for b in rincian.bagian),
    )


def _periksa_persen(dok: Dokumen, rincian: _Rincian) -> Iterator[Bukti]:
    """Shares of the parts, where every part has one and no more than one does not hold."""
    pasangan = [(b, p) for b, p in zip(rincian.bagian, rincian.persen, strict=True) if p is not None]
    if len(pasangan) < len(rincian.bagian):
        return
    salah = [(b, p) for b, p in pasangan if not _is_bagian(b, p, rincian.jumlah)]
    if len(salah) > 1:
        return
    dok.tandai(*(p.letak for _, p in pasangan))
    for b, p in salah:
        benar = format_persen((b.nilai.angka or NOL) * SERATUS / rincian.jumlah)
        yield Bukti(
            p.letak,
            p.teks,
            benar,
            f"{b.teks} ÷ {rincian.seluruh.teks}, seperti bagian lainnya",
            "Betulkan persentasenya.",
            operan=(b.letak, rincian.seluruh.letak),
        )


def _is_bagian(b: AngkaProsa, p: AngkaProsa, seluruh: Decimal) -> bool:
    """Whether a printed share can be; the last of several is often rounded so that all make a hundred."""
    rasio = (b.nilai.angka or NOL) * SERATUS / seluruh
    satuan = Decimal(1).scaleb(-p.nilai.desimal)
    return rentang_cetak(p.nilai).meets(Rentang(rasio - satuan / 2, rasio + satuan / 2))


DAFTAR_ATURAN = (Aturan("HIT024", "rincian-kalimat-salah", Tingkat.GALAT, rincian_kalimat_salah),)
