"""HIT: the capaian of a sasaran and of the whole office, recomputed from the indicators."""

import re
from collections.abc import Iterator, Sequence

from akuntabel.core.calc.angka import format_persen
from akuntabel.core.calc.baca_angka import AngkaTertulis
from akuntabel.core.checker.bacaan.angka_tercetak import read_sel, rentang_cetak, rentang_masukan
from akuntabel.core.checker.bacaan.kolom import Peran, daftar_kolom
from akuntabel.core.checker.bacaan.nama import is_nama_mirip, is_nama_setara
from akuntabel.core.checker.bacaan.prosa import AngkaProsa, JenisAngka, Kalimat
from akuntabel.core.checker.bacaan.tabel import RangkaiKinerja, is_baris_ringkasan
from akuntabel.core.checker.dokumen import Dokumen
from akuntabel.core.checker.kinerja.batas_kategori import daftar_batas, is_putusan_berubah
from akuntabel.core.checker.kinerja.pengukuran import (
    Terukur,
    daftar_pengukuran,
    daftar_rekap,
    is_berbobot,
    rata_tertulis,
)
from akuntabel.core.checker.temuan import Aturan, Bukti, Tingkat
from akuntabel.core.naskah.terbaca import Letak, SelTerbaca, TabelTerbaca

MINIMAL_TERUKUR = 3  # with fewer rows some roll-up gives nearly anything
_SATU_SASARAN = re.compile(r"^\W*(?:rata[- ]*rata )?(?:pen)?capaian (?:kinerja )?sasaran\b", re.IGNORECASE)
_RATA = re.compile(
    r"^\W*(?:nilai\s+)?rata[- ]*rata\b|\brata[- ]*rata capaian\b"
    r"|^\W*(?:pen)?capaian (?:kinerja )?sasaran\W+(?:ke\W*)?\d+\W*$",
    re.IGNORECASE,
)
_UMUM = re.compile(
    r"\brata[- ]*rata (?:tingkat |nilai |persentase )?(?:pen)?capaian\b"
    r"|\bsecara (?:umum|keseluruhan),? (?:tingkat |rata[- ]*rata )?(?:pen)?capaian kinerja\b"
    r"|\b(?:pen)?capaian kinerja (?:organisasi|keseluruhan|secara (?:umum|keseluruhan)|total)\b"
    r"|\b(?:pen)?capaian kinerja (?:sekretariat |komisi |kpu |dinas |badan |kantor |kecamatan |inspektorat )",
    re.IGNORECASE,
)
# "capaian" or a word of reaching, and then the figure with few words between.
_CAPAIAN_ANGKA = re.compile(
    r"\b(?:pen)?capaian(?:nya)?(?: kinerja)?(?: (?:organisasi|rata[- ]*rata|sebesar|adalah|yaitu|mencapai|hasil"
    r"|menunjukkan|dengan|tahun \d{4}|indikator|seluruh|keseluruhan|tersebut|hanya|nilai|angka))*\s*\(?$",
    re.IGNORECASE,
)
_MENCAPAI_ANGKA = re.compile(
    r"(?:\s+(?!persentase|partisipasi|indikator|jumlah|tingkat|nilai|kategori|target|indeks)[\w/.-]+){0,9}?"
    r"\s+(?:adalah|mencapai|sebesar|menunjukkan(?: angka| hasil)?)\s*\(?",
    re.IGNORECASE,
)
_LAIN_HAL = re.compile(
    r"\b(?:anggaran|keuangan|serapan|penyerapan|triwulan|semester|sebelumnya|tahun lalu|target|nasional|provinsi|fisik"
    r"|sasaran (?:\d|pertama|kedua|ketiga|keempat|kelima|ini|strategis)|indikator (?:\d|ini|kinerja utama ke)"
    r"|(?:pada|untuk|atas) (?:indikator|program|kegiatan|sasaran|urusan|bidang|aspek|perspektif|misi|tujuan))\b",
    re.IGNORECASE,
)
_SATU_HAL = re.compile(r"\b(?:indikator|sasaran|program|kegiatan)\b", re.IGNORECASE)
_TAHUN = re.compile(r"\b20\d\d\b")


