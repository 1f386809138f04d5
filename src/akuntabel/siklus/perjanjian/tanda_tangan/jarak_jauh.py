"""Signing by a remote service that keeps the keys, such as e-Sign of BSrE: the official types NIK and passphrase.

The request is that of version 2 of its client service (``POST /api/v2/sign/pdf``). Neither NIK nor passphrase is kept
or written to any log. What comes back is believed only after it was checked: it must be our file with one valid
signature more.
"""

import base64
import binascii
import json
import re
from dataclasses import dataclass, field
from typing import Any

from akuntabel.core.render.stempel import draw_stempel
from akuntabel.siklus.perjanjian.tanda_tangan.kirim import TidakTerhubungError, send_permintaan
from akuntabel.siklus.perjanjian.tanda_tangan.pengaturan import LayananTte
from akuntabel.siklus.perjanjian.tanda_tangan.porta import Pembubuhan, PenandatanganGagalError
from akuntabel.siklus.perjanjian.tanda_tangan.ruas import find_kotak
from akuntabel.siklus.perjanjian.tanda_tangan.verifikasi import DokumenDitolakError, verify_dokumen

JALUR = "/api/v2/sign/pdf"
BATAS_DETIK = 60.0
POLA_NIK = re.compile(r"\d{16}")


@dataclass(frozen=True, slots=True)
class PenandatanganJarakJauh:
    """One official at the service."""

    layanan: LayananTte
    nik: str = field(repr=False)
    frasa_sandi: str = field(repr=False)

    @property
    def penerbit(self) -> str:
        """The issuer, as the visible mark names it."""
        return self.layanan.penerbit

    def sign(self, pdf: bytes, pembubuhan: Pembubuhan) -> bytes:
        """The file as the service signed it, checked. Raises PenandatanganGagalError."""
        if POLA_NIK.fullmatch(self.nik) is None:
            raise PenandatanganGagalError(f"NIK: tertulis {len(self.nik)} karakter, diharapkan 16 angka.", bidang="nik")
        isi = json.dumps(self._permintaan(pdf, pembubuhan)).encode()
        kunci = base64.b64encode(f"{self.layanan.pengguna}:{self.layanan.sandi}".encode()).decode()
        kepala = {"Content-Type": "application/json", "Accept": "application/json", "Authorization": f"Basic {kunci}"}
        try:
            status, badan = send_permintaan(
                self.layanan.alamat.rstrip("/") + JALUR, isi, kepala, batas_detik=BATAS_DETIK
            )
        except TidakTerhubungError as galat:
            raise PenandatanganGagalError(
                f"Layanan tanda tangan {self.penerbit} tidak dapat dihubungi ({galat}). Dokumen belum ditandatangani; "
                "ulangi beberapa saat lagi."
            ) from galat
        return _check_jawaban(pdf, _read_jawaban(status, badan, self.penerbit), self.penerbit)

    def _permintaan(self, pdf: bytes, pembubuhan: Pembubuhan) -> dict[str, Any]:
        kotak = find_kotak(pdf, pembubuhan.ruas)
        gambar = draw_stempel(pembubuhan.stempel, lebar_pt=kotak.lebar, tinggi_pt=kotak.tinggi)
        return {
            "nik": self.nik,
            "passphrase": self.frasa_sandi,
            "signatureProperties": [
                {
                    "imageBase64": base64.b64encode(gambar).decode(),
                    "tampilan": "VISIBLE",
                    "page": kotak.halaman + 1,
                    "originX": kotak.kiri,
                    "originY": kotak.bawah,
                    "width": kotak.lebar,
                    "height": kotak.tinggi,
                    "location": pembubuhan.tempat,
                    "reason": pembubuhan.alasan,
                }
            ],
            "file": [base64.b64encode(pdf).decode()],
        }


def _read_jawaban(status: int, badan: bytes, penerbit: str) -> bytes:
    """The file out of the answer; what the service says went wrong is passed on in its own words."""
    try:
        isi = json.loads(badan)
    except ValueError:
        isi = None
    if status == 200 and isinstance(isi, dict) and isinstance(isi.get("file"), list) and isi["file"]:
        try:
            return base64.b64decode(isi["file"][0], validate=True)
        except (binascii.Error, TypeError, ValueError):
            pass
    pesan = str(isi.get("error") or isi.get("message") or "") if isinstance(isi, dict) else ""
    keterangan = f": {pesan[:200]}" if pesan else f" (HTTP {status})"
    raise PenandatanganGagalError(
        f"Layanan tanda tangan {penerbit} menolak permintaan{keterangan}. Periksa NIK dan frasa sandi, lalu ulangi."
    )


def _check_jawaban(semula: bytes, jadi: bytes, penerbit: str) -> bytes:
    keluhan = ""
    try:
        hasil = verify_dokumen(jadi)
        if not jadi.startswith(semula):
            keluhan = "isinya bukan dokumen yang dikirim"
        elif not hasil.is_utuh or len(hasil.tanda_tangan) != len(_daftar_semula(semula)) + 1:
            keluhan = "tanda tangannya tidak sah"
    except DokumenDitolakError as galat:
        keluhan = str(galat)
    if keluhan:
        raise PenandatanganGagalError(
            f"Berkas dari layanan tanda tangan {penerbit} tidak diterima: {keluhan}. Dokumen belum ditandatangani; "
            "laporkan kepada pengelola layanan itu."
        )
    return jadi


def _daftar_semula(pdf: bytes) -> tuple[object, ...]:
    return verify_dokumen(pdf).tanda_tangan
