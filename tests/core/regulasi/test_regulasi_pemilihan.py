"""Elections and what counts as a case: nothing is guessed, and what is not known says so."""

from akuntabel.core.calc.partisipasi import KategoriPemilih, parse_rumus_partisipasi
from akuntabel.core.fakta.kepemiluan import JenisPerkara, KelompokTahapan
from akuntabel.core.regulasi import daftar_peraturan, daftar_sumber
from akuntabel.core.regulasi.pemilihan import daftar_pemilihan_acuan, daftar_pengertian_perkara

SEMUA = tuple(daftar_pemilihan_acuan().values())


def test_the_elections_of_the_time_are_there_in_order():
    tahun = [p.tahun for p in SEMUA]
    assert tahun == sorted(tahun)
    pilkada = {p.tahun for p in SEMUA if p.id.startswith("pilkada-")}
    assert pilkada >= {2005, 2010, 2015, 2017, 2018, 2020, 2024}
    assert {p.tahun for p in SEMUA if p.id.startswith("pemilu-")} == {2019, 2024}


def test_every_mark_points_at_a_source_that_is_there():
    daftar_tanda = [t for p in SEMUA for t in (p.tanda, p.tanda_tanggal, p.tanda_label, p.tanda_rumus) if t]
    sumber = {s for t in daftar_tanda if t.startswith("V:") for s in t.removeprefix("V:").split(",")}
    assert sumber
    assert sumber <= set(daftar_sumber())
    assert {p.peraturan for p in SEMUA if p.peraturan} <= set(daftar_peraturan())


def test_what_is_not_known_says_so():
    for p in SEMUA:
        if p.rumus is None or not p.tahapan or p.tanggal is None:
            assert "belum" in p.catatan or "tidak" in p.catatan, p.id


def test_the_same_name_means_another_list_in_another_election():
    pilkada, pemilu = daftar_pemilihan_acuan()["pilkada-2020"], daftar_pemilihan_acuan()["pemilu-2024"]
    assert pilkada.label_tambahan == pemilu.label_pindahan == "Daftar Pemilih Tambahan (DPTb)"
    assert pemilu.label_tambahan == "Daftar Pemilih Khusus (DPK)"


def test_formulas_in_words_and_in_lists_are_the_same():
    berumus = [p for p in SEMUA if p.rumus]
    assert [p.id for p in berumus] == ["pemilu-2019", "pilkada-2020", "pemilu-2024"]
    for p in berumus:
        label = dict(zip(KategoriPemilih, (p.label_terdaftar, p.label_pindahan, p.label_tambahan), strict=True))
        assert parse_rumus_partisipasi(p.rumus or "", {k: n or "" for k, n in label.items()}) == p.rumus_partisipasi


def test_schedules_lead_to_the_day_of_the_vote_over_silent_days():
    berjadwal = [p for p in SEMUA if p.tahapan]
    assert len(berjadwal) == 3
    for p in berjadwal:
        assert {t.kelompok for t in p.tahapan} <= {k.value for k in KelompokTahapan}
        per_nama = {t.nama: t for t in p.tahapan}
        kampanye = next(t for nama, t in per_nama.items() if "kampanye" in nama.lower())
        coblos = next(
            t for nama, t in per_nama.items() if nama.lower().startswith(("pemungutan", "pelaksanaan pemung"))
        )
        tenang = per_nama["Masa tenang"]
        assert coblos.selesai == p.tanggal
        for awal, akhir in ((kampanye.selesai, tenang.mulai), (tenang.selesai, p.tanggal)):
            assert awal is not None
            assert akhir is not None
            assert (akhir - awal).days == 1, p.id


def test_every_kind_of_case_says_what_counts():
    daftar = daftar_pengertian_perkara().values()
    assert {p.jenis for p in daftar} == {j.value for j in JenisPerkara}
    for p in daftar:
        assert p.elemen.removesuffix(".terbukti") == f"perkara.{p.jenis}"
        assert p.dihitung != p.tidak_dihitung