def rekap_tabel_salah(dok: Dokumen) -> Iterator[Bukti]:
    """Capaian sasaran atau rata-rata capaian dalam tabel bukan hasil rekapitulasi indikatornya.

    Yang diperiksa: baris “Rata-rata” di bawah capaian, dan tabel capaian per sasaran, terhadap rata-rata, rata-rata per
    sasaran, nilai terkecil, dan bagian indikator yang tercapai, tanpa batas dan dengan batas yang lazim. Laporan yang
    menyebut bobot tidak diperiksa.
    Mengapa penting: angka inilah yang dikutip pimpinan dan menentukan kategori.
    Perbaikan: hitung ulang dari capaian indikatornya, dan sebutkan caranya.
    Dasar: PermenPANRB 53/2014 lampiran II huruf E.
    """
    if is_berbobot(dok):
        return
    for rangkai in dok.daftar_kinerja:
        yield from _periksa_rata(dok, rangkai)
    pengukuran = daftar_pengukuran(dok)
    for tabel in dok.daftar_tabel if any(_is_cukup(p) for p in pengukuran) else ():
        yield from _periksa_sasaran(dok, tabel, pengukuran)


def _periksa_rata(dok: Dokumen, rangkai: RangkaiKinerja) -> Iterator[Bukti]:
    """Rows "Rata-rata" of a table of measurement, each over the rows since the one before, or over all."""
    if rangkai.capaian is None:
        return
    bagian: list[Terukur] = []
    semua: list[Terukur] = []
    rerata: list[Terukur] = []
    for baris in rangkai.tabel.baris:
        sel = baris[rangkai.capaian]
        angka = read_sel(sel)
        if angka is None:
            continue
        # A row that sums up has no target and no realisasi of its own.
        is_isi = baris[rangkai.target].teks or baris[rangkai.realisasi].teks
        if is_isi or not any(_RATA.search(s.teks) for s in baris[: rangkai.capaian]):
            bagian.append(_semu(angka))
            semua.append(_semu(angka))
            continue
        pilihan = [p for p in (bagian, semua, rerata) if len(p) >= 2]
        if len(bagian) == 1 and any(_SATU_SASARAN.match(s.teks) for s in baris[: rangkai.capaian]):
            pilihan = [bagian]  # a sasaran with one indicator
        if pilihan and (bagian or rerata):
            yield from _bandingkan(dok, sel, pilihan, (), f"rata-rata {len(pilihan[0])} capaian di atasnya")
        rerata.append(_semu(angka))
        bagian = []


def _semu(angka: AngkaTertulis) -> Terukur:
    """A bare figure as an indicator."""
    return Terukur("", 0, "", rentang_masukan(angka), angka.angka, False, None, Letak())


def _periksa_sasaran(dok: Dokumen, tabel: TabelTerbaca, pengukuran: Sequence[Sequence[Terukur]]) -> Iterator[Bukti]:
    """A table that gives each sasaran, and perhaps the office, one capaian."""
    if not any("capaian" in k.lower() for k in tabel.kepala):
        return
    kolom = daftar_kolom(tabel)
    capaian = [k.indeks for k in kolom if k.peran is Peran.CAPAIAN and k.tahun in (None, dok.tahun) and not k.periode]
    sasaran = [k.indeks for k in kolom if k.peran is Peran.SASARAN]
    if len(capaian) != 1 or len(sasaran) != 1 or any(k.peran in (Peran.TARGET, Peran.INDIKATOR) for k in kolom):
        return
    for baris in tabel.baris:
        sel, nama = baris[capaian[0]], baris[sasaran[0]].teks
        if is_baris_ringkasan(baris, capaian[0]):
            yield from _bandingkan(dok, sel, pengukuran, _jumlah_perjanjian(dok), "rekapitulasi semua indikator")
            continue
        kelompok = [p for p in (_milik_sasaran(p, nama) for p in pengukuran) if any(t.capaian is not None for t in p)]
        if kelompok:
            yield from _bandingkan(dok, sel, kelompok, (), f"rekapitulasi {len(kelompok[0])} indikator sasaran ini")


def _milik_sasaran(daftar: Sequence[Terukur], nama: str) -> list[Terukur]:
    """The indicators of the sasaran of that name; of one whose name drifted only where none has the name itself."""
    bersasaran = [t for t in daftar if nama and t.nama_sasaran]
    sama = [t for t in bersasaran if is_nama_setara(t.nama_sasaran, nama)]
    return sama or [t for t in bersasaran if is_nama_mirip(t.nama_sasaran, nama)]


