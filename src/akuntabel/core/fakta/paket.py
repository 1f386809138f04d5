"""The data package on disk: a Frictionless Data Package that a human can read, diff and mend.

Reading then writing gives the same bytes. ``sidik`` is the SHA-256 over all files but ``datapackage.json``.
"""

import hashlib
import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from akuntabel.core.fakta.fakta_tahun import FaktaTahun
from akuntabel.core.fakta.masalah import Masalah, PaketTidakSahError
from akuntabel.core.fakta.periksa import check_isi
from akuntabel.core.fakta.pohon_yaml import read_yaml, write_yaml
from akuntabel.core.fakta.skema import DAFTAR_POHON, DAFTAR_TABEL, POHON_BILA_ADA, TabelPaket, daftar_kolom, write_skema
from akuntabel.core.fakta.tabel_csv import IsiTabel, decode_utf8, read_csv, write_csv

BERKAS_PAKET = "datapackage.json"
PROFIL = "https://datapackage.org/profiles/2.0/datapackage.json"
VERSI_PAKET = 1
BATAS_BERKAS = 64 * 1024 * 1024  # bytes; a table of 150,000 rows has 20 MB
POLA_BUKTI = re.compile(r"bukti/[0-9a-f]{64}\.[a-z0-9]{2,5}")


def read_paket(map_paket: Path, *, is_tersegel: bool = True, is_diperiksa: bool = True) -> FaktaTahun:
    """The facts of a package, or PaketTidakSahError with every problem in it.

    ``is_tersegel`` False also reads a folder that has no ``datapackage.json`` yet. ``is_diperiksa`` False reads what we
    wrote ourselves without asking whether its rows fit together: facts are kept as they were, with what they lack.
    """
    berkas = _read_berkas(map_paket, is_tersegel=is_tersegel)
    masalah: list[Masalah] = []
    if is_tersegel:
        masalah += _check_deskripsi(berkas[BERKAS_PAKET])
    bidang: dict[str, Any] = {}
    for nama, jenis in DAFTAR_POHON.items():
        bidang[nama], temuan = _read_pohon(nama, jenis, berkas)
        masalah += temuan
    daftar_tabel = {tabel.nama: _read_tabel(tabel, berkas) for tabel in DAFTAR_TABEL}
    masalah += [m for tabel in daftar_tabel.values() for m in tabel.masalah]
    bidang["narasi"], temuan = _read_narasi(berkas)
    masalah += temuan
    bidang["bukti_berkas"] = {nama: isi for nama, isi in sorted(berkas.items()) if nama.startswith("bukti/")}
    masalah += [m for nama, isi in bidang["bukti_berkas"].items() for m in _check_bukti(nama, isi)]
    for tabel in daftar_tabel.values():
        bidang[tabel.tabel.bidang] = tuple(tabel.daftar)
    is_utuh = all(bidang[nama] is not None for nama in DAFTAR_POHON if nama not in POHON_BILA_ADA)
    fakta = FaktaTahun(**bidang) if is_utuh else None
    masalah += check_isi(fakta, daftar_tabel) if is_diperiksa else []
    if masalah or fakta is None:
        raise PaketTidakSahError(masalah)
    return seal_fakta(fakta)


def seal_fakta(fakta: FaktaTahun) -> FaktaTahun:
    """The same facts with their ``sidik``."""
    sidik = hash_berkas(build_berkas(fakta))
    return FaktaTahun(**{nama: getattr(fakta, nama) for nama in FaktaTahun.__slots__} | {"sidik": sidik})


def write_paket(fakta: FaktaTahun, map_paket: Path) -> None:
    """Write the canonical package; files in the folder that belong to no package are left alone."""
    berkas = build_berkas(fakta)
    map_paket.mkdir(parents=True, exist_ok=True)
    for nama in POHON_BILA_ADA:
        (map_paket / f"{nama}.yaml").unlink(missing_ok=True)  # a statement that no longer holds would be read again
    for nama, isi in (berkas | {BERKAS_PAKET: build_deskripsi(fakta, berkas)}).items():
        tujuan = map_paket / nama
        tujuan.parent.mkdir(exist_ok=True)
        tujuan.write_bytes(isi)


