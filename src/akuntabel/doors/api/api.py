"""The API as a whole: its version, its parts, and how each exception ends."""

from ninja import NinjaAPI
from ninja.errors import ValidationError, ValidationErrorContext

from akuntabel.doors.api.masalah import connect_masalah
from akuntabel.doors.api.tahap import (
    anggaran,
    capaian,
    evaluasi,
    kepemiluan,
    organisasi,
    pelaporan,
    perencanaan,
    perjanjian,
    publikasi,
    reviu,
    tulis_anggaran,
    tulis_pengukuran,
)

VERSI = "1.0"
AWALAN = "/api/v1/"


class Api(NinjaAPI):
    """What is wrong with a request keeps what was written, so that the answer can repeat it."""

    def validation_error_from_error_contexts(self, error_contexts: list[ValidationErrorContext]) -> ValidationError:  # type: ignore[type-arg]
        """Every mistake with its place."""
        daftar = []
        for konteks in error_contexts:
            balik = konteks.model.__ninja_flatten_map_reverse__
            for galat in konteks.pydantic_validation_error.errors(include_url=False):
                loc = (konteks.model.__ninja_param_source__, *balik.get(galat["loc"], galat["loc"]))
                daftar.append({**galat, "loc": loc})
        return ValidationError(daftar)


api = Api(
    title="Akuntabel",
    version=VERSI,
    description="Kinerja dan anggaran satker menurut SAKIP: angka, hak, dan tindakannya sama seperti di layar.",
    docs_url=None,
    openapi_url=None,
    urls_namespace="api",
)
connect_masalah(api)
for bagian in (
    organisasi,
    perencanaan,
    perjanjian,
    tulis_pengukuran,  # on the addresses of pengukuran
    capaian,
    anggaran,
    tulis_anggaran,
    kepemiluan,
    pelaporan,
    reviu,
    evaluasi,
    publikasi,
):
    api.add_router("", bagian.router)
