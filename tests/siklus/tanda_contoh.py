"""The files of signatures; a remote signing service and a time stamp authority that live in the test."""

import base64
import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from threading import Thread
from typing import Any

from asn1crypto import keys, tsp, x509
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import PdfSignatureMetadata, SimpleSigner, sign_pdf
from pyhanko.sign.fields import SigFieldSpec, SigSeedSubFilter
from pyhanko.sign.timestamps import DummyTimeStamper

from akuntabel.platform.files.simpan import open_berkas
from akuntabel.siklus.perjanjian.models import TandaTangan
from sertifikat_uji import SANDI, Pemegang


def read_isi(tanda: TandaTangan) -> bytes:
    """The bytes that were stored with a signature."""
    with open_berkas(tanda.berkas) as isi:
        return isi.read()


@dataclass
class LayananPalsu:
    """Signs like e-Sign: whoever knows the passphrase. permintaan: what it was sent; ubah: what it answers instead."""

    pemegang: Pemegang
    frasa_sandi: str = "frasa"
    permintaan: list[dict[str, Any]] = field(default_factory=list)
    kepala: list[str] = field(default_factory=list)
    ubah: Any = None
    alamat: str = ""

    def answer(self, isi: dict[str, Any]) -> tuple[int, dict[str, Any]]:
        """Status and JSON."""
        self.permintaan.append(isi)
        if isi["passphrase"] != self.frasa_sandi:
            return 400, {"status_code": 2031, "error": "Passphrase anda salah"}
        jadi = self._sign(base64.b64decode(isi["file"][0]), isi["signatureProperties"][0])
        if self.ubah is not None:
            jadi = self.ubah(jadi)
        return 200, {"time": 1200, "file": [base64.b64encode(jadi).decode()]}

    def _sign(self, pdf: bytes, sifat: dict[str, Any]) -> bytes:
        nama = f"Jauh{len(self.permintaan)}"
        kotak = [int(sifat[k]) for k in ("originX", "originY", "width", "height")]
        ruas = SigFieldSpec(
            nama,
            on_page=sifat["page"] - 1,
            box=(kotak[0], kotak[1], kotak[0] + kotak[2], kotak[1] + kotak[3]),
        )
        kunci = SimpleSigner.load_pkcs12_data(self.pemegang.build_p12(), other_certs=(), passphrase=SANDI.encode())
        data = PdfSignatureMetadata(field_name=nama, subfilter=SigSeedSubFilter.PADES, md_algorithm="sha256")
        jadi = sign_pdf(IncrementalPdfFileWriter(BytesIO(pdf)), data, kunci, new_field_spec=ruas)
        return bytes(jadi.getbuffer())


def _build_cap_waktu(pemegang: Pemegang) -> DummyTimeStamper:
    kunci = pemegang.kunci.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption())
    sertifikat = pemegang.sertifikat.public_bytes(Encoding.DER)
    return DummyTimeStamper(x509.Certificate.load(sertifikat), keys.PrivateKeyInfo.load(kunci))


@contextmanager
def run_cap_waktu(pemegang: Pemegang) -> Iterator[str]:
    """A time stamp authority on a port of this machine; its address."""
    juru = _build_cap_waktu(pemegang)

    def jawab(permintaan: BaseHTTPRequestHandler, isi: bytes) -> tuple[int, str, bytes]:
        return 200, "application/timestamp-reply", juru.request_tsa_response(tsp.TimeStampReq.load(isi)).dump()

    with _run(jawab) as alamat:
        yield alamat


@contextmanager
def run_layanan(layanan: LayananPalsu) -> Iterator[LayananPalsu]:
    """The service on a port of this machine for as long as the block runs."""

    def jawab(permintaan: BaseHTTPRequestHandler, isi: bytes) -> tuple[int, str, bytes]:
        layanan.kepala.append(f"{permintaan.path} {permintaan.headers['Authorization']}")
        status, badan = layanan.answer(json.loads(isi))
        return status, "application/json", json.dumps(badan).encode()

    with _run(jawab) as layanan.alamat:
        yield layanan


@contextmanager
def _run(jawab: Callable[[BaseHTTPRequestHandler, bytes], tuple[int, str, bytes]]) -> Iterator[str]:
    class Penjawab(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            status, jenis, badan = jawab(self, self.rfile.read(int(self.headers["Content-Length"])))
            self.send_response(status)
            self.send_header("Content-Type", jenis)
            self.end_headers()
            self.wfile.write(badan)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 — the name of the base class
            """Nothing: the passphrase must not be in any log."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Penjawab) as server:
        utas = Thread(target=server.serve_forever, daemon=True)
        utas.start()
        yield f"http://127.0.0.1:{server.server_address[1]}"
        server.shutdown()
        utas.join()
