"""SARIF 2.1.0 (OASIS): findings for editors, dashboards and code-review tools that already speak it."""

from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path
from typing import Any

from akuntabel.core.checker.temuan import Aturan, HasilPeriksa, Temuan, Tingkat
from akuntabel.core.naskah.terbaca import Letak

_TINGKAT = {Tingkat.GALAT: "error", Tingkat.PERINGATAN: "warning", Tingkat.INFO: "note"}


def build_sarif(daftar: Sequence[HasilPeriksa], daftar_aturan: Sequence[Aturan]) -> dict[str, Any]:
    """One run over all documents that were checked."""
    urut = {a.kode: n for n, a in enumerate(daftar_aturan)}
    return {
        "$schema": "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
        "version": "2.1.0",
        "runs": [
            {
                "tool": {
                    "driver": {
                        "name": "akuntabel check",
                        "version": version("akuntabel"),
                        "rules": [_aturan(a) for a in daftar_aturan],
                    }
                },
                "language": "id",
                "results": [_hasil(h, t, urut) for h in daftar for t in h.temuan],
            }
        ],
    }


def _aturan(a: Aturan) -> dict[str, Any]:
    judul, _, isi = a.penjelasan.partition("\n")
    return {
        "id": a.kode,
        "name": a.nama,
        "shortDescription": {"text": judul},
        "fullDescription": {"text": " ".join(isi.split()) or judul},
        "defaultConfiguration": {"level": _TINGKAT[a.tingkat]},
    }


def _hasil(h: HasilPeriksa, t: Temuan, urut: dict[str, int]) -> dict[str, Any]:
    b = t.bukti
    pesan = f"Tertulis {b.tertulis}, hasil hitung {b.hitung}. {b.penjelasan.rstrip('.')}. {b.perbaikan}"
    hasil: dict[str, Any] = {
        "ruleId": t.kode,
        "level": _TINGKAT[t.tingkat],
        "message": {"text": pesan},
        "locations": [_tempat(h.dokumen.naskah.berkas, b.letak)],
    }
    if t.kode in urut:
        hasil["ruleIndex"] = urut[t.kode]
    if b.tempat_lain:
        hasil["relatedLocations"] = [_tempat(h.dokumen.naskah.berkas, letak) for letak in b.tempat_lain]
    return hasil


def _tempat(berkas: str, letak: Letak) -> dict[str, Any]:
    fisik: dict[str, Any] = {"artifactLocation": {"uri": Path(berkas).as_posix()}}
    if letak.baris_berkas:
        fisik["region"] = {"startLine": letak.baris_berkas}
    return {"physicalLocation": fisik, "logicalLocations": [{"fullyQualifiedName": str(letak)}]}
