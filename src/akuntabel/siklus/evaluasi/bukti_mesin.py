"""What the records of the application prove by themselves: kriteria filled in beforehand, with the proof.

It says what is recorded. What is not recorded is not said to be missing: then there is no answer, only a sentence. And
it proposes; a person's answer is never overwritten (actions.refresh_bukti).
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from django.utils import timezone

from akuntabel.core.calc.angka import format_persen
from akuntabel.core.calc.efisiensi import compute_efisiensi_sederhana
from akuntabel.core.calc.nilai import Nilai
from akuntabel.core.regulasi.lke import KriteriaLke, Pemenuhan
from akuntabel.siklus.anggaran.hitung import compute_anggaran_tahun
from akuntabel.siklus.evaluasi.bukti import BuktiMesin, pick_pemenuhan
from akuntabel.siklus.evaluasi.bukti_laporan import daftar_bukti_laporan
from akuntabel.siklus.evaluasi.hitung import IsiLke
from akuntabel.siklus.evaluasi.models import Rekomendasi
from akuntabel.siklus.organisasi.models import Satker
from akuntabel.siklus.pengukuran.berlaku import daftar_elemen_berlaku, daftar_jendela
from akuntabel.siklus.pengukuran.models import (
    SILSILAH_ORGANISASI,
    Fakta,
    NilaiTahunan,
    PengukuranTriwulan,
    RealisasiAksi,
    StatusPengukuran,
)
from akuntabel.siklus.perencanaan.berlaku import daftar_indikator_berlaku, find_renstra_berlaku
from akuntabel.siklus.perencanaan.models import (
    HubunganKinerja,
    JenisHubungan,
    KondisiKinerja,
    RencanaKinerja,
    StatusRencana,
)
from akuntabel.siklus.perjanjian.berlaku import find_perjanjian_berlaku, find_rencana_aksi_berlaku
from akuntabel.siklus.perjanjian.models import TRIWULAN, Aksi

YA, SEBAGIAN, TIDAK = Pemenuhan.YA, Pemenuhan.SEBAGIAN, Pemenuhan.TIDAK
# Questions of PermenPANRB 12/2015 that ask for the same as a kriteria of 88/2021.
SETARA: Mapping[str, str] = {
    "A.II.2": "1b1",
    "B.11": "2b5",
    "B.13": "2b4",
    "B.14": "2b7",
    "C.1": "3a1",
    "C.2": "3a6",
    "C.3": "3a5",
    "C.8": "3b5",
    "C.9": "3b8",
}


@dataclass(frozen=True, slots=True)
class _Kantor:
    """The office and year that is asked about."""

    satker: Satker
    tahun: int

    @property
    def alamat(self) -> tuple[str, int]:
        """What the pages of an office-year are named by."""
        return self.satker.kode, self.tahun


def daftar_bukti_mesin(satker: Satker, tahun: int) -> dict[str, BuktiMesin]:
    """All that can be said, by kriteria of PermenPANRB 88/2021."""
    kantor = _Kantor(satker, tahun)
    temuan = [b for cari in _PENCARI if (b := cari(kantor)) is not None]
    temuan += daftar_bukti_laporan(satker, tahun)
    return {b.kode: b for b in temuan}


def daftar_bukti_lke(satker: Satker, tahun: int, daftar_kode: Iterator[str]) -> dict[str, BuktiMesin]:
    """The same for the kriteria of a worksheet, whatever its regulation calls them."""
    ada = daftar_bukti_mesin(satker, tahun)
    return {kode: b for kode in daftar_kode if (b := ada.get(SETARA.get(kode, kode))) is not None}


def read_jawaban_mesin(isi: IsiLke, kriteria: KriteriaLke) -> Pemenuhan | None:
    """What the stored proof of a kriteria says; None where there is none, or where it only tells."""
    menurut = next((b.menurut for b in isi.bukti.get(kriteria.kode, ()) if b.is_mesin and b.menurut), "")
    return Pemenuhan(menurut) if menurut else None


def _formal(k: _Kantor) -> BuktiMesin | None:
    """1b1: the documents of planning were adopted or signed."""
    renstra = find_renstra_berlaku(k.satker, k.tahun)
    rencana = RencanaKinerja.objects.filter(satker=k.satker, tahun=k.tahun, status=StatusRencana.DITETAPKAN.value)
    perjanjian = find_perjanjian_berlaku(k.satker, k.tahun)
    ada = [
        nama
        for nama, dokumen in (
            ("Renstra ditetapkan", renstra),
            ("RKT ditetapkan", rencana.first()),
            ("perjanjian kinerja ditandatangani", perjanjian),
        )
        if dokumen is not None
    ]
    tanggal = perjanjian.tanggal_penandatanganan if perjanjian else None
    teks = f"{len(ada)} dari 3 dokumen resmi: {', '.join(ada)}." if ada else "Belum ada dokumen yang ditetapkan."
    return BuktiMesin("1b1", pick_pemenuhan(len(ada), 3), teks, "perjanjian", k.alamat, tanggal)


def _publikasi_rencana(k: _Kantor) -> BuktiMesin | None:
    """1b2: the day is known, the publication is not recorded here; it only tells."""
    perjanjian = find_perjanjian_berlaku(k.satker, k.tahun)
    if perjanjian is None:
        return None
    teks = "Perjanjian kinerja ditandatangani; lampirkan bukti bahwa dan kapan dipublikasikan."
    return BuktiMesin("1b2", None, teks, "perjanjian", k.alamat, perjanjian.tanggal_penandatanganan)


def _cascading(k: _Kantor) -> BuktiMesin | None:
    """1b8: the indicators stand in a pohon kinerja whose conditions are joined."""
    renstra = find_renstra_berlaku(k.satker, k.tahun)
    indikator = {i.pk for i in daftar_indikator_berlaku(k.satker, k.tahun)}
    if renstra is None or not indikator:
        return None
    kondisi = KondisiKinerja.objects.filter(satker=k.satker, renstra=renstra)
    tergambar = indikator & set(kondisi.values_list("indikator", flat=True))
    hubungan = HubunganKinerja.objects.filter(atas__in=kondisi).count()
    teks = f"{len(tergambar)} dari {len(indikator)} indikator berada pada pohon kinerja dengan {hubungan} hubungan."
    jawaban = pick_pemenuhan(len(tergambar) if hubungan else 0, len(indikator))
    return BuktiMesin("1b8", jawaban, teks, "pohon_kinerja", k.alamat)


def _crosscutting(k: _Kantor) -> BuktiMesin | None:
    """1b9: conditions that partners outside bring about too."""
    hubungan = HubunganKinerja.objects.filter(atas__satker=k.satker, jenis=JenisHubungan.CROSSCUTTING.value)
    mitra = sorted(set(hubungan.values_list("mitra", flat=True)))
    teks = (
        f"Crosscutting dengan {len(mitra)} mitra: {'; '.join(mitra[:5])}." if mitra else "Crosscutting belum dicatat."
    )
    return BuktiMesin("1b9", YA if mitra else None, teks, "pohon_kinerja", k.alamat)


def _target_tercapai(k: _Kantor) -> BuktiMesin | None:
    """1c3: how many targets were reached."""
    capaian = [n.capaian for n in _nilai_indikator(k) if n.capaian is not None]
    if not capaian:
        return None
    tercapai = sum(c >= 100 for c in capaian)
    teks = f"{tercapai} dari {len(capaian)} indikator yang terukur mencapai targetnya."
    return BuktiMesin("1c3", pick_pemenuhan(tercapai, len(capaian), kosong=TIDAK), teks, "capaian", k.alamat)


def _aksi_dipantau(k: _Kantor) -> BuktiMesin | None:
    """1c4: actions of the rencana aksi have a recorded state."""
    perjanjian = find_perjanjian_berlaku(k.satker, k.tahun)
    rencana_aksi = find_rencana_aksi_berlaku(perjanjian) if perjanjian else None
    if rencana_aksi is None:
        return None
    aksi = Aksi.objects.filter(rencana_aksi=rencana_aksi)
    dipantau = RealisasiAksi.objects.filter(aksi__in=aksi).count()
    teks = f"Realisasi {dipantau} dari {aksi.count()} aksi dicatat; {len(_terverifikasi(k))} triwulan diverifikasi."
    return BuktiMesin("1c4", pick_pemenuhan(dipantau, aksi.count()), teks, "realisasi_aksi", k.alamat)


def _definisi(k: _Kantor) -> BuktiMesin | None:
    """2a2: the manual of the indicators."""
    daftar = list(daftar_indikator_berlaku(k.satker, k.tahun))
    lengkap = sum(bool(i.definisi and i.rumus and i.sumber_data) for i in daftar)
    if not daftar:
        return None
    teks = f"{lengkap} dari {len(daftar)} indikator berdefinisi operasional, berumus, dan bersumber data."
    return BuktiMesin("2a2", pick_pemenuhan(lengkap, len(daftar)), teks, "kamus", k.alamat)


def _mekanisme(k: _Kantor) -> BuktiMesin | None:
    """2a3: who brings which figure until when."""
    elemen = daftar_elemen_berlaku(k.satker, k.tahun).values()
    if not elemen:
        return None
    berpemilik = sum(bool(e.unit_id or e.pejabat_id) for e in elemen)
    terjadwal = sum(j.jadwal is not None for j in daftar_jendela(k.satker, k.tahun).values())
    teks = (
        f"{len(elemen)} elemen data, {berpemilik} di antaranya berpenanggung jawab; "
        f"jadwal pengukuran {terjadwal} dari 4 triwulan."
    )
    jawaban = pick_pemenuhan(berpemilik + terjadwal, len(elemen) + 4) or SEBAGIAN
    return BuktiMesin("2a3", jawaban, teks, "elemen", k.alamat)


def _berkala(k: _Kantor) -> BuktiMesin | None:
    """2b4: quarters that were measured and verified."""
    daftar = _terverifikasi(k)
    terakhir = max((p.diverifikasi_pada for p in daftar if p.diverifikasi_pada), default=None)
    teks = f"{len(daftar)} dari 4 triwulan diukur dan diverifikasi."
    tanggal = timezone.localdate(terakhir) if terakhir else None
    return BuktiMesin("2b4", pick_pemenuhan(len(daftar), 4), teks, "pengukuran", k.alamat, tanggal)


def _berjenjang(k: _Kantor) -> BuktiMesin | None:
    """2b5: verified by somebody else than who measured, in the office and in those below it."""
    daftar = _terverifikasi(k)
    orang_lain = sum(not p.is_diverifikasi_sendiri for p in daftar)
    bawahan = Satker.objects.filter(induk=k.satker, is_aktif=True)
    jumlah = bawahan.count()
    terpantau = (
        PengukuranTriwulan.objects.filter(satker__in=bawahan, tahun=k.tahun, status=StatusPengukuran.DIVERIFIKASI.value)
        .values("satker")
        .distinct()
        .count()
    )
    teks = f"{orang_lain} dari 4 triwulan diverifikasi orang lain dari yang mengukur"
    teks += f"; {terpantau} dari {jumlah} satker di bawahnya diverifikasi." if jumlah else "."
    return BuktiMesin("2b5", pick_pemenuhan(orang_lain + terpantau, 4 + jumlah), teks, "pengukuran", k.alamat)


def _kumpul_aplikasi(k: _Kantor) -> BuktiMesin | None:
    """2b6: figures are collected here."""
    jumlah = Fakta.objects.filter(satker=k.satker, tahun=k.tahun).count()
    teks = f"{jumlah} data kinerja dicatat dalam aplikasi, dengan sumber dan riwayatnya."
    return BuktiMesin("2b6", YA if jumlah else None, teks, "pengukuran", k.alamat)


def _ukur_aplikasi(k: _Kantor) -> BuktiMesin | None:
    """2b7: capaian are computed here."""
    jumlah = len([n for n in _nilai_indikator(k) if n.capaian is not None])
    teks = f"Capaian {jumlah} indikator dihitung aplikasi dengan jejak hitungannya."
    return BuktiMesin("2b7", YA if jumlah else None, teks, "capaian", k.alamat)


def _efisiensi(k: _Kantor) -> BuktiMesin | None:
    """2c8: targets reached with money left."""
    organisasi = NilaiTahunan.objects.filter(satker=k.satker, tahun=k.tahun, silsilah=SILSILAH_ORGANISASI).first()
    serapan = compute_anggaran_tahun(k.satker, k.tahun).total.semua.persen
    if organisasi is None or organisasi.capaian is None:
        return None
    hasil = compute_efisiensi_sederhana(Nilai.of(organisasi.capaian), serapan)
    if hasil.is_efisien is None:
        return None
    teks = f"Capaian {format_persen(organisasi.capaian)} dengan serapan anggaran {format_persen(serapan.require())}."
    return BuktiMesin("2c8", YA if hasil.is_efisien else TIDAK, teks, "anggaran", k.alamat)


def _evaluasi_aplikasi(k: _Kantor) -> BuktiMesin | None:
    """4b5: this worksheet itself."""
    teks = "Lembar kerja evaluasi ini diisi, dihitung, dan diperiksa dalam aplikasi."
    return BuktiMesin("4b5", YA, teks, "evaluasi", k.alamat, timezone.localdate())


def _tindak_lanjut(k: _Kantor) -> BuktiMesin | None:
    """4c1: recommendations of the year before."""
    daftar = list(Rekomendasi.objects.for_satker(k.satker, k.tahun - 1).berlaku())
    if not daftar:
        return None
    selesai = sum(r.is_selesai for r in daftar)
    teks = f"{selesai} dari {len(daftar)} rekomendasi tahun {k.tahun - 1} selesai ditindaklanjuti."
    jawaban = pick_pemenuhan(selesai, len(daftar), kosong=TIDAK)
    return BuktiMesin("4c1", jawaban, teks, "rekomendasi", (k.satker.kode, k.tahun - 1))


def _terverifikasi(k: _Kantor) -> list[PengukuranTriwulan]:
    daftar = PengukuranTriwulan.objects.filter(satker=k.satker, tahun=k.tahun, triwulan__in=TRIWULAN)
    return list(daftar.filter(status=StatusPengukuran.DIVERIFIKASI.value))


def _nilai_indikator(k: _Kantor) -> list[NilaiTahunan]:
    return list(NilaiTahunan.objects.filter(satker=k.satker, tahun=k.tahun).exclude(silsilah=SILSILAH_ORGANISASI))


_PENCARI: tuple[Callable[[_Kantor], BuktiMesin | None], ...] = (
    _formal,
    _publikasi_rencana,
    _cascading,
    _crosscutting,
    _target_tercapai,
    _aksi_dipantau,
    _definisi,
    _mekanisme,
    _berkala,
    _berjenjang,
    _kumpul_aplikasi,
    _ukur_aplikasi,
    _efisiensi,
    _evaluasi_aplikasi,
    _tindak_lanjut,
)
