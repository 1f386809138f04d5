"""KON: target, realisasi and capaian in sentences against the tables."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from akuntabel.core.checker.bacaan.prosa import AngkaProsa, JenisAngka, Kalimat
from akuntabel.core.checker.dokumen import Dokumen
from akuntabel.core.checker.kinerja.pokok import (
    IndeksKinerja,
    JenisPokok,
    Pokok,
    Sebutan,
    Ukuran,
    indeks_kinerja,
    is_sepakat,
)
from akuntabel.core.checker.kinerja.topik import Penyebutan, PetaTopik, Topik, peta_topik
from akuntabel.core.checker.temuan import Aturan, Bukti, Tingkat

_PERAN = re.compile(r"\b(?P<peran>target|realisasi|terealisasi|capaian|pencapaian)(?:nya)?\b", re.IGNORECASE)
_SERAPAN = re.compile(r"\b(?:serapan|anggaran|pagu|dana|rp)\b", re.IGNORECASE)
# Another time, another place, or a difference: the figure behind it is not this year's own.
_LAIN = re.compile(
    r"nasional|provinsi|rata-rata|lalu\b|sebelumnya|tahun-tahun|renstra|menengah|akhir|depan|berikut|triwulan|semester"
    r"|selisih|\bpoin|naik|turun|meningkat|menurun|bertambah|berkurang|kurang dari|lebih dari|sampai dengan|minimal"
    r"|maksimal|paling|sekurang|batas (?:atas|bawah)|bobot|bulan|hari",
    re.IGNORECASE,
)
_PENGHUBUNG = re.compile(
    r"[\s(:,]*(?:(?:dengan|yang|sebesar|mencapai|adalah|yaitu|yakni|ialah|baru|hanya|masih|telah|sudah|persentase|nilai"
    r"|angka|sebanyak|sejumlah|indikator|ini|tersebut|kinerja|tahun|yaitu|dari|pada|dalam|di|kota|kabupaten|perjanjian"
    r"|sasaran|sebelum|dan|sesudah|batas|\d{4}|ditetapkan|terhadap|menghasilkan)[\s(:,]*){0,7}",
    re.IGNORECASE,
)
_TAHUN = re.compile(r"\b(?:19|20)\d\d\b")
_TAHUN_SESUDAH = re.compile(r"\)?\s*(?:,\s*)?(?:pada|untuk|di|\()?\s*(?:tahun\s+)?((?:19|20)\d\d)\b")
_POIN = re.compile(r"\s*\)?\s*(?:poin|%\s*poin)", re.IGNORECASE)
_MENJADI = re.compile(r"\W*(?:persen|poin)?\W*(?:(?:pada|di) (?:tahun )?\d{4}\W*)?menjadi\b", re.IGNORECASE)
_KALI_SERATUS = re.compile(r"[x×*]\s*100\b", re.IGNORECASE)
_SATUAN = re.compile(r"^\s*poin\b", re.IGNORECASE)  # the unit of the figure before
_SETARA = {
    "target": (Ukuran.TARGET,),
    "realisasi": (Ukuran.REALISASI, Ukuran.CAPAIAN),
    "terealisasi": (Ukuran.REALISASI, Ukuran.CAPAIAN),
    # Many a report calls what was reached its capaian.
    "capaian": (Ukuran.CAPAIAN, Ukuran.REALISASI),
    "pencapaian": (Ukuran.CAPAIAN, Ukuran.REALISASI),
    "": (Ukuran.REALISASI, Ukuran.CAPAIAN, Ukuran.TARGET),
}


@dataclass(frozen=True, slots=True)
class _Klaim:
    """A figure of a sentence, of whom and of what it is, and of which year."""

    angka: AngkaProsa
    pokok: Pokok
    peran: str
    tahun: int | None


def nilai_kalimat_berbeda(dok: Dokumen) -> Iterator[Bukti]:
    """Target, realisasi, atau capaian dalam kalimat berbeda dari tabelnya.

    Yang diperiksa: angka sesudah kata target, realisasi, atau capaian dalam kalimat yang menyebut indikator atau
    sasaran, atau yang berdiri di bawah judulnya, terhadap semua tabel yang memuat indikator atau sasaran itu.
    Mengapa penting: kalimat yang ditulis sebelum angkanya berubah tertinggal tanpa terlihat.
    Perbaikan: samakan kalimat dengan tabel pengukuran.
    Dasar: PermenPANRB 53/2014, lampiran III/2-2 butir II.2.
    """
    indeks = indeks_kinerja(dok)
    if not indeks.daftar_sebutan:
        return
    peta = peta_topik(dok)
    for k in dok.daftar_kalimat:
        for klaim in _daftar_klaim(dok, k, peta) if k.daftar_angka else ():
            daftar = _daftar_acuan(indeks, klaim)
            if _POIN.match(k.teks, klaim.angka.akhir):  # a difference, unless the indicator is measured in points
                daftar = [s for s in daftar if klaim.peran and s.angka and s.angka.satuan.lower() == "poin"]
            hasil = [is_sepakat(klaim.angka.nilai, s.angka) for s in daftar if s.angka is not None]
            if not any(h is not None for h in hasil):
                continue
            dok.tandai(klaim.angka.letak)
            if not any(hasil):
                yield _bukti(klaim, daftar)


def _bukti(klaim: _Klaim, daftar: Sequence[Sebutan]) -> Bukti:
    utama = [s for s in daftar if s.ukuran is daftar[0].ukuran]
    isi = "; ".join(dict.fromkeys(f"{s.ukuran.value} {s.sel.teks} ({s.tabel.nama})" for s in daftar))
    return Bukti(
        klaim.angka.letak,
        klaim.angka.teks,
        utama[0].sel.teks,
        f"{klaim.pokok.jenis.value} “{klaim.pokok.nama}”: {isi}",
        "Samakan kalimat dengan tabel pengukuran.",
        tuple(dict.fromkeys(s.sel.letak for s in utama)),
    )


def _daftar_klaim(dok: Dokumen, k: Kalimat, peta: PetaTopik) -> Iterator[_Klaim]:
    topik, sebutan = peta.find(k), peta.daftar_penyebutan(k)
    akhir_lalu = 0
    # What stands before "x 100" are the operands of a formula.
    akhir_rumus = max((m.start() for m in _KALI_SERATUS.finditer(k.teks)), default=-1)
    for a in k.daftar_angka:
        awal, akhir_lalu = akhir_lalu, a.akhir
        # "dari 3,30 menjadi 3,38": the first was of another time.
        if a.jenis is JenisAngka.RUPIAH or _MENJADI.match(k.teks, a.akhir) or a.akhir <= akhir_rumus:
            continue
        nama = next((s for s in reversed(sebutan) if s.akhir <= a.awal), None)
        jeda = _SATUAN.sub("", k.teks[max(awal, nama.akhir if nama else 0) : a.awal])
        klaim = _baca_klaim(dok, k, a, topik, nama, jeda)
        if klaim is not None and (klaim.peran or akhir_rumus < 0) and not _LAIN.search(jeda):
            yield klaim


def _baca_klaim(
    dok: Dokumen, k: Kalimat, a: AngkaProsa, topik: Topik, nama: Penyebutan | None, jeda: str
) -> _Klaim | None:
    """What a figure is said to be; None where the words between do not tie it to an indicator for certain."""
    tahun = _tahun_klaim(dok, k, a, jeda)
    if tahun is None:
        return None
    peran = list(_PERAN.finditer(jeda))
    kata = peran[-1]["peran"].lower() if peran else ""
    sesudah = jeda[peran[-1].end() :] if peran else jeda
    if not _PENGHUBUNG.fullmatch(sesudah) or _SERAPAN.search(jeda):
        return None
    if nama is not None:
        kata = kata or _peran_sebelum(k.teks[: nama.awal])
        return _Klaim(a, nama.pokok, kata, tahun)
    pokok = topik.indikator
    if pokok is None and kata and "sasaran" in sesudah.lower():
        pokok = topik.sasaran
    return _Klaim(a, pokok, kata, tahun) if pokok is not None and kata else None


def _peran_sebelum(teks: str) -> str:
    """ "Capaian indikator 1.5 …: 196%": the word before the name says what the figure behind it is."""
    cocok = list(_PERAN.finditer(teks[-40:]))
    return cocok[-1]["peran"].lower() if cocok and not re.search(r"\d", teks[-40:][cocok[-1].end() :]) else ""


def _tahun_klaim(dok: Dokumen, k: Kalimat, a: AngkaProsa, jeda: str) -> int | None:
    """The year that stands right behind or before a figure, or else that of the report."""
    sesudah = _TAHUN_SESUDAH.match(k.teks, a.akhir)
    sebelum = _TAHUN.findall(jeda)
    if sesudah:
        return int(sesudah[1])
    if sebelum:
        return int(sebelum[-1])
    # Another year earlier in the sentence may still be meant.
    lain = [t for t in _TAHUN.findall(k.teks[: a.awal]) if int(t) != dok.tahun]
    return None if lain else dok.tahun


def _daftar_acuan(indeks: IndeksKinerja, klaim: _Klaim) -> list[Sebutan]:
    """What tables say of it, what the word names first; of one unit with the figure."""
    daftar = [
        s
        for u in _SETARA[klaim.peran]
        for s in indeks.daftar_sebutan
        if s.pokok is klaim.pokok and s.ukuran is u and s.tahun == klaim.tahun and not s.periode
    ]
    if klaim.pokok.jenis is JenisPokok.SASARAN:
        daftar = [s for s in daftar if s.ukuran is Ukuran.CAPAIAN]
    is_persen = klaim.angka.jenis is JenisAngka.PERSEN
    sebanding = [s for s in daftar if s.angka is not None and _is_sesatuan(s.angka.satuan, is_persen)]
    # What was promised alone cannot refute what is said to have been reached.
    if klaim.pokok.jenis is JenisPokok.SASARAN:
        return sebanding
    return sebanding if any(s.ukuran in _SETARA[klaim.peran][:1] for s in sebanding) else []


def _is_sesatuan(satuan: str, is_persen: bool) -> bool:
    """A cell without a unit may have it in a column of its own."""
    return not satuan or satuan.startswith("%") is is_persen


DAFTAR_ATURAN = (Aturan("KON006", "nilai-kalimat-berbeda", Tingkat.GALAT, nilai_kalimat_berbeda),)
