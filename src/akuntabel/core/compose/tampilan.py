"""How results are shown: one place decides the words and decimals of a target, a realisasi, a capaian."""

from akuntabel.core.calc.anggaran import BarisAnggaran
from akuntabel.core.calc.besaran import SATUAN_PERSEN, Besaran
from akuntabel.core.calc.nilai import Nilai
from akuntabel.core.calc.rumus import parse_rumus, show_rumus
from akuntabel.core.compose.kalimat import Bagian, huruf_kecil_awal
from akuntabel.core.fakta.hasil import HasilIndikator, HasilTahun
from akuntabel.core.fakta.perencanaan import Indikator
from akuntabel.core.fakta.slot import show_capaian
from akuntabel.core.fakta.target import show_realisasi, show_target
from akuntabel.core.naskah.model import Kolom, Rata


def besaran_target(hasil: HasilIndikator) -> Besaran:
    return show_target(hasil.target, hasil.indikator)


def besaran_realisasi(hasil: HasilIndikator) -> Besaran:
    return show_realisasi(hasil.realisasi, hasil.indikator)


def bagian_capaian(hasil: HasilTahun, indikator: HasilIndikator) -> tuple[Bagian, ...]:
    """The uncapped capaian, and in parentheses the one that is rolled up where floor or cap bit."""
    mentah, terbatas = indikator.capaian.mentah, indikator.capaian.terbatas
    utama = show_capaian(hasil, mentah)
    if mentah.angka == terbatas.angka:
        return (utama,)
    return (utama, " (dihitung ", show_capaian(hasil, terbatas), ")")


def teks_kategori(indikator: HasilIndikator) -> str:
    """The band of the capaian, or a dash where there is no figure."""
    pita = indikator.capaian.kategori
    return pita.label if pita else "–"


_RINCIAN = {"L": "laki-laki", "P": "perempuan"}
_CACAHAN = {
    "tahapan.wajib": "tahapan wajib",
    "tahapan.tepat_waktu": "tahapan tepat waktu",
    "perkara.konflik": "kejadian konflik",
    "perkara.pelanggaran.terbukti": "pelanggaran terbukti",
    "perkara.perselisihan_hasil": "perkara perselisihan hasil",
}


def teks_rumus(hasil: HasilTahun, indikator: Indikator) -> str:
    """The formula in the words of its elements: "pengguna hak pilih ÷ pemilih dalam DPT × 100"."""
    elemen = {e.kode: huruf_kecil_awal(e.nama) for e in hasil.fakta.daftar_elemen}
    rumus = parse_rumus(indikator.rumus)
    nama = dict(_CACAHAN)
    for kode in rumus.elemen:
        dasar, _, rincian = kode.partition(".")
        if dasar in elemen:
            nama[kode] = " ".join([elemen[dasar], *(_RINCIAN.get(r, r) for r in rincian.split(".") if r)])
    return show_rumus(rumus, nama)


def teks_cakupan(terukur: int, dari: int, satuan: str) -> str:
    """ "9 dari 11 indikator" """
    return f"{terukur} dari {dari} {satuan}"


def persen_serapan(nilai: Nilai) -> Besaran:
    """Absorption in percent with two decimals."""
    return Besaran(nilai, SATUAN_PERSEN, 2)


def bagian_serapan(b: BarisAnggaran) -> tuple[Bagian, ...]:
    """Absorption, and over how many of the rows under it where the realisasi of some is not known yet."""
    persen = persen_serapan(b.persen)
    is_sebagian = b.cakupan.terukur not in (0, b.cakupan.dari)
    return (persen, f" ({b.cakupan} pos)") if is_sebagian else (persen,)


def kolom_teks(judul: str, bobot: int = 1) -> Kolom:
    return Kolom(judul, bobot=bobot)


def kolom_angka(judul: str) -> Kolom:
    """Numbers, never broken; a status in words among them may be."""
    return Kolom(judul, rata=Rata.KANAN)


def kolom_label(judul: str) -> Kolom:
    """A category or another short label: never broken, from the left."""
    return Kolom(judul, utuh=True)


def kolom_pendek(judul: str) -> Kolom:
    """Codes, numbers of rows, letters: never broken, centred."""
    return Kolom(judul, rata=Rata.TENGAH, utuh=True)
