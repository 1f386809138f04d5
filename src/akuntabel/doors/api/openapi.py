"""The description of the API (OpenAPI 3.1): what ninja knows of each operation, and what holds for all of them."""

from functools import cache
from typing import Any

from akuntabel.doors.api.api import AWALAN, api
from akuntabel.doors.api.masalah import DAFTAR_MASALAH, JENIS, Masalah

BACA = (401, 403, 404, 422, 429)
TULIS = (*BACA, 400, 409, 413, 415)
KEAMANAN = {
    "token": {"type": "http", "scheme": "bearer", "description": "token dari halaman Akun, Token akses"},
    "sesi": {
        "type": "apiKey",
        "in": "cookie",
        "name": "sessionid",
        "description": "sesi peramban, dengan X-CSRFToken",
    },
}
KEPALA = {
    "ETag": {"schema": {"type": "string"}, "description": "tanda isi; kirim kembali sebagai If-None-Match"},
}


@cache
def build_openapi() -> dict[str, Any]:
    """The whole description as plain values; the same for everybody."""
    isi: dict[str, Any] = dict(api.get_openapi_schema(path_prefix=AWALAN))
    isi["paths"] = {alamat: {m: _lengkapi(m, o) for m, o in metode.items()} for alamat, metode in isi["paths"].items()}
    bentuk = isi["components"]["schemas"] | _bentuk_masalah()
    # What our classes say of themselves is for who reads the code; the fields say theirs for who reads this.
    isi["components"]["schemas"] = {n: {k: v for k, v in b.items() if k != "description"} for n, b in bentuk.items()}
    isi["components"]["responses"] = {f"Masalah{status}": _jawaban(status) for status in DAFTAR_MASALAH}
    isi["components"]["securitySchemes"] = KEAMANAN
    isi["security"] = [{nama: []} for nama in KEAMANAN]
    isi["servers"] = [{"url": "/"}]
    return isi


def _lengkapi(metode: str, operasi: dict[str, Any]) -> dict[str, Any]:
    """An operation with every answer that it can give besides the good one."""
    galat = BACA if metode == "get" else TULIS
    jawaban = dict(operasi["responses"])
    baik = {"description": "Berhasil", "content": jawaban[200]["content"]}
    if metode == "get":
        baik["headers"] = KEPALA
        jawaban[304] = {"description": "Belum berubah sejak ETag yang disebut If-None-Match", "headers": KEPALA}
    jawaban[200] = baik
    jawaban |= {status: {"$ref": f"#/components/responses/Masalah{status}"} for status in galat}
    return operasi | {"responses": {str(status): jawaban[status] for status in sorted(jawaban)}}


def _jawaban(status: int) -> dict[str, Any]:
    jenis = DAFTAR_MASALAH[status]
    isi: dict[str, Any] = {
        "description": f"{jenis.judul}. {jenis.arti}",
        "content": {JENIS: {"schema": {"$ref": "#/components/schemas/Masalah"}}},
    }
    if status == 429:
        isi["headers"] = {"Retry-After": {"schema": {"type": "integer"}, "description": "detik"}}
    if status == 401:
        isi["headers"] = {"WWW-Authenticate": {"schema": {"type": "string"}}}
    return isi


def _bentuk_masalah() -> dict[str, Any]:
    bentuk = Masalah.model_json_schema(ref_template="#/components/schemas/{model}")
    return {**bentuk.pop("$defs", {}), "Masalah": bentuk}
