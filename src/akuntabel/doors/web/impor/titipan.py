"""What was handed in, kept between the preview and the taking: a file of short life, and a signed note to find it by.

The note says who handed it in, for what, and what was shown: nobody takes what another handed in, or something else
than was looked at.
"""

from dataclasses import asdict, dataclass

from django.core import signing
from django.core.exceptions import ValidationError

from akuntabel.doors.web.ruang import Ruang
from akuntabel.platform.files.jenis import CSV, TXT, XLSX, ZIP, JenisBerkas
from akuntabel.platform.files.models import Berkas
from akuntabel.platform.files.retensi import Retensi
from akuntabel.platform.files.simpan import BerkasDitolakError, BerkasHilangError, open_berkas, store_berkas

JENIS_ISIAN = (XLSX, CSV, TXT)
JENIS_PAKET = (ZIP,)
_GARAM = "akuntabel.impor"
_UMUR = 24 * 60 * 60  # seconds


@dataclass(frozen=True, slots=True)
class Titipan:
    """A file that waits. tempat: what it is for; lembar: which sheet a pasted table is; sidik: of what was shown."""

    berkas: int
    pengguna: int
    tempat: str
    nama: str
    lembar: str
    sidik: str

    def read(self) -> bytes:
        """The bytes. Raises ValidationError where they are gone."""
        try:
            with open_berkas(Berkas.objects.get(pk=self.berkas)) as sumber:
                isi: bytes = sumber.read()
        except (Berkas.DoesNotExist, BerkasHilangError):
            raise ValidationError("Unggahan ini sudah dihapus. Unggah berkasnya sekali lagi.") from None
        return isi

    def sign(self) -> str:
        """The note."""
        return signing.dumps(asdict(self), salt=_GARAM)


def keep_titipan(ruang: Ruang, nama: str, isi: bytes, *, jenis: tuple[JenisBerkas, ...]) -> int:
    """Keep a file for a while; its id. Raises ValidationError with all that speaks against it."""
    try:
        return store_berkas(isi, nama, by=ruang.pengguna, retensi=Retensi.SEMENTARA, jenis_boleh=jenis).pk
    except BerkasDitolakError as galat:
        raise ValidationError([str(m) for m in galat.daftar_masalah]) from galat


def open_titipan(ruang: Ruang, tempat: str, catatan: str) -> Titipan:
    """What waits under a note of this person and place. Raises ValidationError."""
    try:
        titipan = Titipan(**signing.loads(catatan, salt=_GARAM, max_age=_UMUR))
    except (signing.BadSignature, TypeError):
        raise ValidationError("Pratinjau ini sudah kedaluwarsa. Unggah berkasnya sekali lagi.") from None
    if (titipan.pengguna, titipan.tempat) != (ruang.pengguna.pk, tempat):
        raise ValidationError("Pratinjau ini bukan untuk halaman ini. Unggah berkasnya sekali lagi.")
    return titipan
