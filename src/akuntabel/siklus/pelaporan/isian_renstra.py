"""The form of a Renstra and the draft of an office: what is there as rows, and rows through the acts of planning."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Any

from akuntabel.core.readers.isian.banding import merge_isian
from akuntabel.core.readers.isian.hasil import DataIsian, HasilIsian, Nilai
from akuntabel.core.readers.isian.renstra import FORMULIR_RENSTRA, check_renstra
from akuntabel.platform.accounts.models import Pengguna
from akuntabel.siklus.organisasi.models import Satker, Unit
from akuntabel.siklus.perencanaan.actions.angka_renstra import (
    IsianPendanaan,
    IsianTarget,
    write_pendanaan,
    write_target,
)
from akuntabel.siklus.perencanaan.actions.butir import draft_sasaran, draft_tujuan, write_sasaran, write_tujuan
from akuntabel.siklus.perencanaan.actions.indikator import draft_indikator, write_indikator
from akuntabel.siklus.perencanaan.actions.renstra import draft_renstra, write_renstra
from akuntabel.siklus.perencanaan.isian import IsiIndikator, IsiRenstra
from akuntabel.siklus.perencanaan.models import Indikator, Renstra, StatusRenstra, TargetRenstra

LAMA_RENSTRA = 5
_KOLOM_INDIKATOR = tuple(b.name for b in fields(IsiIndikator))
_LEMBAR = {x.nama: x for x in FORMULIR_RENSTRA.daftar_lembar}


def find_naskah_renstra(satker: Satker) -> Renstra | None:
    """The plan of the office that is being written; the latest where there are several."""
    naskah = Renstra.objects.filter(satker=satker, status=StatusRenstra.DISUSUN.value)
    return naskah.order_by("mulai", "versi").last()


@dataclass(frozen=True, slots=True)
class TempatRenstra:
    """The draft of an office; without one, the first import begins it. tahun: where a new one would begin."""

    satker: Satker
    renstra: Renstra | None
    tahun: int
    formulir = FORMULIR_RENSTRA

    @property
    def judul(self) -> str:
        """The plan by its office and years."""
        return str(self.renstra) if self.renstra else f"Renstra {self.satker}"

    @property
    def daftar_tahun(self) -> Sequence[int]:
        """The years of the plan; of a new one, five from the year on."""
        return self.renstra.daftar_tahun if self.renstra else range(self.tahun, self.tahun + LAMA_RENSTRA)

    def read_ada(self) -> DataIsian:
        """The draft as rows."""
        return {} if self.renstra is None else _baca(self.renstra)

    def read_info(self) -> Mapping[str, Mapping[str, Nilai]]:
        """The indicators that wait for their targets."""
        if self.renstra is None:
            return {}
        indikator = Indikator.objects.filter(sasaran__renstra=self.renstra).berurut()
        return {"target": {i.kode: {"nama": i.nama} for i in indikator}}

    def read_dikenal(self) -> Mapping[str, Collection[str]]:
        """The units of the office."""
        return {"unit": list(Unit.objects.filter(satker=self.satker).values_list("kode", flat=True))}

    def check(self, hasil: HasilIsian, ada: DataIsian) -> None:
        """What the form shows, and what the draft cannot follow."""
        check_renstra(hasil, ada, self.read_dikenal()["unit"])
        self._check_pindah(hasil, ada)
        self._check_periode(hasil)

    def _check_pindah(self, hasil: HasilIsian, ada: DataIsian) -> None:
        """An indicator stays with its sasaran; targets and agreements know it there."""
        lembar = _LEMBAR["indikator"]
        kolom = next(k for k in lembar.daftar_kolom if k.nama == "sasaran")
        semula = {n["kode"]: n["sasaran"] for n in ada.get("indikator", ())}
        for baris in hasil.daftar_baris.get("indikator", ()):
            lama = semula.get(baris.nilai["kode"])
            if lama is not None and lama != baris.nilai["sasaran"]:
                hasil.add_masalah(
                    lembar, baris, kolom, f"{lama}, seperti yang tersimpan", "Beri kode baru bila pindah."
                )

    def _check_periode(self, hasil: HasilIsian) -> None:
        """A period that has a plan already gets its next version on the screen of the plan, with its reason."""
        lembar = _LEMBAR["renstra"]
        for baris in hasil.daftar_baris.get("renstra", ()):
            mulai = _bulat(baris.nilai["mulai"])
            ada = Renstra.objects.filter(satker=self.satker, mulai=mulai).order_by("versi").last()
            if ada is not None and (self.renstra is None or self.renstra.mulai != mulai):
                harap = "periode yang belum mempunyai Renstra"
                perbaikan = f"{ada} sudah {ada.status}; susun versi berikutnya di halaman Renstra, lalu impor lagi."
                hasil.add_masalah(lembar, baris, lembar.daftar_kolom[0], harap, perbaikan)

    def write(self, hasil: HasilIsian, ada: DataIsian, *, by: Pengguna) -> None:
        """Head, tujuan, sasaran, indikator, then the figures."""
        data = {nama: merge_isian(_LEMBAR[nama], ada.get(nama, ()), daftar) for nama, daftar in hasil.data.items()}
        renstra = self._write_renstra(data, ada, by)
        _write_tujuan(renstra, data.get("tujuan", ()), by)
        _write_sasaran(renstra, data.get("sasaran", ()), by)
        _write_indikator(renstra, data.get("indikator", ()), by)
        _write_target(renstra, data.get("target", ()), by)
        _write_pendanaan(renstra, data.get("pendanaan", ()), by)

    def _write_renstra(self, data: DataIsian, ada: DataIsian, by: Pengguna) -> Renstra:
        kepala = next(iter(data.get("renstra") or ada.get("renstra", ())))
        daftar_misi = data.get("misi", ada.get("misi", ()))
        isi = IsiRenstra(
            mulai=_bulat(kepala["mulai"]),
            selesai=_bulat(kepala["selesai"]),
            dasar=_teks(kepala["dasar"]),
            visi=_teks(kepala["visi"]),
            misi=tuple(_teks(m["misi"]) for m in sorted(daftar_misi, key=lambda m: _bulat(m["nomor"]))),
            catatan=_teks(kepala.get("catatan")),
        )
        if self.renstra is None:
            return draft_renstra(self.satker, isi, by=by)
        return write_renstra(self.renstra, isi, dilihat=self.renstra.suntingan, by=by)


def _baca(renstra: Renstra) -> DataIsian:
    kepala = {n: getattr(renstra, n) for n in ("mulai", "selesai", "dasar", "visi")}
    indikator = Indikator.objects.filter(sasaran__renstra=renstra).select_related("sasaran", "pengampu").berurut()
    target = TargetRenstra.objects.filter(indikator__in=indikator).select_related("indikator")
    sasaran = renstra.daftar_sasaran.select_related("tujuan")
    return {
        "renstra": [kepala | {"catatan": renstra.catatan or None}],
        "misi": [{"nomor": n, "misi": misi} for n, misi in enumerate(renstra.misi, 1)],
        "tujuan": [{"kode": t.kode, "nama": t.nama} for t in renstra.daftar_tujuan.all()],
        "sasaran": [{"kode": s.kode, "nama": s.nama, "tujuan": s.tujuan.kode if s.tujuan else None} for s in sasaran],
        "indikator": [_baca_indikator(i) for i in indikator],
        "target": [
            {"indikator": t.indikator.kode, "sumber": t.sumber or None, "tahun": t.tahun, "target": t.target}
            for t in target
        ],
        "pendanaan": [
            {"kode": p.kode, "uraian": p.uraian, "tahun": p.tahun, "pagu": p.pagu}
            for p in renstra.daftar_pendanaan.all()
        ],
    }


def _baca_indikator(i: Indikator) -> Nilai:
    isi = {nama: getattr(i, nama) for nama in _KOLOM_INDIKATOR}
    return {nama: None if nilai == "" else nilai for nama, nilai in isi.items()} | {
        "sasaran": i.sasaran.kode,
        "pengampu": i.pengampu.kode if i.pengampu else None,
    }


def _write_tujuan(renstra: Renstra, daftar: Collection[Nilai], by: Pengguna) -> None:
    ada = {t.kode: t for t in renstra.daftar_tujuan.all()}
    for n in daftar:
        kode, nama = _teks(n["kode"]), _teks(n["nama"])
        if kode in ada:
            write_tujuan(ada[kode], kode=kode, nama=nama, dilihat=ada[kode].suntingan, by=by)
        else:
            draft_tujuan(renstra, kode=kode, nama=nama, by=by)


def _write_sasaran(renstra: Renstra, daftar: Collection[Nilai], by: Pengguna) -> None:
    tujuan = {t.kode: t for t in renstra.daftar_tujuan.all()}
    ada = {s.kode: s for s in renstra.daftar_sasaran.all()}
    for n in daftar:
        kode, nama = _teks(n["kode"]), _teks(n["nama"])
        induk = tujuan[_teks(n["tujuan"])] if n.get("tujuan") else None
        if kode in ada:
            write_sasaran(ada[kode], kode=kode, nama=nama, tujuan=induk, dilihat=ada[kode].suntingan, by=by)
        else:
            draft_sasaran(renstra, kode=kode, nama=nama, tujuan=induk, by=by)


def _write_indikator(renstra: Renstra, daftar: Collection[Nilai], by: Pengguna) -> None:
    sasaran = {s.kode: s for s in renstra.daftar_sasaran.all()}
    unit = {u.kode: u for u in Unit.objects.filter(satker=renstra.satker)}
    ada = {i.kode: i for i in Indikator.objects.filter(sasaran__renstra=renstra).select_related("sasaran__renstra")}
    for n in daftar:
        nilai: dict[str, Any] = {nama: _teks(n.get(nama)) for nama in _KOLOM_INDIKATOR}
        isi = IsiIndikator(**(nilai | {"desimal": _bulat(n["desimal"])}))
        pengampu = unit[_teks(n["pengampu"])] if n.get("pengampu") else None
        lama = ada.get(isi.kode)
        if lama is not None:
            write_indikator(lama, isi, pengampu=pengampu, dilihat=lama.suntingan, by=by)
        else:
            draft_indikator(sasaran[_teks(n["sasaran"])], isi, pengampu=pengampu, by=by)


def _write_target(renstra: Renstra, daftar: Collection[Nilai], by: Pengguna) -> None:
    kode = dict(Indikator.objects.filter(sasaran__renstra=renstra).values_list("kode", "pk"))
    ada = {
        (t.indikator_id, t.tahun): t.suntingan
        for t in TargetRenstra.objects.filter(indikator__sasaran__renstra=renstra)
    }
    isian = []
    for n in daftar:
        pk, tahun = kode[_teks(n["indikator"])], _bulat(n["tahun"])
        isian.append(IsianTarget(pk, tahun, _teks(n["target"]), _teks(n.get("sumber")), ada.get((pk, tahun))))
    if isian:
        write_target(renstra, isian, by=by, is_baku=True)


def _write_pendanaan(renstra: Renstra, daftar: Collection[Nilai], by: Pengguna) -> None:
    ada = {(p.kode, p.tahun): p.suntingan for p in renstra.daftar_pendanaan.all()}
    isian = []
    for n in daftar:
        kode, tahun = _teks(n["kode"]), _bulat(n["tahun"])
        isian.append(IsianPendanaan(kode, _teks(n["uraian"]), tahun, _bulat(n["pagu"]), ada.get((kode, tahun))))
    if isian:
        write_pendanaan(renstra, isian, by=by)


def _teks(nilai: object) -> str:
    return "" if nilai is None else str(nilai)


def _bulat(nilai: object) -> int:
    """A count that the form has read already."""
    if not isinstance(nilai, int):
        raise TypeError(f"not a count: {nilai!r}")
    return nilai
