"""The elections, stages and cases of a year as a data package says them."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import TypeVar

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import ProtectedError

from akuntabel.core.calc.partisipasi import KategoriPemilih, parse_rumus_partisipasi
from akuntabel.core.fakta import kepemiluan as fakta
from akuntabel.platform.accounts.models import Pengguna
from akuntabel.platform.audit.catat import record_audit
from akuntabel.siklus.kepemiluan.models import DokumenPerkara, Pemilihan, Perkara, Tahapan
from akuntabel.siklus.kepemiluan.models.pemilihan import write_basis
from akuntabel.siklus.kepemiluan.permissions import require_pencatat
from akuntabel.siklus.organisasi.models import Satker

M = TypeVar("M", bound=models.Model)


@dataclass(frozen=True, slots=True)
class KepemiluanTahun:
    """What a package says of the elections of a year."""

    daftar_pemilihan: Sequence[fakta.Pemilihan]
    daftar_tahapan: Sequence[fakta.Tahapan]
    daftar_perkara: Sequence[fakta.Perkara]


@transaction.atomic
def import_kepemiluan(satker: Satker, tahun: int, isi: KepemiluanTahun, *, by: Pengguna | None) -> None:
    """Let the office have of this year what the package says, and nothing else; documents of a case stay with it.

    Raises PermissionDenied, ValidationError with everything that cannot be.
    """
    require_pencatat(by, satker, "kepemiluan.import")
    salah = [pesan for t in isi.daftar_tahapan for pesan in _check_tahapan(t)]
    if salah:
        raise ValidationError(salah)
    tahapan = Tahapan.objects.filter(satker=satker, pemilihan__tahun_laporan=tahun)
    lama = {"tahapan": tahapan.count(), "perkara": Perkara.objects.filter(_milik(satker, tahun)).count()}
    tahapan.delete()
    pemilihan = _import_pemilihan(satker, tahun, isi.daftar_pemilihan)
    for posisi, t in enumerate(isi.daftar_tahapan):
        _simpan(_build_tahapan(satker, pemilihan, t, posisi))
    _import_perkara(satker, tahun, isi.daftar_perkara, pemilihan)
    _drop_pemilihan(satker, tahun, pemilihan)
    baru = {"tahun": tahun, "pemilihan": list(pemilihan), "tahapan": len(isi.daftar_tahapan)}
    record_audit(by, "kepemiluan.import", satker, lama=lama, baru=baru | {"perkara": len(isi.daftar_perkara)})


def _milik(satker: Satker, tahun: int) -> models.Q:
    return models.Q(satker=satker, pemilihan__tahun_laporan=tahun)


def _check_tahapan(t: fakta.Tahapan) -> list[str]:
    """A mark that its own dates deny would be two truths."""
    hitung = fakta.check_tepat_waktu(t.status, t.rencana_selesai, t.realisasi_selesai)
    if hitung is None or hitung == t.is_tepat_waktu:
        return []
    kata = {True: "ya", False: "tidak", None: "kosong"}
    pesan = (
        f"Tahapan {t.urut} {t.nama}: is_tepat_waktu tertulis {kata[t.is_tepat_waktu]}, hasil hitung {kata[hitung]} "
        f"(jadwal selesai {t.rencana_selesai}, pelaksanaan selesai {t.realisasi_selesai}). Betulkan salah satunya."
    )
    return [pesan]


def _import_pemilihan(satker: Satker, tahun: int, daftar: Sequence[fakta.Pemilihan]) -> dict[str, Pemilihan]:
    ada = {p.kode: p for p in Pemilihan.objects.filter(satker=satker, tahun_laporan=tahun)}
    hasil: dict[str, Pemilihan] = {}
    for urut, isi in enumerate(daftar):
        baris = ada.get(isi.kode) or Pemilihan(satker=satker, tahun_laporan=tahun)
        lama_rumus = (baris.rumus_partisipasi, *baris.label.values())
        for nama, nilai in (asdict(isi) | {"urut": urut}).items():
            setattr(baris, nama, nilai)
        if lama_rumus != (baris.rumus_partisipasi, *baris.label.values()):
            _set_basis(baris)
        hasil[isi.kode] = _simpan(baris)
    return hasil


def _set_basis(baris: Pemilihan) -> None:
    """The formula that the words of the package say, where they say one."""
    rumus = parse_rumus_partisipasi(baris.rumus_partisipasi, baris.label)
    kosong: frozenset[KategoriPemilih] = frozenset()
    baris.basis_pengguna = write_basis(rumus.pengguna if rumus else kosong)
    baris.basis_pemilih = write_basis(rumus.pemilih if rumus else kosong)


def _build_tahapan(satker: Satker, pemilihan: Mapping[str, Pemilihan], t: fakta.Tahapan, posisi: int) -> Tahapan:
    isi = asdict(t) | {
        "pemilihan": pemilihan[t.pemilihan],
        "kelompok": t.kelompok.value,
        "status": t.status.value,
        "dasar": t.dasar or "",
    }
    tanda = isi.pop("is_tepat_waktu")
    return Tahapan(satker=satker, posisi=posisi, tanda_tepat_waktu=tanda, **isi)


def _import_perkara(
    satker: Satker, tahun: int, daftar: Sequence[fakta.Perkara], pemilihan: Mapping[str, Pemilihan]
) -> None:
    ada = {p.kode: p for p in Perkara.objects.filter(_milik(satker, tahun))}
    for urut, p in enumerate(daftar):
        baris = ada.pop(p.kode, None) or Perkara(satker=satker)
        kosong = {nama: "" for nama, n in asdict(p).items() if n is None and nama not in ("is_terbukti", "tanggal")}
        isi = asdict(p) | kosong | {"pemilihan": pemilihan[p.pemilihan], "jenis": p.jenis.value, "urut": urut}
        for nama, nilai in isi.items():
            setattr(baris, nama, nilai)
        _simpan(baris)
    sisa = [p.pk for p in ada.values()]
    DokumenPerkara.objects.filter(perkara__in=sisa).delete()
    Perkara.objects.filter(pk__in=sisa).delete()


def _drop_pemilihan(satker: Satker, tahun: int, pemilihan: Mapping[str, Pemilihan]) -> None:
    for p in Pemilihan.objects.filter(satker=satker, tahun_laporan=tahun).exclude(kode__in=pemilihan):
        try:
            p.delete()
        except ProtectedError:
            raise ValidationError(
                f"{p} ({p.kode}) mempunyai daftar pemilih di aplikasi, tetapi tidak ada dalam paket. "
                "Tambahkan pemilihan itu ke pemilihan.csv."
            ) from None


def _simpan(baris: M) -> M:
    baris.full_clean()
    baris.save()
    return baris
