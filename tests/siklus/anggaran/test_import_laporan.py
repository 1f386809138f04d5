"""A budget file becomes a version to look at: everything or nothing, with its trail, and the same file only once."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from pemeran import Pemeran

from akuntabel.platform.audit.models import JejakAudit
from akuntabel.platform.files.models import Berkas
from akuntabel.platform.notifikasi.models import Notifikasi
from akuntabel.platform.tasks.models import StatusTugas, Tugas
from akuntabel.platform.tasks.pekerja_tunggal import run_berikut
from akuntabel.siklus.anggaran import impor_kabar
from akuntabel.siklus.anggaran.actions_versi import adopt_versi, return_versi
from akuntabel.siklus.anggaran.impor import PilihanImpor, SudahDimuatError, submit_impor, submit_ulang, write_peta
from akuntabel.siklus.anggaran.models import BarisAnggaran, PetaKolom, StatusVersi, VersiAnggaran
from berkas_anggaran import (
    BARIS_TOTAL_FA,
    Q,
    build_csv,
    build_daun,
    build_fa,
    build_lra,
    build_pohon,
    build_pok,
    kode_penuh,
    sum_akar,
    write_csv,
    write_xlsx,
)

POHON = build_pohon(build_daun(60))
TAHUN = 2024
PILIHAN = PilihanImpor()
XLSX_FA = "Laporan FA.xlsx"


def _fa(**ubah: object) -> bytes:
    return write_xlsx(build_fa(POHON, **({"kode_satker": "357200"} | ubah)))  # type: ignore[arg-type]


def _impor(pemeran: Pemeran, nama: str, isi: bytes, pilihan: PilihanImpor = PILIHAN) -> Tugas:
    """Submitted by Danu, and done."""
    _, tugas = submit_impor(pemeran.kota, TAHUN, nama, isi, pilihan=pilihan, by=pemeran.danu)
    assert run_berikut("uji")
    tugas.refresh_from_db()
    return tugas


def _versi(tugas: Tugas) -> VersiAnggaran:
    assert tugas.status == StatusTugas.SELESAI, (tugas.pesan, tugas.galat, tugas.hasil)
    return VersiAnggaran.objects.get(pk=tugas.hasil["versi"])


def test_the_sakti_report_is_loaded_with_every_level_and_its_totals(pemeran: Pemeran):
    versi = _versi(_impor(pemeran, XLSX_FA, _fa()))
    akar = sum_akar(POHON)
    assert (versi.status, versi.jenis, versi.bulan) == (StatusVersi.PRATINJAU, "sakti", 10)
    assert (versi.total_pagu, versi.total_realisasi) == (akar.pagu, akar.realisasi)
    assert versi.jumlah_baris == 60
    baris = list(versi.daftar_baris.order_by("urut"))
    assert [b.kode for b in baris] == kode_penuh(POHON)
    assert [(b.pagu, b.blokir, b.realisasi_lalu, b.realisasi_ini, b.realisasi) for b in baris] == [
        (b.pagu, b.blokir, b.lalu, b.ini, b.realisasi) for b in POHON
    ]
    assert {b.sumber_dana for b in baris if b.is_daun} == {"RM"}
    assert any("RM" in c for c in versi.catatan)


def test_texts_come_into_the_database_as_they_are_written(pemeran: Pemeran):
    daftar = [r"C:\new\t", r"\N", r"\\.", '"petik"', "=1+1", "tanda\u2028baris", "a\tb\nc", "’é😀"]
    kisi = build_fa(POHON, kode_satker="357200")
    baris = [n for n, sel in enumerate(kisi) if 13 in sel][: len(daftar)]
    for n, teks in zip(baris, daftar, strict=True):
        kisi[n][13] = f"000001. {teks}"
    versi = _versi(_impor(pemeran, XLSX_FA, write_xlsx(kisi)))
    uraian = [b.uraian for b in versi.daftar_baris.filter(urut__in=[n + 1 for n in baris]).order_by("urut")]
    assert uraian == [*daftar[:5], "tanda baris", "a b c", daftar[7]]


def test_import_leaves_its_trail(pemeran: Pemeran):
    versi = _versi(_impor(pemeran, XLSX_FA, _fa()))
    jejak = JejakAudit.objects.get(tindakan="versi_anggaran.import")
    assert (jejak.pelaku, jejak.objek_id) == (pemeran.danu, str(versi.pk))
    assert jejak.baru["sidik"] == versi.sidik
    assert versi.pengunggah == pemeran.danu


def test_a_tampered_total_loads_nothing_and_is_named_with_its_row(pemeran: Pemeran):
    kisi = build_fa(POHON, kode_satker="357200")
    benar = kisi[BARIS_TOTAL_FA - 1][Q]
    kisi[BARIS_TOTAL_FA - 1][Q] = int(benar) + 1000
    tugas = _impor(pemeran, XLSX_FA, write_xlsx(kisi))
    assert tugas.status == StatusTugas.GAGAL
    masalah = tugas.hasil["daftar_masalah"]
    assert [m["baris"] for m in masalah] == [BARIS_TOTAL_FA]
    assert "JUMLAH SELURUHNYA" in masalah[0]["perbaikan"]
    assert not VersiAnggaran.objects.exists()
    assert not BarisAnggaran.objects.exists()


@pytest.mark.parametrize(
    ("ubah", "kata"),
    [({"kode_satker": "337300"}, "satker 337300"), ({"tahun": 2023}, "tahun anggaran 2023")],
)
def test_a_file_of_another_office_or_year_is_refused_in_one_sentence(
    pemeran: Pemeran, ubah: dict[str, object], kata: str
):
    tugas = _impor(pemeran, XLSX_FA, _fa(**ubah))
    assert tugas.status == StatusTugas.GAGAL
    assert kata in tugas.pesan
    assert len(tugas.hasil["daftar_masalah"]) == 1
    assert not VersiAnggaran.objects.exists()


def test_a_file_of_another_kind_than_was_chosen_is_refused(pemeran: Pemeran):
    pok = write_xlsx(build_pok(POHON, kode_satker="357200"), lembar="POK")
    tugas = _impor(pemeran, "pok.xlsx", pok, PilihanImpor(jenis="sakti"))
    assert tugas.status == StatusTugas.GAGAL
    assert "POK" in tugas.pesan


def test_lra_and_pok_are_loaded_too(pemeran: Pemeran):
    lra = _versi(_impor(pemeran, "lra.xlsx", write_xlsx(build_lra(POHON, kode_satker="357200"), lembar="LRA")))
    pok = _versi(_impor(pemeran, "pok.xlsx", write_xlsx(build_pok(POHON, kode_satker="357200"), lembar="POK")))
    akar = sum_akar(POHON)
    assert (lra.jenis, lra.total_pagu, lra.total_realisasi) == ("omspan", akar.pagu, akar.realisasi)
    assert (pok.jenis, pok.total_pagu, pok.total_realisasi) == ("pok", akar.pagu, None)


def test_the_same_bytes_are_recognised_while_they_wait_and_once_they_hold(pemeran: Pemeran):
    versi = _versi(_impor(pemeran, XLSX_FA, _fa()))
    with pytest.raises(SudahDimuatError) as galat:
        submit_impor(pemeran.kota, TAHUN, "nama lain.xlsx", _fa(), pilihan=PILIHAN, by=pemeran.danu)
    assert galat.value.versi == versi
    adopt_versi(versi, by=pemeran.rina, terhadap=0)
    with pytest.raises(SudahDimuatError, match="versi 1"):
        submit_impor(pemeran.kota, TAHUN, XLSX_FA, _fa(), pilihan=PILIHAN, by=pemeran.danu)


def test_a_file_that_was_put_aside_may_come_again(pemeran: Pemeran):
    versi = _versi(_impor(pemeran, XLSX_FA, _fa()))
    return_versi(versi, by=pemeran.danu, alasan="keliru")
    assert _versi(_impor(pemeran, XLSX_FA, _fa())) != versi


def test_a_job_that_runs_again_after_its_commit_loads_nothing_twice(pemeran: Pemeran):
    _, pertama = submit_impor(pemeran.kota, TAHUN, XLSX_FA, _fa(), pilihan=PILIHAN, by=pemeran.danu)
    _, kedua = submit_impor(pemeran.kota, TAHUN, XLSX_FA, _fa(), pilihan=PILIHAN, by=pemeran.danu)
    while run_berikut("uji"):
        pass
    pertama.refresh_from_db()
    kedua.refresh_from_db()
    assert _versi(pertama) == _versi(kedua)
    assert VersiAnggaran.objects.count() == 1


def test_a_plain_table_asks_for_its_columns_once_and_remembers_them(pemeran: Pemeran):
    isi = write_csv(build_csv(POHON))
    tugas = _impor(pemeran, "anggaran.csv", isi)
    assert tugas.hasil["versi"] is None
    daftar_judul = [k["judul"] for k in tugas.hasil["daftar_kolom"]]
    assert daftar_judul == ["Kode Lengkap", "Nama", "SD", "Pagu Akhir", "Terpakai"]
    judul = tugas.hasil["terkaan"] | {"realisasi": "Terpakai"}
    write_peta(pemeran.kota, daftar_judul, judul, by=pemeran.danu)
    berkas = Berkas.objects.get(pk=tugas.argumen["args"][2])
    submit_ulang(pemeran.kota, TAHUN, berkas, "anggaran.csv", pilihan=PILIHAN, by=pemeran.danu)
    run_berikut("uji")
    versi = VersiAnggaran.objects.get()
    akar = sum_akar(POHON)
    assert (versi.total_pagu, versi.total_realisasi, versi.jumlah_baris) == (akar.pagu, akar.realisasi, 60)
    kurang_satu = [baris for n, baris in enumerate(build_csv(POHON)) if n != 3]
    assert _versi(_impor(pemeran, "lagi.csv", write_csv(kurang_satu))).jumlah_baris == 59


def test_a_mapping_must_name_code_and_pagu_and_each_column_once(pemeran: Pemeran):
    with pytest.raises(ValidationError) as galat:
        write_peta(pemeran.kota, ["A", "B"], {"uraian": "A", "sumber_dana": "A"}, by=pemeran.danu)
    assert len(galat.value.messages) == 3
    assert not PetaKolom.objects.exists()


def test_only_planner_and_data_manager_of_the_office_import(pemeran: Pemeran):
    for orang in (pemeran.tono, pemeran.sari, pemeran.bu_ketua, pemeran.supervisor):
        with pytest.raises(PermissionDenied):
            submit_impor(pemeran.kota, TAHUN, XLSX_FA, _fa(), pilihan=PILIHAN, by=orang)
        with pytest.raises(PermissionDenied):
            write_peta(pemeran.kota, ["A"], {}, by=orang)
    assert not Tugas.objects.exists()


def test_what_is_no_workbook_is_not_even_kept(pemeran: Pemeran):
    with pytest.raises(ValidationError, match=r"\.exe"):
        submit_impor(pemeran.kota, TAHUN, "a.exe", b"MZ", pilihan=PILIHAN, by=pemeran.danu)


def test_who_waited_is_not_told_and_who_went_on_is(pemeran: Pemeran, monkeypatch: pytest.MonkeyPatch):
    _versi(_impor(pemeran, XLSX_FA, _fa()))
    assert not Notifikasi.objects.filter(jenis="anggaran.impor").exists()
    monkeypatch.setattr(impor_kabar, "LAMA", timedelta(0))
    tugas = _impor(pemeran, "lama.xlsx", _fa(bulan="Mei"))
    salah = _impor(pemeran, "salah.xlsx", _fa(tahun=2023))
    daftar = list(Notifikasi.objects.filter(jenis="anggaran.impor").order_by("pk"))
    assert [n.pengguna for n in daftar] == [pemeran.danu, pemeran.danu]
    assert "lama.xlsx: sudah dimuat" in daftar[0].teks
    assert daftar[0].alamat.endswith(f"/anggaran/impor/{tugas.pk}/")
    assert "tahun anggaran 2023" in daftar[1].teks
    assert str(salah.pk) in daftar[1].alamat
