"""Rows of this stage as the facts of the core."""

from akuntabel.core.fakta import kepemiluan as fakta
from akuntabel.siklus.kepemiluan.models import Pemilihan, Perkara, Tahapan


def build_pemilihan(p: Pemilihan) -> fakta.Pemilihan:
    """An election of a package."""
    return fakta.Pemilihan(
        kode=p.kode,
        nama=p.nama,
        tahun=p.tahun,
        tanggal=p.tanggal,
        label_terdaftar=p.label_terdaftar,
        label_pindahan=p.label_pindahan,
        label_tambahan=p.label_tambahan,
        rumus_partisipasi=p.rumus_partisipasi,
        sumber=p.sumber,
    )


def build_tahapan(t: Tahapan) -> fakta.Tahapan:
    """A stage of a package; in time or not as its dates say, else as it was said."""
    return fakta.Tahapan(
        pemilihan=t.pemilihan.kode,
        urut=t.urut,
        kelompok=fakta.KelompokTahapan(t.kelompok),
        nama=t.nama,
        status=fakta.StatusTahapan(t.status),
        is_tepat_waktu=t.is_tepat_waktu,
        rencana_mulai=t.rencana_mulai,
        rencana_selesai=t.rencana_selesai,
        realisasi_mulai=t.realisasi_mulai,
        realisasi_selesai=t.realisasi_selesai,
        dasar=t.dasar or None,
        sumber=t.sumber,
    )


def build_perkara(p: Perkara) -> fakta.Perkara:
    """A case of a package."""
    return fakta.Perkara(
        kode=p.kode,
        pemilihan=p.pemilihan.kode,
        jenis=fakta.JenisPerkara(p.jenis),
        lembaga=p.lembaga,
        nomor=p.nomor or None,
        pemohon=p.pemohon or None,
        termohon=p.termohon or None,
        amar=p.amar or None,
        is_terbukti=p.is_terbukti,
        tanggal=p.tanggal,
        keterangan=p.keterangan or None,
        sumber=p.sumber,
    )
