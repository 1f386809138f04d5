"""The data package on disk: what is written is what is read, byte for byte."""

import json
from dataclasses import replace
from pathlib import Path

from frictionless import Package

from akuntabel.core.fakta.paket import (
    BERKAS_PAKET,
    build_berkas,
    build_deskripsi,
    daftar_berubah,
    read_paket,
    seal_fakta,
    write_paket,
)
from contoh_paket import CONTOH, copy_contoh, read_contoh


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
    berkas = paket / "sasaran.csv"
    berkas.write_bytes(b"\xef\xbb\xbf" + berkas.read_bytes().replace(b"\n", b"\r\n") + b"\r\n")
    assert read_paket(paket).sidik == read_contoh().sidik
    assert daftar_berubah(paket) == ("sasaran.csv",)


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
