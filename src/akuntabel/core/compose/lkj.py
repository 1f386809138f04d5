"""The Laporan Kinerja of PermenPANRB 53/2014 as one document."""

from akuntabel.core.compose.akuntabilitas import compose_akuntabilitas
from akuntabel.core.compose.depan import (
    compose_daftar_isi,
    compose_ikhtisar,
    compose_kata_pengantar,
    compose_sampul,
)
from akuntabel.core.compose.lampiran import compose_lampiran
from akuntabel.core.compose.narasi import check_rujukan
from akuntabel.core.compose.pendahuluan import compose_pendahuluan
from akuntabel.core.compose.penutup import compose_penutup
from akuntabel.core.compose.perencanaan import compose_perencanaan
from akuntabel.core.compose.pernyataan_reviu import compose_pernyataan_reviu
from akuntabel.core.fakta.hasil import HasilTahun
from akuntabel.core.naskah.lebar import measure_naskah
from akuntabel.core.naskah.model import Kertas, Naskah
from akuntabel.core.naskah.penomoran import number_naskah


def compose_lkj(hasil: HasilTahun, *, kertas: Kertas = Kertas.A4) -> Naskah:
    """The whole report, numbered and measured, ready for every renderer. Raises RujukanNarasiError."""
    return measure_naskah(compose_lkj_layar(hasil, kertas=kertas))


def compose_lkj_layar(hasil: HasilTahun, *, kertas: Kertas = Kertas.A4) -> Naskah:
    """The same for a screen, whose tables need no widths on paper: measuring them is most of the work."""
    fakta = hasil.fakta
    tanggal = fakta.laporan.tanggal
    naskah = Naskah(
        judul=f"Laporan Kinerja {fakta.satker.nama} Tahun {fakta.tahun}",
        bab=(
            compose_sampul(hasil),
            compose_pernyataan_reviu(fakta),
            compose_kata_pengantar(hasil),
            *compose_daftar_isi(),
            compose_ikhtisar(hasil),
            compose_pendahuluan(hasil),
            compose_perencanaan(hasil),
            compose_akuntabilitas(hasil),
            compose_penutup(hasil),
            *compose_lampiran(hasil),
        ),
        penulis=fakta.satker.nama_lengkap,
        tahun=fakta.tahun,
        sidik=fakta.sidik,
        kertas=kertas,
        kepala_halaman=f"Laporan Kinerja {fakta.satker.nama} Tahun {fakta.tahun}",
        kaki_halaman=fakta.satker.nama_lengkap,
        tanggal=tanggal.isoformat() if tanggal else "",
        kata_kunci=("SAKIP", "Laporan Kinerja", fakta.satker.nama, str(fakta.tahun)),
    )
    check_rujukan(hasil, naskah)
    return number_naskah(naskah)
