"""Slots are bound to computed values; one that names nothing says what was expected."""

import pytest

from akuntabel.core.calc.besaran import Besaran
from akuntabel.core.fakta.slot import SlotRujukan, SlotTidakDikenalError, resolve_slot
from contoh_paket import compute_contoh


@pytest.mark.parametrize(
    ("slot", "teks"),
    [
        ("tahun", "2020"),
        ("satker.nama", "KPU Kota Blitar"),
        ("jumlah.sasaran", "3 (tiga)"),
        ("jumlah.indikator", "11 (sebelas)"),
        ("jumlah.terukur", "9 (sembilan)"),
        ("jumlah.tercapai", "7 (tujuh)"),
        ("jumlah.revisi", "8 (delapan)"),
        ("target.1.2", "77%"),
        ("target.3.1", "B"),
        ("realisasi.1.2", "78,84%"),
        ("realisasi.3.1", "CC"),
        ("realisasi.3.3", "menunggu rilis"),
        ("capaian.1.4", "62,87%"),
        ("capaian.sasaran.1", "98,35%"),
        ("capaian.organisasi", "91,70%"),
        ("kategori.1.4", "Kurang berhasil"),
        ("kategori.sasaran.3", "Cukup berhasil"),
        ("kategori.organisasi", "Berhasil"),
        ("kategori.3.2", "belum dapat dikategorikan"),
        ("elemen.dpt", "114.890"),
        ("elemen.dpt.P", "59.122"),
        ("elemen.tahapan.wajib", "18"),
        ("riwayat.1.2.2015", "71%"),
        ("pembanding.1.2.nasional.2020", "76,09%"),
        ("pembanding.1.2.nasional.2020t", "77,5%"),
        ("anggaran.3355.persen", "92,97%"),
        ("anggaran.3357.001.sisa", "Rp8.820.000"),
        ("anggaran.3364.034.HLD.realisasi", "Rp10.580.173.803"),
        ("anggaran.3364.pagu", "Rp17.919.068.000"),
        ("total.RM.persen", "52,91%"),
        ("total.semua.realisasi", "Rp13.003.719.105"),
        ("revisi.awal", "Rp2.478.418.000"),
        ("revisi.akhir", "Rp20.192.522.000"),
        ("revisi.2.selisih", "-Rp201.464.000"),
        ("revisi.8.semula", "Rp20.218.302.000"),
        ("revisi.beda_pagu", "Rp8.000.000"),
        ("peraturan.perpres-29-2014.pendek", "Peraturan Presiden Nomor 29 Tahun 2014"),
    ],
)
def test_slot_prints_what_the_facts_say(slot: str, teks: str):
    isi = resolve_slot(compute_contoh(), slot)
    assert (isi.teks if isinstance(isi, Besaran) else isi) == teks


def test_references_are_left_to_the_document():
    assert resolve_slot(compute_contoh(), "tabel.tabel-anggaran") == SlotRujukan("tabel-anggaran")


@pytest.mark.parametrize(
    ("slot", "diharapkan"),
    [
        ("entah", "awalan tahun, satker"),
        ("capaian.9.9", "capaian.<kode indikator>"),
        ("jumlah.entah", "jumlah.sasaran"),
        ("elemen.entah", "elemen.<nama elemen>"),
        ("riwayat.1.2.1900", "riwayat.<kode indikator>.<tahun>"),
        ("pembanding.1.2.nasional.1900", "pembanding"),
        ("anggaran.9999.pagu", "anggaran.<kode>"),
        ("anggaran.3355.entah", "anggaran.<kode>"),
        ("total.ENTAH.pagu", "total.<sumber dana"),
        ("revisi.99.menjadi", "revisi.<nomor>"),
        ("peraturan.entah", "peraturan.<id>"),
        ("tabel.", "tabel.<id>"),
        ("tahun.2020", "tahun tanpa tambahan"),
    ],
)
def test_slot_that_names_nothing_says_what_was_expected(slot: str, diharapkan: str):
    with pytest.raises(SlotTidakDikenalError) as galat:
        resolve_slot(compute_contoh(), slot)
    assert diharapkan in galat.value.diharapkan
