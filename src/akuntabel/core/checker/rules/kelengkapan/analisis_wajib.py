"""LKP: the analyses that PermenPANRB 53/2014 asks of Bab III, and the account of every indicator in it."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from akuntabel.core.checker.bacaan.bagian import Judul
from akuntabel.core.checker.bacaan.prosa import Kalimat
from akuntabel.core.checker.dokumen import Dokumen
from akuntabel.core.checker.kinerja.pokok import IndeksKinerja, JenisPokok, Pokok, Ukuran, indeks_kinerja
from akuntabel.core.checker.kinerja.topik import PetaTopik, peta_topik
from akuntabel.core.checker.rules.kelengkapan.bagian import bab_akuntabilitas, is_laporan_kinerja
from akuntabel.core.checker.temuan import Aturan, Bukti, Tingkat
from akuntabel.core.naskah.terbaca import Letak, ParagrafTerbaca, TabelTerbaca
from akuntabel.core.regulasi import daftar_analisis_lkj, load_predikat

# In which words reports make each analysis, by the id of the regulation's list.
_PETUNJUK = {
    "tahun-lalu": re.compile(
        r"tahun[- ]?(?:tahun )?(?:lalu|sebelumnya|terakhir)|dari tahun ke tahun|antar\s?tahun"
        r"|(?:dibanding\w*|perbandingan)[^.]{0,60}\btahun\b|pemilihan ke pemilihan|dua tahun|tiga tahun|lima tahun",
        re.IGNORECASE,
    ),
    "jangka-menengah": re.compile(
        r"(?:target|realisasi|capaian|kemajuan)[^.]{0,80}(?:jangka menengah|renstra|rencana strategis|rpjm\w*)"
        r"|(?:jangka menengah|renstra|rencana strategis|rpjm\w*)[^.]{0,60}(?:target|realisasi|capaian|kemajuan)"
        r"|akhir periode|target akhir",
        re.IGNORECASE,
    ),
    "efisiensi": re.compile(r"\befisien|penghematan|hemat anggaran|cost", re.IGNORECASE),
    "program-kegiatan": re.compile(
        r"\b(?:program|kegiatan|output)\b[^.]{0,60}(?:menunjang|mendukung|penunjang|pendukung)"
        r"|(?:didukung|ditunjang|dilakukan|menunjang|mendukung)[^.]{0,40}\b(?:program|kegiatan)\b",
        re.IGNORECASE,
    ),
}
_SEBAB = re.compile(
    r"penyebab|disebabkan|dikarenakan|\bkarena\b|\bakibat\b|faktor|dipengaruhi|kendala|hambatan|terhambat|permasalahan",
    re.IGNORECASE,
)
_SOLUSI = re.compile(
    r"solusi|\bupaya\b|diupayakan|langkah|tindak lanjut|mengatasi|antisipa|strategi|rencana aksi"
    r"|akan (?:dilakukan|di\w+kan)",
    re.IGNORECASE,
)
_JUDUL_SEBAB = re.compile(r"penyebab|faktor|kendala|hambatan|permasalahan|keberhasilan|kegagalan|solusi", re.IGNORECASE)
_TAHUN = re.compile(r"\b(?:19|20)\d\d\b")
Blok = ParagrafTerbaca | TabelTerbaca


@dataclass(frozen=True)
class _Uraian:
    """Bab III as its readers know it: blocks, what each is about, and the indicators that it must account for."""

    dok: Dokumen

    @cached_property
    def indeks(self) -> IndeksKinerja:
        return indeks_kinerja(self.dok)

    @cached_property
    def peta(self) -> PetaTopik:
        return peta_topik(self.dok)

    @cached_property
    def isi(self) -> Sequence[Blok]:
        """The blocks of the chapter, headings among them."""
        bab = bab_akuntabilitas(self.dok)
        if bab is None:
            return ()
        nomor = self.dok.find_bagian(bab).bab
        sesudah = [b for b in self.dok.naskah.isi if b.letak.blok >= bab.blok]
        return [b for b in sesudah if self.dok.find_bagian(b.letak).bab == nomor]

    @cached_property
    def terukur(self) -> list[Pokok]:
        """Indicators that have a realisasi or capaian this year."""
        return [
            p
            for p in self.indeks.daftar_pokok(JenisPokok.INDIKATOR)
            if self.indeks.daftar_nilai(p, Ukuran.REALISASI, Ukuran.CAPAIAN)
        ]

    @cached_property
    def gagal(self) -> list[Pokok]:
        """Indicators whose capaian says that the target was not reached, in figures or by a lower predicate."""
        return [p for p in self.terukur if self._is_gagal(p)]

    def _is_gagal(self, p: Pokok) -> bool:
        capaian = self.indeks.daftar_nilai(p, Ukuran.CAPAIAN)
        if capaian and capaian[0].is_tercapai is not None:
            return capaian[0].is_tercapai is False
        urutan = load_predikat("akip")
        target, realisasi = (
            [r for s in self.indeks.daftar_nilai(p, u) if s.angka and (r := urutan.rank(s.angka.predikat)) is not None]
            for u in (Ukuran.TARGET, Ukuran.REALISASI)
        )
        return bool(target) and bool(realisasi) and realisasi[0] < target[0]

    def milik(self, p: Pokok) -> list[str]:
        """The words about one indicator: paragraphs under it, those that name it, and those that go on from there."""
        return self._kalimat_per_pokok[id(p)]

    @cached_property
    def _kalimat_per_pokok(self) -> dict[int, list[str]]:
        hasil: dict[int, list[str]] = defaultdict(list)
        lalu: set[int] = set()
        bagian = None
        for blok, kalimat in self._kalimat_per_blok.items():
            tentang = {id(x.pokok) for k in kalimat for x in self.peta.daftar_penyebutan(k)}
            judul = self.peta.find_blok(blok).indikator
            tentang |= {id(judul)} if judul is not None else set()
            di_sini = self.dok.find_bagian(kalimat[0].paragraf.letak)
            lalu = tentang if tentang or di_sini != bagian else lalu
            bagian = di_sini
            for pokok in lalu:
                hasil[pokok] += [k.teks for k in kalimat]
        return hasil

    @cached_property
    def _kalimat_per_blok(self) -> dict[int, list[Kalimat]]:
        hasil: dict[int, list[Kalimat]] = defaultdict(list)
        for k in self.dok.daftar_kalimat:
            if k.paragraf.letak.blok in self._blok_bab:
                hasil[k.paragraf.letak.blok].append(k)
        return hasil

    @cached_property
    def _blok_bab(self) -> set[int]:
        return {b.letak.blok for b in self.isi}

    @cached_property
    def judul(self) -> list[Judul]:
        return [j for j in self.dok.daftar_judul if j.letak.blok in self._blok_bab]


def analisis_tidak_ada(dok: Dokumen) -> Iterator[Bukti]:
    """Bab III tidak memuat analisis yang diminta.

    Yang diperiksa: judul, judul tabel, kepala tabel, dan kalimat Bab III terhadap analisis PermenPANRB 53/2014: tahun
    lalu, target jangka menengah, efisiensi, serta program dan kegiatan penunjang; pernyataan bahwa datanya belum ada
    dianggap menyebutnya. Standar nasional hanya diminta bila ada.
    Mengapa penting: tanpa analisis itu capaian tidak dapat dinilai baik atau buruk.
    Perbaikan: tambahkan analisisnya, atau nyatakan mengapa belum dapat dibuat.
    Dasar: PermenPANRB 53/2014, lampiran II anak lampiran II/1, Bab III huruf A.
    """
    if not is_laporan_kinerja(dok):
        return
    uraian = _Uraian(dok)
    for analisis in daftar_analisis_lkj():
        if analisis.id not in _PETUNJUK:
            continue
        kurang = _daftar_tanpa(uraian, analisis.id)
        if not kurang:
            continue
        semua = len(kurang) == len(uraian.terukur)
        yield Bukti(
            bab_akuntabilitas(dok) or Letak(),
            f"tanpa {analisis.judul.lower()}",
            f"{analisis.bunyi[0].lower()}{analisis.bunyi[1:]}",
            "tidak ada dalam Bab III"
            if semua
            else f"tidak ada untuk {len(kurang)} dari {len(uraian.terukur)} indikator: "
            + "; ".join(f"“{p.nama}”" for p in kurang),
            "Tambahkan analisisnya, atau nyatakan mengapa belum dapat dibuat.",
            tingkat=None if semua else Tingkat.INFO,
        )


def _daftar_tanpa(uraian: _Uraian, id_: str) -> list[Pokok]:
    """The measured indicators that an analysis passes over; none where it is made for all of them together."""
    pola = _PETUNJUK[id_]
    if any(pola.search(j.teks) for j in uraian.judul):
        return []
    tabel = [b for b in uraian.isi if isinstance(b, TabelTerbaca) and _is_tabel_analisis(uraian.dok, b, id_, pola)]
    disebut = {id(s.pokok) for s in uraian.indeks.daftar_sebutan if any(s.tabel is t for t in tabel)}
    umum = [
        b.teks
        for b in uraian.isi
        if isinstance(b, ParagrafTerbaca) and uraian.peta.find_blok(b.letak.blok).indikator is None
    ]
    if any(pola.search(t) for t in umum) or (tabel and not disebut):
        return []
    return [p for p in uraian.terukur if id(p) not in disebut and not any(pola.search(t) for t in uraian.milik(p))]


def _is_tabel_analisis(dok: Dokumen, tabel: TabelTerbaca, id_: str, pola: re.Pattern[str]) -> bool:
    if pola.search(tabel.caption) or any(pola.search(k) for k in tabel.kepala):
        return True
    tahun = {int(t) for k in tabel.kepala for t in _TAHUN.findall(k)}
    if id_ == "tahun-lalu":
        return any(dok.tahun is not None and t < dok.tahun for t in tahun)
    return id_ == "jangka-menengah" and any(dok.tahun is not None and t > dok.tahun for t in tahun)


def sebab_tidak_dijelaskan(dok: Dokumen) -> Iterator[Bukti]:
    """Indikator yang tidak mencapai target tidak dijelaskan penyebab dan solusinya.

    Yang diperiksa: uraian setiap indikator yang capaiannya di bawah 100 persen atau predikatnya di bawah target, dan
    judul tentang penyebab atau kendala.
    Mengapa penting: penjelasan kegagalan adalah inti pertanggungjawaban.
    Perbaikan: tulis penyebabnya, buktinya, dan solusi yang telah dilakukan.
    Dasar: PermenPANRB 53/2014, lampiran II anak lampiran II/1, Bab III huruf A angka 5.
    """
    if not is_laporan_kinerja(dok):
        return
    uraian = _Uraian(dok)
    if any(_JUDUL_SEBAB.search(j.teks) for j in uraian.judul):
        return
    kurang: list[tuple[Pokok, list[str]]] = []
    for p in uraian.gagal:
        teks = uraian.milik(p)
        hilang = [
            nama for nama, pola in (("penyebab", _SEBAB), ("solusi", _SOLUSI)) if not any(pola.search(t) for t in teks)
        ]
        if teks and hilang:
            kurang.append((p, hilang))
    if not kurang:
        return
    tempat = [uraian.indeks.daftar_nilai(p, Ukuran.CAPAIAN)[0].sel for p, _ in kurang]
    yield Bukti(
        tempat[0].letak,
        tempat[0].teks,
        "penyebab dan solusi",
        "tidak mencapai target tanpa penjelasan: " + "; ".join(f"“{p.nama}” ({' dan '.join(h)})" for p, h in kurang),
        "Tulis penyebabnya, buktinya, dan solusi yang telah dilakukan.",
        tuple(s.letak for s in tempat[1:]),
    )


def indikator_tanpa_uraian(dok: Dokumen) -> Iterator[Bukti]:
    """Indikator yang diukur tidak diuraikan dalam Bab III.

    Yang diperiksa: bila sedikitnya separuh indikator mempunyai judul atau kalimat dengan namanya, indikator selebihnya.
    Mengapa penting: angka tanpa uraian tidak dapat dinilai.
    Perbaikan: uraikan setiap indikator yang diperjanjikan.
    Dasar: PermenPANRB 53/2014, lampiran II anak lampiran II/1, Bab III huruf A.
    """
    if not is_laporan_kinerja(dok):
        return
    uraian = _Uraian(dok)
    kode = {p.kode for p in uraian.terukur if p.kode}
    tanpa = [p for p in uraian.terukur if not uraian.milik(p) and not (p.kode and _is_kode_disebut(uraian, p.kode))]
    if not tanpa or 2 * len(tanpa) > len(uraian.terukur) or (kode and len(tanpa) == len(kode)):
        return
    tempat = [uraian.indeks.daftar_nilai(p, Ukuran.REALISASI, Ukuran.CAPAIAN)[0].sel for p in tanpa]
    yield Bukti(
        tempat[0].letak,
        tanpa[0].nama,
        "uraian setiap indikator",
        f"{len(tanpa)} dari {len(uraian.terukur)} indikator tidak diuraikan: "
        + "; ".join(f"“{p.nama}”" for p in tanpa),
        "Uraikan setiap indikator yang diperjanjikan.",
        tuple(s.letak for s in tempat[1:]),
    )


def _is_kode_disebut(uraian: _Uraian, kode: str) -> bool:
    pola = re.compile(rf"(?<![\d.]){re.escape(kode)}(?![\d.]*\d)")
    return any(isinstance(b, ParagrafTerbaca) and pola.search(b.teks) for b in uraian.isi)


DAFTAR_ATURAN = (
    Aturan("LKP005", "analisis-tidak-ada", Tingkat.PERINGATAN, analisis_tidak_ada),
    Aturan("LKP006", "sebab-tidak-dijelaskan", Tingkat.PERINGATAN, sebab_tidak_dijelaskan),
    Aturan("LKP007", "indikator-tanpa-uraian", Tingkat.PERINGATAN, indikator_tanpa_uraian),
)
