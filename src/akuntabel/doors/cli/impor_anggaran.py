"""``akuntabel import-anggaran``: a budget report into the database, as a version to look at or to hold at once."""

from pathlib import Path
from typing import Annotated

import typer

from akuntabel.core.calc.angka import format_rupiah
from akuntabel.core.readers.galat import sebab_os
from akuntabel.doors.cli.basis_data import find_satker
from akuntabel.doors.cli.django_siap import require_basis_data
from akuntabel.doors.cli.galat import MasukanSalahError
from akuntabel.doors.cli.konsol import konsol_hasil
from akuntabel.platform.files.retensi import Retensi
from akuntabel.platform.files.simpan import BerkasDitolakError, store_berkas
from akuntabel.siklus.anggaran.actions_versi import adopt_versi
from akuntabel.siklus.anggaran.berlaku import find_versi_berlaku
from akuntabel.siklus.anggaran.impor import JENIS_BERKAS, LaporanTidakSahError, PilihanImpor, load_laporan
from akuntabel.siklus.anggaran.models import VersiAnggaran


def import_anggaran(
    satker: Annotated[str, typer.Argument(metavar="SATKER", help="Kode satker.", show_default=False)],
    tahun: Annotated[int, typer.Argument(metavar="TAHUN", help="Tahun anggaran.", show_default=False)],
    berkas: Annotated[
        Path,
        typer.Argument(metavar="BERKAS", help="FA Detail SAKTI, LRA OM-SPAN/MonSAKTI, atau POK.", show_default=False),
    ],
    sumber_dana: Annotated[
        str, typer.Option("--sumber-dana", metavar="KODE", help="Sumber dana baris yang tidak menyebutkannya.")
    ] = "RM",
    ambil: Annotated[bool, typer.Option("--ambil", help="Ambil juga sebagai anggaran yang berlaku.")] = False,
) -> None:
    """Load a report, all or nothing."""
    require_basis_data()
    tujuan = find_satker(satker)
    try:
        isi = berkas.read_bytes()
        tersimpan = store_berkas(isi, berkas.name, by=None, retensi=Retensi.KERTAS_KERJA, jenis_boleh=JENIS_BERKAS)
        pilihan = PilihanImpor(sumber_dana=sumber_dana)
        hasil = load_laporan(tujuan, tahun, tersimpan, berkas.name, pilihan=pilihan, by=None)
    except OSError as galat:
        raise MasukanSalahError(f"{berkas}: {sebab_os(galat)}.") from galat
    except (BerkasDitolakError, LaporanTidakSahError) as galat:
        raise MasukanSalahError("\n".join(str(m) for m in galat.daftar_masalah)) from galat
    if hasil.versi is None:
        raise MasukanSalahError(f"{berkas}: kolomnya belum dikenal. Unggah dahulu di situs, dan petakan kolomnya.")
    versi = VersiAnggaran.objects.get(pk=hasil.versi)
    if ambil:
        berlaku = find_versi_berlaku(tujuan, tahun)
        adopt_versi(versi, by=None, terhadap=(berlaku.nomor if berlaku else None) or 0)
    konsol_hasil().print(
        f"{versi}: {versi.jumlah_baris} baris rincian, pagu {format_rupiah(versi.total_pagu)}, "
        f"SHA-256 {versi.sidik[:12]}…"
    )
