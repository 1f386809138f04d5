"""The data package on disk: what is written is what is read, byte for byte."""

import hashlib
import json
from dataclasses import replace
from datetime import date
from pathlib import Path

from frictionless import Package
from hypothesis import given, settings
from hypothesis import strategies as st

from akuntabel.core.fakta.konversi import POLA_TAK_TERCETAK
from akuntabel.core.fakta.laporan import PernyataanReviu
from akuntabel.core.fakta.organisasi import Satker
from akuntabel.core.fakta.paket import (
    BERKAS_PAKET,
    build_berkas,
    build_deskripsi,
    daftar_berubah,
    hash_berkas,
    read_paket,
    seal_fakta,
    write_paket,
)
from akuntabel.core.fakta.pohon_yaml import read_yaml, write_yaml
from akuntabel.core.fakta.skema import DAFTAR_TABEL
from akuntabel.core.fakta.tabel_csv import read_csv, write_csv
from contoh_paket import CONTOH, copy_contoh, read_contoh

TABEL_SASARAN = next(t for t in DAFTAR_TABEL if t.nama == "sasaran")


def _isi(map_paket: Path) -> dict[str, bytes]:
    return {str(b.relative_to(map_paket)): b.read_bytes() for b in sorted(map_paket.rglob("*")) if b.is_file()}


def test_example_read_and_written_again_is_the_same_byte_for_byte(tmp_path: Path):
    write_paket(read_contoh(), tmp_path / "lagi")
    assert _isi(tmp_path / "lagi") == _isi(CONTOH)


def test_description_lists_every_file_with_its_hash():
    berkas = build_berkas(read_contoh())
    deskripsi = json.loads(build_deskripsi(read_contoh(), berkas))
    assert {r["path"] for r in deskripsi["resources"]} == set(berkas)
    assert deskripsi["akuntabel"]["sidik"] == read_contoh().sidik


def test_frictionless_finds_the_package_valid():
    laporan = Package(str(CONTOH / BERKAS_PAKET)).validate()
    assert laporan.valid, laporan.flatten(["title", "message"])
    assert laporan.stats["tasks"] > 25


def test_hash_follows_the_facts():
    fakta = read_contoh()
    lain = seal_fakta(replace(fakta, laporan=replace(fakta.laporan, tema="Lain")))
    assert seal_fakta(fakta).sidik == fakta.sidik
    assert lain.sidik != fakta.sidik


def test_layout_of_a_file_does_not_change_the_hash_but_is_noticed(tmp_path: Path):
    paket = copy_contoh(tmp_path)
    for nama in ("sasaran.csv", "satker.yaml", "narasi/simpulan.md"):
        berkas = paket / nama
        berkas.write_bytes(b"\xef\xbb\xbf" + berkas.read_bytes().replace(b"\n", b"\r\n"))
    assert read_paket(paket).sidik == read_contoh().sidik
    assert daftar_berubah(paket) == ("narasi/simpulan.md", "sasaran.csv", "satker.yaml")


def test_what_was_added_edited_or_removed_since_the_seal_is_named(tmp_path: Path):
    paket = copy_contoh(tmp_path)
    assert daftar_berubah(paket) == ()
    (paket / "narasi" / "hibah.md").unlink()
    (paket / "narasi" / "solusi-1.2.md").write_text("Tidak ada.\n")
    (paket / "narasi" / "simpulan.md").write_text("Selesai.\n")
    assert daftar_berubah(paket) == ("narasi/hibah.md", "narasi/simpulan.md", "narasi/solusi-1.2.md")
    assert read_paket(paket).sidik != read_contoh().sidik
    write_paket(read_paket(paket), paket)
    assert daftar_berubah(paket) == ()


def test_a_changed_byte_of_any_file_changes_the_hash():
    berkas = build_berkas(read_contoh())
    sidik = {hash_berkas(berkas | {nama: isi + b" "}) for nama, isi in berkas.items()}
    assert len(sidik | {hash_berkas(berkas)}) == len(berkas) + 1


def test_evidence_travels_with_the_package(tmp_path: Path):
    isi = b"%PDF-1.7 salinan"
    nama = f"bukti/{hashlib.sha256(isi).hexdigest()}.pdf"
    write_paket(replace(read_contoh(), bukti_berkas={nama: isi}), tmp_path)
    assert read_paket(tmp_path).bukti_berkas == {nama: isi}


@settings(deadline=None)  # the first example reads the package
@given(st.text(st.characters(codec="utf-8"), min_size=1).filter(lambda t: not POLA_TAK_TERCETAK.search(t)))
def test_any_text_survives_a_table_and_a_tree(teks: str):
    bersih = teks.strip() or "x"
    sasaran = replace(read_contoh().daftar_sasaran[0], nama=bersih)
    assert read_csv(TABEL_SASARAN, write_csv(TABEL_SASARAN, [sasaran])).daftar == [sasaran]
    satker = replace(read_contoh().satker, alamat=bersih)
    assert read_yaml("satker.yaml", Satker, write_yaml(satker)) == (satker, [])


def test_columns_in_another_order_are_read(tmp_path: Path):
    paket = copy_contoh(tmp_path)
    berkas = paket / "perjanjian-target.csv"
    berkas.write_text("".join(",".join(reversed(b.split(","))) + "\n" for b in berkas.read_text().split()))
    assert berkas.read_text().startswith("target,")
    assert read_paket(paket).sidik == read_contoh().sidik


def test_folder_without_description_can_be_sealed(tmp_path: Path):
    paket = copy_contoh(tmp_path)
    (paket / BERKAS_PAKET).unlink()
    write_paket(read_paket(paket, is_tersegel=False), paket)
    assert _isi(paket) == _isi(CONTOH)


REVIU = PernyataanReviu(
    "Sari", "Inspektur", None, "Jakarta", date(2021, 2, 20), "Andal.", ("Satu belum.", "Dua belum.")
)


def test_statement_of_review_travels_with_the_package_and_counts_in_its_hash(tmp_path: Path):
    direviu = seal_fakta(replace(read_contoh(), reviu=REVIU))
    write_paket(direviu, tmp_path)
    assert read_paket(tmp_path) == direviu
    assert direviu.sidik != read_contoh().sidik
    assert Package(str(tmp_path / BERKAS_PAKET)).validate().valid


def test_statement_that_no_longer_holds_leaves_the_folder(tmp_path: Path):
    write_paket(replace(read_contoh(), reviu=REVIU), tmp_path)
    write_paket(read_contoh(), tmp_path)
    assert _isi(tmp_path) == _isi(CONTOH)
