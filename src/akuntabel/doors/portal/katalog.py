"""The catalogue of what was published in the words of DCAT 3, as JSON-LD: a report is a data set, a file of it a
distribution. A hundred data sets a page; what harvesters follow to the next is Hydra's.
"""

from collections.abc import Iterator
from typing import Any

from django.core.paginator import Page

from akuntabel.doors.portal.lingkungan import build_alamat
from akuntabel.siklus.publikasi.data_terbuka import KOLOM, LISENSI
from akuntabel.siklus.publikasi.models import DokumenTerbit, Terbitan

KONTEKS = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "hydra": "http://www.w3.org/ns/hydra/core#",
    "spdx": "http://spdx.org/rdf/terms#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
BAHASA = {"@id": "http://id.loc.gov/vocabulary/iso639-1/id"}
MEDIA = "http://www.iana.org/assignments/media-types/"
JUDUL = "Laporan Kinerja yang diterbitkan"


def build_katalog(hal: Page[Terbitan]) -> dict[str, Any]:
    """A page of everything that stands, each with ``daftar_dokumen`` at hand."""
    return {"@context": KONTEKS, "@graph": [_katalog(list(hal)), _paging(hal)]}


def _katalog(daftar: list[Terbitan]) -> dict[str, Any]:
    return {
        "@id": build_alamat("publik_katalog"),
        "@type": "dcat:Catalog",
        "dct:title": _teks(JUDUL),
        "dct:description": _teks("Kinerja dan anggaran satuan kerja menurut Laporan Kinerja yang ditandatangani."),
        "dct:publisher": {"@type": "foaf:Agent", "foaf:name": next((t.kementerian for t in daftar), "") or "Akuntabel"},
        "dct:license": {"@id": LISENSI},
        "dct:language": BAHASA,
        "foaf:homepage": {"@id": build_alamat("publik")},
        "dcat:dataset": [_dataset(t) for t in daftar],
    }


def _paging(hal: Page[Terbitan]) -> dict[str, Any]:
    isi: dict[str, Any] = {
        "@id": build_alamat("publik_katalog", hal=hal.number),
        "@type": "hydra:PagedCollection",
        "hydra:totalItems": hal.paginator.count,
        "hydra:itemsPerPage": hal.paginator.per_page,
        "hydra:firstPage": build_alamat("publik_katalog", hal=1),
        "hydra:lastPage": build_alamat("publik_katalog", hal=hal.paginator.num_pages),
    }
    if hal.has_previous():
        isi["hydra:previousPage"] = build_alamat("publik_katalog", hal=hal.previous_page_number())
    if hal.has_next():
        isi["hydra:nextPage"] = build_alamat("publik_katalog", hal=hal.next_page_number())
    return isi


def _dataset(t: Terbitan) -> dict[str, Any]:
    halaman = build_alamat("publik_terbitan", t.slug)
    return {
        "@id": halaman,
        "@type": "dcat:Dataset",
        "dct:identifier": t.slug,
        "dct:title": _teks(t.judul),
        "dct:description": _teks(f"Target, realisasi, capaian, dan anggaran {t.nama_satker} tahun {t.tahun}."),
        "dct:publisher": {
            "@id": build_alamat("publik_satker", t.kode_satker),
            "@type": "foaf:Agent",
            "foaf:name": t.nama_satker,
        },
        "dct:issued": _waktu(t),
        "dct:temporal": {
            "@type": "dct:PeriodOfTime",
            "dcat:startDate": {"@value": f"{t.tahun}-01-01", "@type": "xsd:date"},
            "dcat:endDate": {"@value": f"{t.tahun}-12-31", "@type": "xsd:date"},
        },
        "dct:language": BAHASA,
        "dct:license": {"@id": LISENSI},
        "dcat:version": str(t.revisi),
        "dcat:keyword": [_teks("SAKIP"), _teks("kinerja"), _teks("anggaran"), _teks(t.nama_satker)],
        "dcat:landingPage": {"@id": halaman},
        "dcat:distribution": [*(_berkas(d) for d in t.daftar_dokumen.all()), *_tabel(t)],
    }


def _berkas(d: DokumenTerbit) -> dict[str, Any]:
    alamat = build_alamat("publik_unduh", d.sha256, d.nama)
    return {
        "@id": alamat,
        "@type": "dcat:Distribution",
        "dct:title": _teks(d.keterangan or d.nama),
        "dcat:downloadURL": {"@id": alamat},
        "dcat:mediaType": {"@id": MEDIA + d.media},
        "dcat:byteSize": d.ukuran,
        "spdx:checksum": {
            "@type": "spdx:Checksum",
            "spdx:algorithm": {"@id": "spdx:checksumAlgorithm_sha256"},
            "spdx:checksumValue": d.sha256,
        },
        "dct:license": {"@id": LISENSI},
    }


def _tabel(t: Terbitan) -> Iterator[dict[str, Any]]:
    for nama, media in (*((f"{tabel}.csv", "text/csv") for tabel in KOLOM), ("data.json", "application/json")):
        alamat = build_alamat("publik_data", t.slug, nama)
        yield {
            "@id": alamat,
            "@type": "dcat:Distribution",
            "dct:title": _teks(nama),
            "dcat:downloadURL": {"@id": alamat},
            "dcat:mediaType": {"@id": MEDIA + media},
            "dct:license": {"@id": LISENSI},
        }


def _teks(isi: str) -> dict[str, str]:
    return {"@value": isi, "@language": "id"}


def _waktu(t: Terbitan) -> dict[str, str]:
    return {"@value": t.terbit_pada.isoformat(), "@type": "xsd:dateTime"}
