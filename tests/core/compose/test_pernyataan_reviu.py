"""The statement of review in the report: the form that waits, and what APIP signed."""

from dataclasses import replace
from datetime import date

from akuntabel.core.compose.lkj import compose_lkj
from akuntabel.core.fakta.hasil import compute_hasil
from akuntabel.core.fakta.laporan import PernyataanReviu
from akuntabel.core.naskah.model import Bab, Gaya, Paragraf, TandaTangan, teks_baris
from akuntabel.core.render.berkas import Format, render_berkas
from contoh_paket import read_contoh

REVIU = PernyataanReviu(
    nama="Sari Wulandari",
    jabatan="Inspektur Utama",
    nip="197001011995032001",
    tempat="Jakarta",
    tanggal=date(2021, 2, 20),
    kesimpulan="Berdasarkan reviu kami, informasi dalam Laporan Kinerja ini dapat diandalkan.",
    paragraf_penjelas=("Realisasi indikator 3.1 menunggu rilis.",),
    keterangan="Ditandatangani secara elektronik pada 20 Februari 2021",
)


def _bab(reviu: PernyataanReviu | None) -> Bab:
    naskah = compose_lkj(compute_hasil(replace(read_contoh(), reviu=reviu)))
    return next(b for b in naskah.bab if b.id == "pernyataan-reviu")


def _teks(bab: Bab) -> list[str]:
    return [teks_baris(b.isi) for b in bab.isi if isinstance(b, Paragraf)]


def test_report_without_review_prints_the_form_that_waits():
    bab = _bab(None)
    assert any("belum direviu" in teks for teks in _teks(bab))
    tanda = next(b for b in bab.isi if isinstance(b, TandaTangan))
    assert tanda.tempat_tanggal == "…………, …… 2021"


def test_signed_statement_says_who_concluded_what_and_when():
    bab = _bab(REVIU)
    assert not any(b.gaya is Gaya.KURANG for b in bab.isi if isinstance(b, Paragraf))
    teks = _teks(bab)
    assert teks.index(REVIU.kesimpulan) + 1 == teks.index("Realisasi indikator 3.1 menunggu rilis.")
    assert not any("tidak terdapat kondisi" in t for t in teks)  # the words of the form yield to those of the reviewer
    tanda = next(b for b in bab.isi if isinstance(b, TandaTangan))
    assert tanda.tempat_tanggal == "Jakarta, 20 Februari 2021"
    (orang,) = tanda.penanda_tangan
    assert (orang.di_atas, orang.nama, orang.nip) == (("Inspektur Utama,",), "Sari Wulandari", "197001011995032001")


def test_signed_statement_is_bound_into_the_printed_report():
    naskah = compose_lkj(compute_hasil(replace(read_contoh(), reviu=REVIU)))
    isi = render_berkas(naskah, [Format.HTML])[Format.HTML].isi.decode()
    assert "Sari Wulandari" in isi
    assert "NIP 197001011995032001" in isi
    assert "Formulir ini belum ditandatangani" not in isi
