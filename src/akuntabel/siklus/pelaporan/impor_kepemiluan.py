"""What a package says of elections, into the rows of their stage."""

from akuntabel.core.fakta.fakta_tahun import FaktaTahun
from akuntabel.platform.accounts.models import Pengguna
from akuntabel.siklus.kepemiluan.actions.impor import KepemiluanTahun, import_kepemiluan
from akuntabel.siklus.organisasi.models import Satker


def import_kepemiluan_paket(satker: Satker, paket: FaktaTahun, *, by: Pengguna | None) -> None:
    """Elections, stages and cases of the year; nothing else of the year stays. Raises ValidationError."""
    isi = KepemiluanTahun(paket.daftar_pemilihan, paket.daftar_tahapan, paket.daftar_perkara)
    import_kepemiluan(satker, paket.tahun, isi, by=by)
