"""A damaged file through the whole job: a version that is whole, or none and a reason; never half a version."""

import os

from django.db.models import Sum
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pemeran import Pemeran

from akuntabel.platform.tasks.models import StatusTugas, Tugas
from akuntabel.platform.tasks.pekerja_tunggal import run_berikut
from akuntabel.siklus.anggaran.impor import PilihanImpor, submit_impor
from akuntabel.siklus.anggaran.models import BarisAnggaran, VersiAnggaran
from berkas_anggaran import build_daun, build_fa, build_pohon, write_csv, write_xlsx

KALI = int(os.environ.get("AKUNTABEL_ACAK", "1"))
POHON = build_pohon(build_daun(12))
GANJIL = st.one_of(
    st.sampled_from(["=1+1", "@x", "", "\u202e", "x" * 5_000, 1e15, -1.0, 0.5, "JUMLAH SELURUHNYA", "000001. =A1"]),
    st.text(st.characters(exclude_categories=["C"]), max_size=30),
    st.integers(-(10**14), 10**14),
)


@given(st.data())
@settings(
    max_examples=40 * KALI,
    deadline=None,
    derandomize=KALI == 1,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
def test_a_damaged_file_is_loaded_whole_or_not_at_all(pemeran: Pemeran, data: st.DataObject):
    kisi = build_fa(POHON, kode_satker="357200")
    berisi = [(n, k) for n, sel in enumerate(kisi) for k in sel]
    for _ in range(data.draw(st.integers(0, 3))):
        n, k = data.draw(st.sampled_from(berisi))
        kisi[n][k] = data.draw(GANJIL)
    nama, isi = data.draw(st.sampled_from([("a.xlsx", write_xlsx(kisi)), ("a.csv", write_csv(kisi))]))
    VersiAnggaran.objects.all().delete()
    Tugas.objects.all().delete()
    submit_impor(pemeran.kota, 2024, nama, isi, pilihan=PilihanImpor(), by=pemeran.danu)
    run_berikut("uji")
    tugas = Tugas.objects.get()
    assert tugas.is_selesai
    assert not tugas.galat
    versi = VersiAnggaran.objects.first()
    if versi is None:
        assert not BarisAnggaran.objects.exists()
        assert tugas.hasil["daftar_masalah"] if tugas.status == StatusTugas.GAGAL else tugas.hasil["daftar_kolom"]
    else:
        daun = versi.daftar_baris.filter(is_daun=True)
        assert (versi.jumlah_baris, versi.total_pagu) == (daun.count(), daun.aggregate(n=Sum("pagu"))["n"])
