"""The result of an evaluation goes into the bundle for esr.menpan.go.id once it is adopted."""

from evaluasi_contoh import TAHUN, Evaluasi

from akuntabel.core.regulasi.esr import SumberEsr
from akuntabel.siklus.evaluasi.models import JenisLke
from akuntabel.siklus.publikasi.esr_sumber import IsiBerkas, read_sumber


def test_only_an_adopted_official_result_is_handed_in(evaluasi: Evaluasi) -> None:
    evaluasi.tetapkan(evaluasi.isi(evaluasi.draft()))
    evaluasi.draft(JenisLke.RESMI)
    assert read_sumber(SumberEsr.LHE, evaluasi.satker, TAHUN) == []


def test_the_adopted_result_says_its_predicate(evaluasi: Evaluasi) -> None:
    evaluasi.resmi()
    (berkas,) = read_sumber(SumberEsr.LHE, evaluasi.satker, TAHUN)
    assert isinstance(berkas, IsiBerkas)
    assert berkas.keterangan == "Predikat BB, 10 Mei 2027."
    assert berkas.isi.startswith(b"%PDF-")