def build_berkas(fakta: FaktaTahun) -> dict[str, bytes]:
    """Every file of a package but its description, in canonical bytes."""
    entitas = {nama: getattr(fakta, nama) for nama in DAFTAR_POHON}
    pohon = {f"{nama}.yaml": write_yaml(isi) for nama, isi in entitas.items() if isi is not None}
    tabel = {t.berkas: write_csv(t, getattr(fakta, t.bidang)) for t in DAFTAR_TABEL}
    narasi = {f"narasi/{nama}.md": teks.encode() for nama, teks in sorted(fakta.narasi.items())}
    return pohon | tabel | narasi | dict(fakta.bukti_berkas)


def hash_berkas(berkas: Mapping[str, bytes]) -> str:
    """SHA-256 over names and contents."""
    daftar = "".join(f"{hashlib.sha256(berkas[nama]).hexdigest()}  {nama}\n" for nama in sorted(berkas))
    return hashlib.sha256(daftar.encode()).hexdigest()


def build_deskripsi(fakta: FaktaTahun, berkas: Mapping[str, bytes]) -> bytes:
    """``datapackage.json``: what the files are, their schemas and hashes."""
    nama = re.sub(r"[^a-z0-9]+", "-", fakta.satker.nama.lower()).strip("-")
    tabel = {t.berkas: t for t in DAFTAR_TABEL}
    deskripsi = {
        "$schema": PROFIL,
        "name": f"{nama}-{fakta.tahun}",
        "title": f"Fakta kinerja {fakta.satker.nama} tahun {fakta.tahun}",
        "version": str(VERSI_PAKET),
        "akuntabel": {"versi": VERSI_PAKET, "sidik": hash_berkas(berkas)},
        "resources": [_deskripsi_berkas(n, isi, tabel.get(n)) for n, isi in berkas.items()],
    }
    return (json.dumps(deskripsi, ensure_ascii=False, indent=2) + "\n").encode()


def daftar_berubah(map_paket: Path) -> tuple[str, ...]:
    """Files that differ from what ``datapackage.json`` says of them: edited, added or gone since the seal."""
    berkas = _read_berkas(map_paket, is_tersegel=True)
    deskripsi = json.loads(berkas.pop(BERKAS_PAKET))
    tersegel = {str(r.get("path")): r.get("hash") for r in deskripsi["resources"]}
    sekarang = {nama: f"sha256:{hashlib.sha256(isi).hexdigest()}" for nama, isi in berkas.items()}
    return tuple(n for n in sorted(tersegel.keys() | sekarang.keys()) if tersegel.get(n) != sekarang.get(n))


_MEDIA = {"yaml": "application/yaml", "md": "text/markdown", "pdf": "application/pdf", "json": "application/json"}


def _deskripsi_berkas(nama: str, isi: bytes, tabel: TabelPaket | None) -> dict[str, Any]:
    akhiran = nama.rsplit(".", 1)[-1]
    deskripsi: dict[str, Any] = {
        "name": re.sub(r"[^a-z0-9]+", "-", nama.rsplit(".", 1)[0]),
        "path": nama,
        "format": akhiran,
        "bytes": len(isi),
        "hash": f"sha256:{hashlib.sha256(isi).hexdigest()}",
    }
    if tabel is None:
        return deskripsi | {"mediatype": _MEDIA.get(akhiran, "application/octet-stream")}
    return deskripsi | {
        "name": tabel.nama,
        "type": "table",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": write_skema(tabel),
    }


def _read_berkas(map_paket: Path, *, is_tersegel: bool) -> dict[str, bytes]:
    if not map_paket.is_dir():
        tertulis = "sebuah berkas" if map_paket.exists() else "tidak ada"
        raise PaketTidakSahError(
            [Masalah(str(map_paket), 0, "", tertulis, "folder paket data", "Periksa nama folder paket.")]
        )
    if is_tersegel and not (map_paket / BERKAS_PAKET).is_file():
        perbaikan = "Bila berkas lainnya sudah lengkap, jalankan: akuntabel validasi PAKET --segel."
        raise PaketTidakSahError(
            [Masalah(str(map_paket), 0, "", f"tanpa {BERKAS_PAKET}", "paket data Akuntabel", perbaikan)]
        )
    masalah: list[Masalah] = []
    berkas: dict[str, bytes] = {}
    for jalur in _daftar_jalur(map_paket):
        nama = jalur.relative_to(map_paket).as_posix()
        try:
            if jalur.stat().st_size > BATAS_BERKAS:
                harap = f"berkas paling besar {BATAS_BERKAS // 1024**2} MB"
                masalah.append(Masalah(nama, 0, "", f"{jalur.stat().st_size} bita", harap))
                continue
            berkas[nama] = jalur.read_bytes()
        except OSError as galat:
            masalah.append(Masalah(nama, 0, "", "", "berkas yang dapat dibaca", f"{galat.strerror}."))
    if masalah:
        raise PaketTidakSahError(masalah)
    return berkas


