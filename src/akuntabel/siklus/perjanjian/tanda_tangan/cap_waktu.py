"""The time stamp authority of the settings: it certifies when a signature was made (RFC 3161, PAdES B-T)."""

import asyncio

from asn1crypto import tsp
from pyhanko.sign.timestamps import TimeStamper
from pyhanko.sign.timestamps.common_utils import TimestampRequestError, set_tsp_headers

from akuntabel.siklus.perjanjian.tanda_tangan.kirim import TidakTerhubungError, send_permintaan

BATAS_DETIK = 15.0


class CapWaktu(TimeStamper):
    """Asks over HTTP."""

    def __init__(self, alamat: str) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self._alamat = alamat

    async def async_request_tsa_response(self, req: tsp.TimeStampReq) -> tsp.TimeStampResp:
        """The answer of the authority. Raises TimestampRequestError."""
        return await asyncio.to_thread(self._ask, req)

    def _ask(self, req: tsp.TimeStampReq) -> tsp.TimeStampResp:
        try:
            status, badan = send_permintaan(self._alamat, req.dump(), set_tsp_headers({}), batas_detik=BATAS_DETIK)
        except TidakTerhubungError as galat:
            raise TimestampRequestError(str(galat)) from galat
        if status != 200:
            raise TimestampRequestError(f"HTTP {status}")
        try:
            return tsp.TimeStampResp.load(badan)
        except ValueError as galat:
            raise TimestampRequestError("bukan jawaban cap waktu") from galat
