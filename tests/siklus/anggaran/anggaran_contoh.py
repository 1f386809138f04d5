"""A budget in the codes since 2021, small enough to be added up by heart."""

from collections.abc import Sequence

from akuntabel.core.fakta.anggaran import KodeAnggaran, TingkatAnggaran
from akuntabel.siklus.anggaran.models import BarisAnggaran, VersiAnggaran
from akuntabel.siklus.organisasi.models import Satker

T = TingkatAnggaran
KATALOG = [
    KodeAnggaran("076.01.CQ", T.PROGRAM, "Program Penyelenggaraan Pemilu"),
    KodeAnggaran("6709", T.KEGIATAN, "Perencanaan Program dan Anggaran", "076.01.CQ"),
    KodeAnggaran("6709.QGE", T.OUTPUT, "Tata Kelola Kelembagaan Publik", "6709"),
    KodeAnggaran("6710", T.KEGIATAN, "Logistik", "076.01.CQ"),
    KodeAnggaran("6710.EBA", T.OUTPUT, "Layanan Dukungan Manajemen Internal", "6710"),
]

Baris = tuple[str, str, TingkatAnggaran, str, str, int, int | None, int | None]
"""Code, parent, level, source, akun, pagu, realisasi, of which this month."""

BARIS: list[Baris] = [
    ("6709.QGE.001", "6709.QGE", T.SUBOUTPUT, "", "", 700, 300, 100),
    ("6709.QGE.001.521211", "6709.QGE.001", T.AKUN, "RM", "521211", 500, 200, 50),
    ("6709.QGE.001.531111", "6709.QGE.001", T.AKUN, "RM", "531111", 200, 100, 50),
    ("6710.EBA.994", "6710.EBA", T.SUBOUTPUT, "", "", 300, 150, 50),
    ("6710.EBA.994.511111", "6710.EBA.994", T.AKUN, "RM", "511111", 200, 150, 50),
    ("6710.EBA.994.521111", "6710.EBA.994", T.AKUN, "HLD", "521111", 100, 0, 0),
]


def load_versi(
    satker: Satker, tahun: int, daftar: Sequence[Baris] = BARIS, *, is_berpohon: bool = True, **isi: object
) -> VersiAnggaran:
    """A version with its lines, as an import leaves it. is_berpohon: below the lines of the catalogue."""
    atas = [(k.kode, k.induk or "", k.tingkat, "", "", 0, None, None) for k in KATALOG if is_berpohon]
    baris = [*atas, *daftar]
    cabang = {b[1] for b in baris} | {b[0] for b in atas}
    daun = [b for b in baris if b[0] not in cabang]
    realisasi = [b[6] for b in daun if b[6] is not None]
    versi = VersiAnggaran.objects.create(
        satker=satker,
        tahun=tahun,
        **{
            "jenis": "sakti",
            "total_pagu": sum(b[5] for b in daun),
            "total_realisasi": sum(realisasi) if realisasi else None,
            "jumlah_baris": len(daun),
        }
        | isi,
    )
    BarisAnggaran.objects.bulk_create(
        BarisAnggaran(
            versi=versi,
            urut=urut,
            kode=kode,
            induk=induk,
            tingkat=tingkat,
            uraian=f"uraian {kode}",
            sumber_dana=sumber,
            akun=akun,
            pagu=pagu,
            realisasi=terpakai,
            realisasi_ini=ini,
            is_daun=kode not in cabang,
        )
        for urut, (kode, induk, tingkat, sumber, akun, pagu, terpakai, ini) in enumerate(baris)
    )
    return versi