def _daftar_jalur(map_paket: Path) -> list[Path]:
    dikenal = {BERKAS_PAKET} | {f"{n}.yaml" for n in DAFTAR_POHON} | {t.berkas for t in DAFTAR_TABEL}
    jalur = [map_paket / nama for nama in sorted(dikenal) if (map_paket / nama).is_file()]
    jalur += sorted((map_paket / "narasi").glob("*.md"))
    return jalur + sorted(j for j in (map_paket / "bukti").glob("*") if j.is_file())


def _check_deskripsi(isi: bytes) -> list[Masalah]:
    perbaikan = "Buat ulang: akuntabel validasi PAKET --segel."
    try:
        deskripsi = json.loads(isi)
    except (ValueError, RecursionError) as galat:  # recursion: brackets nested a thousand deep
        baris = getattr(galat, "lineno", 0)
        return [Masalah(BERKAS_PAKET, baris, "", "", "JSON yang sah", perbaikan)]
    deskripsi = deskripsi if isinstance(deskripsi, dict) else {}
    akuntabel, daftar = deskripsi.get("akuntabel"), deskripsi.get("resources")
    versi = akuntabel.get("versi") if isinstance(akuntabel, dict) else None
    if versi != VERSI_PAKET:
        return [Masalah(BERKAS_PAKET, 0, "akuntabel.versi", str(versi), f"versi {VERSI_PAKET}", perbaikan)]
    if not isinstance(daftar, list) or not all(isinstance(r, dict) for r in daftar):
        return [Masalah(BERKAS_PAKET, 0, "resources", "", "daftar berkas paket", perbaikan)]
    return []


def _read_pohon(nama: str, jenis: type, berkas: Mapping[str, bytes]) -> tuple[Any | None, list[Masalah]]:
    nama_berkas = f"{nama}.yaml"
    if nama_berkas not in berkas and nama in POHON_BILA_ADA:
        return None, []
    if nama_berkas not in berkas:
        isian = ", ".join(k.nama for k in daftar_kolom(jenis) if k.is_wajib)
        return None, [Masalah(nama_berkas, 0, "", "tidak ada", "berkas ini di dalam paket", f"Isi wajib: {isian}.")]
    return read_yaml(nama_berkas, jenis, berkas[nama_berkas])


def _read_tabel(tabel: TabelPaket, berkas: Mapping[str, bytes]) -> IsiTabel:
    if tabel.berkas in berkas:
        return read_csv(tabel, berkas[tabel.berkas])
    kepala = ",".join(k.nama for k in daftar_kolom(tabel.jenis))
    perbaikan = f"Bila memang kosong, buat berkas dengan satu baris kepala: {kepala}"
    return IsiTabel(tabel, masalah=[Masalah(tabel.berkas, 0, "", "tidak ada", "berkas ini di dalam paket", perbaikan)])


def _read_narasi(berkas: Mapping[str, bytes]) -> tuple[dict[str, str], list[Masalah]]:
    narasi: dict[str, str] = {}
    masalah: list[Masalah] = []
    for nama, isi in sorted(berkas.items()):
        if nama.startswith("narasi/"):
            teks = decode_utf8(nama, isi)
            if isinstance(teks, Masalah):
                masalah.append(teks)
            else:
                narasi[nama.removeprefix("narasi/").removesuffix(".md")] = teks
    return narasi, masalah


def _check_bukti(nama: str, isi: bytes) -> list[Masalah]:
    sidik = hashlib.sha256(isi).hexdigest()
    if POLA_BUKTI.fullmatch(nama) and sidik in nama:
        return []
    return [Masalah(nama, 0, "", "", f"nama bukti/{sidik}.<jenis>", "Isi bukti berbeda dari sidik pada namanya.")]