def _bandingkan(
    dok: Dokumen, sel: SelTerbaca, pilihan: Sequence[Sequence[Terukur]], jumlah_lain: Sequence[int], cara: str
) -> Iterator[Bukti]:
    angka = read_sel(sel)
    if angka is None or angka.angka is None:
        return
    dok.tandai(sel.letak)
    cetak = rentang_cetak(angka)
    if not any(r.meets(cetak) for p in pilihan for r in daftar_rekap(p, jumlah_lain)):
        wajar = rata_tertulis(pilihan[0])
        yield Bukti(
            sel.letak,
            sel.teks,
            format_persen(wajar),
            f"{cara}; batas yang lazim dan cara rekapitulasi lain juga tidak menghasilkan yang tertulis",
            "Hitung ulang dari capaian indikatornya, dan sebutkan caranya.",
            is_keputusan=is_putusan_berubah(daftar_batas(dok), angka.angka, wajar),
            operan=tuple(t.letak for p in pilihan for t in p if t.letak.blok),
        )


def capaian_umum_tidak_terulang(dok: Dokumen) -> Iterator[Bukti]:
    """Capaian kinerja keseluruhan dalam kalimat tidak dapat diturunkan dari tabel pengukuran.

    Yang diperiksa: kalimat yang menyebut capaian kinerja secara umum, rata-rata capaian, atau dalam penutup “dengan
    capaian p%”, terhadap semua cara rekapitulasi yang lazim atas tabel pengukuran dengan tiga indikator atau lebih.
    Laporan yang menyebut bobot tidak diperiksa.
    Mengapa penting: angka inilah yang dikutip pimpinan dan menentukan kategori kantor.
    Perbaikan: hitung ulang dari tabel pengukuran, dan sebutkan caranya.
    Dasar: PermenPANRB 53/2014 lampiran II huruf E.
    """
    pengukuran = daftar_pengukuran(dok)
    if not any(_is_cukup(p) for p in pengukuran) or is_berbobot(dok):
        return
    hasil = [r for p in pengukuran for r in daftar_rekap(p, _jumlah_perjanjian(dok))]
    batas, wajar = daftar_batas(dok), rata_tertulis(pengukuran[0])
    for k in dok.daftar_kalimat:
        angka = _find_capaian_umum(dok, k)
        if angka is None or angka.nilai.angka is None:
            continue
        dok.tandai(angka.letak)
        if any(r.meets(rentang_cetak(angka.nilai)) for r in hasil):
            continue
        yield Bukti(
            angka.letak,
            angka.teks,
            f"{format_persen(wajar)} (rata-rata capaian indikator)",
            f"tidak ada cara rekapitulasi yang menghasilkan {angka.teks} dari tabel pengukuran",
            "Hitung ulang dari tabel pengukuran, dan sebutkan caranya.",
            is_keputusan=is_putusan_berubah(batas, angka.nilai.angka, wajar),
        )


def _is_cukup(daftar: Sequence[Terukur]) -> bool:
    return sum(t.capaian is not None for t in daftar) >= MINIMAL_TERUKUR


def _jumlah_perjanjian(dok: Dokumen) -> list[int]:
    """How many indicators the agreement has: a report may take its mean over them."""
    t = dok.perjanjian
    return [] if t is None else [sum(bool(b[t.indikator].teks) for b in t.tabel.baris)]


def _find_capaian_umum(dok: Dokumen, k: Kalimat) -> AngkaProsa | None:
    """The percentage that a sentence gives as the capaian of the whole office."""
    if "capaian" not in k.teks.lower() or not any(a.jenis is JenisAngka.PERSEN for a in k.daftar_angka):
        return None
    umum = _UMUM.search(k.teks)
    # In the closing chapter "kinerja … dengan capaian p%" is of the office, unless it names one thing.
    if umum is None and (dok.find_bagian(k.paragraf.letak).bab != 4 or "kinerja" not in k.teks.lower()):
        return None
    if any(int(t) != dok.tahun for t in _TAHUN.findall(k.teks)):
        return None
    awal = 0
    for a in k.daftar_angka:
        sela, awal = k.teks[awal : a.awal], a.akhir
        if a.jenis is not JenisAngka.PERSEN:
            continue
        if _LAIN_HAL.search(sela) or (umum is None and _SATU_HAL.search(sela)):
            return None
        if _CAPAIAN_ANGKA.search(sela) or (umum and _MENCAPAI_ANGKA.fullmatch(k.teks[umum.end() : a.awal])):
            return a
    return None


DAFTAR_ATURAN = (
    Aturan("HIT008", "rekap-tabel-salah", Tingkat.GALAT, rekap_tabel_salah),
    Aturan("HIT009", "capaian-umum-tidak-terulang", Tingkat.GALAT, capaian_umum_tidak_terulang),
)
