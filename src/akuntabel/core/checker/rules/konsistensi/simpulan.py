"""KON: what a report concludes of the year as a whole, said in several chapters."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from akuntabel.core.calc.baca_angka import AngkaTertulis
from akuntabel.core.checker.bacaan.kolom import Peran, daftar_kolom
from akuntabel.core.checker.bacaan.nama import kata_nama
from akuntabel.core.checker.bacaan.prosa import JenisAngka, Kalimat
from akuntabel.core.checker.dokumen import Dokumen
from akuntabel.core.checker.kinerja.pokok import is_sepakat, read_nilai
from akuntabel.core.checker.temuan import Aturan, Bukti, Tingkat
from akuntabel.core.naskah.terbaca import Letak

_KANTOR = (
    r"(?:(?:sekretariat\s+)?(?:KPU|Komisi Pemilihan Umum|Bawaslu)|dinas|badan|inspektorat|kementerian|kecamatan|kantor"
    r"|pemerintah|sekretariat|biro|direktorat|lembaga|instansi|satuan kerja|satker|organisasi|perangkat daerah)"
)
# "Capaian kinerja organisasi", "Secara umum capaian kinerja …", "pencapaian kinerja Dinas … dikatakan berhasil".
_KESELURUHAN = re.compile(
    rf"\b(?:pen)?capaian kinerja (?:dari )?{_KANTOR}\b"
    rf"|\bkinerja (?:dari )?{_KANTOR}\b(?=.{{0,80}}\b(?:hasil|dikatakan|kategori))"
    r"|\bsecara (?:umum|keseluruhan),? (?:pen)?capaian kinerja\b|\b(?:rata-rata|total|keseluruhan) capaian kinerja\b",
    re.IGNORECASE,
)
_SEBAGIAN = re.compile(
    r"\bsasaran (?:strategis )?(?:\d|pertama|kedua|ketiga|keempat|ini|tersebut)|\bindikator (?:ini|tersebut|\d)"
    r"|\bprogram (?:ini|\w+ )(?=.{0,30}capaian)|triwulan|semester|\btahun (?:lalu|sebelumnya)",
    re.IGNORECASE,
)
_SAMPAI_ANGKA = re.compile(
    r"(?:(?!\b(?:serapan|anggaran|target)\b)[^%;])*?(?<![A-Za-z])(?:capaian|adalah|sebesar|mencapai|yaitu|hasil)\W*",
    re.IGNORECASE,
)
_LABEL = (
    r"(?:sangat|cukup|kurang|tidak)\s+(?:baik|berhasil|memuaskan|tinggi|rendah)|memuaskan|berhasil|baik|cukup|kurang"
    r"|tinggi|sedang|rendah"
)
_PUTUSAN = re.compile(
    rf"(?:\bkesimpulan\w* adalah|\bkategori|\bberpredikat|\bpredikat|\bdikategorikan(?: \w+)?|\bdikatakan|\btergolong"
    rf"|\bhasil dengan|\bdengan hasil|\bdinyatakan|\()\s*(?:yang\s+)?[“\"*]*(?P<label>{_LABEL})\b",
    re.IGNORECASE,
)
_SIMPULAN = re.compile(r"\bkesimpulan\w* adalah\b", re.IGNORECASE)
_TAHUN = re.compile(r"(?<!/)\b(?:19|20)\d\d\b")  # not that of a regulation


@dataclass(frozen=True, slots=True)
class _Putusan:
    """What one place concludes: a percentage and a word, each where it stands; bab: its chapter."""

    letak: Letak
    teks: str
    angka: AngkaTertulis | None
    letak_angka: Letak
    label: tuple[str, ...]
    tempat: str


# Where a column has values of all kinds, only the second says that it is a capaian.
_BARIS_ORGANISASI = (("organisasi",), ("capaian", "organisasi"))
_Banding = Callable[[_Putusan, _Putusan], bool]
_ROMAWI = ("", "I", "II", "III", "IV", "V", "VI")


def simpulan_berbeda(dok: Dokumen) -> Iterator[Bukti]:
    """Laporan menyimpulkan capaian tahun itu secara berbeda di dua tempat.

    Yang diperiksa: capaian dan kategori seluruh organisasi dalam kalimat setiap bab dan ikhtisar, dan baris organisasi
    pada tabel rekapitulasi.
    Mengapa penting: inilah angka yang dikutip orang; dua simpulan berarti salah satunya tidak berasal dari pengukuran.
    Perbaikan: hitung satu capaian organisasi dengan rumus yang disebutkan, lalu kutip di semua bab.
    Dasar: PermenPANRB 53/2014, lampiran II, Bab III dan Bab IV.
    """
    daftar = [*_daftar_rekap(dok), *_daftar_kalimat(dok)]
    berangka = [p for p in daftar if p.angka is not None]
    berlabel = [p for p in daftar if p.label]
    if len(berangka) > 1:
        dok.tandai(*(p.letak_angka for p in berangka))
    beda_angka = _beda(berangka, _is_angka_sama)
    beda_label = _beda(berlabel, lambda a, b: a.label == b.label)
    beda = beda_angka or beda_label
    if not beda:
        return
    acuan = _acuan(berangka, _is_angka_sama) if beda_angka else _acuan(berlabel, lambda a, b: a.label == b.label)
    terlibat = sorted({id(p): p for p in (*berangka, *berlabel)}.values(), key=lambda p: p.letak.blok)
    isi = "; ".join(dict.fromkeys(f"{p.tempat}: {_sebut(p)}" for p in terlibat))
    utama = beda[-1]
    yield Bukti(
        utama.letak_angka if beda_angka else utama.letak,
        _sebut(utama),
        _sebut(acuan),
        f"simpulan atas tahun yang sama: {isi}",
        "Hitung satu capaian organisasi dengan rumus yang disebutkan, lalu kutip di semua bab.",
        tuple(dict.fromkeys(p.letak for p in terlibat if p is not utama)),
        is_keputusan=True,
    )


def _sebut(p: _Putusan) -> str:
    return ", ".join(x for x in (p.angka.tertulis if p.angka else "", " ".join(p.label)) if x)


def _is_angka_sama(a: _Putusan, b: _Putusan) -> bool:
    return a.angka is None or b.angka is None or is_sepakat(a.angka, b.angka) is not False


def _acuan(daftar: Sequence[_Putusan], is_sama: _Banding) -> _Putusan:
    """The one that most others agree with, the first of several."""
    return max(daftar, key=lambda p: sum(is_sama(p, q) for q in daftar))


def _beda(daftar: Sequence[_Putusan], is_sama: _Banding) -> list[_Putusan]:
    if len(daftar) < 2:
        return []
    acuan = _acuan(daftar, is_sama)
    return [p for p in daftar if not is_sama(acuan, p)]


def _daftar_kalimat(dok: Dokumen) -> Iterator[_Putusan]:
    for k in dok.daftar_kalimat_dengan("kinerja", "kesimpulan"):
        seluruh = _KESELURUHAN.search(k.teks)
        if (seluruh is None and not _SIMPULAN.search(k.teks)) or _SEBAGIAN.search(k.teks):
            continue
        if any(int(t) != dok.tahun for t in _TAHUN.findall(k.teks)):
            continue
        angka = _angka_keseluruhan(k, seluruh.end()) if seluruh else None
        label = _PUTUSAN.search(k.teks, seluruh.start() if seluruh else 0)
        if angka is None and label is None:
            continue
        letak = k.letak_bagian(label, "label") if label else k.letak
        kata = kata_nama(label["label"]) if label else ()
        bab = dok.find_bagian(k.paragraf.letak).bab
        tempat = f"Bab {_ROMAWI[bab]}" if bab < len(_ROMAWI) and bab else "bagian depan"
        nilai, letak_angka = angka or (None, letak)
        yield _Putusan(letak if label else letak_angka, k.teks, nilai, letak_angka, kata, tempat)


def _angka_keseluruhan(k: Kalimat, awal: int) -> tuple[AngkaTertulis, Letak] | None:
    """The first percentage behind the words for the whole, with nothing of another kind between."""
    for a in k.daftar_angka:
        if a.awal < awal:
            continue
        if a.jenis is JenisAngka.PERSEN and _SAMPAI_ANGKA.fullmatch(k.teks, awal, a.awal):
            return a.nilai, a.letak
        return None
    return None


def _daftar_rekap(dok: Dokumen) -> Iterator[_Putusan]:
    """The row of the organisation in a table of sasaran, or in one that lists how each value was computed."""
    for tabel in dok.daftar_tabel:
        peran = {k.peran: k.indeks for k in daftar_kolom(tabel)}
        kolom = peran.get(Peran.CAPAIAN, peran.get(Peran.REALISASI))
        if kolom is None or Peran.TARGET in peran or (Peran.CAPAIAN in peran and Peran.SASARAN not in peran):
            continue
        for baris in tabel.baris:
            sel, angka = baris[kolom], read_nilai(baris[kolom].teks)
            if kata_nama(baris[0].teks) in _BARIS_ORGANISASI[Peran.CAPAIAN not in peran :] and angka is not None:
                label = kata_nama(baris[peran[Peran.KATEGORI]].teks) if Peran.KATEGORI in peran else ()
                yield _Putusan(sel.letak, sel.teks, angka, sel.letak, label, tabel.nama)


DAFTAR_ATURAN = (Aturan("KON008", "simpulan-berbeda", Tingkat.GALAT, simpulan_berbeda),)
