"""Any figure answers "dari mana?": with all that a person with a calculator needs, in Indonesian notation."""

from datetime import datetime
from decimal import Decimal

from django.template import engines
from django.utils import timezone

from akuntabel.core.calc.jejak import Jejak, Operan
from akuntabel.core.calc.nilai import Nilai, StatusNilai

FAKTA = Jejak("fakta", (Operan("PGN", "85123", "orang", "D.Hasil KABKO-KPU", "BKT-017"),), "85123")
REALISASI = Jejak("PGN ÷ DPT × 100", (Operan("DPT", "113943", "orang"),), "74.7066515714", langkah=(FAKTA,))
CAPAIAN = Jejak(
    "R ÷ T × 100",
    (Operan("T (target)", "77.5"), Operan("R (realisasi)", "74.7066515714")),
    "96.3956794",
    kebijakan="baku-2020",
    dasar="PermenPANRB 53/2014",
    pembulatan="dibatasi paling tinggi 120",
    catatan="Dihitung sekali.",
    langkah=(REALISASI,),
)


def _cetak(panggilan: str, **isi: object) -> str:
    macro = "{% from 'macro/jejak.html' import angka_berjejak, nilai_berjejak %}"
    return engines["jinja2"].from_string(macro + "{{ " + panggilan + " }}").render(isi)


def test_a_figure_answers_with_everything_its_trace_has():
    halaman = _cetak("angka_berjejak('96,40%', jejak, 'Capaian 1.2')", jejak=CAPAIAN)
    for bagian in (
        *("96,40%", "dari mana? Capaian 1.2", "R ÷ T × 100", "77,5", "96,3956794", "baku-2020", "PermenPANRB 53/2014"),
        *("dibatasi paling tinggi 120", "Dihitung sekali.", "PGN ÷ DPT × 100", "113.943", "orang"),
        *("85.123", "D.Hasil KABKO-KPU", "BKT-017"),
    ):
        assert bagian in halaman, bagian


def test_a_figure_says_who_wrote_it_and_when():
    saat = timezone.make_aware(datetime(2026, 4, 7, 9, 5))  # noqa: DTZ001 — made aware, in the office's time
    halaman = _cetak("angka_berjejak('85.123', none, 'PGN', oleh='Danu', waktu=saat)", saat=saat)
    assert "Dicatat oleh Danu, 07-04-2026 pukul 09.05" in halaman


def test_a_figure_without_a_trace_is_a_figure():
    assert _cetak("angka_berjejak('85.123', none, 'PGN')").strip() == "85.123"


def test_a_value_that_is_not_there_says_why():
    nilai = Nilai.absent(StatusNilai.MENUNGGU_RILIS, "Indeks RB terbit bulan Mei.")
    halaman = _cetak("nilai_berjejak(nilai, 'Capaian 1.1')", nilai=nilai)
    assert "menunggu rilis" in halaman
    assert "Indeks RB terbit bulan Mei." in halaman


def test_a_value_is_shown_with_its_unit():
    assert "96,40%" in _cetak("nilai_berjejak(nilai, 'Capaian', 2, '%')", nilai=Nilai.of(Decimal("96.3956"), CAPAIAN))


def test_what_a_source_says_is_never_html():
    jejak = Jejak("a", (Operan("<b>n", "<i>1", "<u>", "<script>", "<img>"),), catatan="<em>")
    halaman = _cetak("angka_berjejak('1', jejak, '<h1>')", jejak=jejak)
    assert not [t for t in ("<b>", "<i>", "<u>", "<script", "<img", "<em>", "<h1>") if t in halaman]
