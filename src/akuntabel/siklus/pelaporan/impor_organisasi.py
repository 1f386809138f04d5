"""The office, its people, units and duties of a package into the database.

What the newest year says of the office is what the office is today; an older year adds what is missing and changes
nothing. A person who holds a post instead of another is another row: the term of the first ends where that of the
second begins.
"""

from collections.abc import Collection
from dataclasses import replace
from datetime import date, timedelta

from django.db.models import Q
from django.utils.text import slugify

from akuntabel.core.fakta import organisasi as fakta
from akuntabel.core.fakta.fakta_tahun import FaktaTahun
from akuntabel.core.fakta.masalah import Masalah, PaketTidakSahError
from akuntabel.platform.accounts.models import Pengguna
from akuntabel.platform.audit.catat import record_audit
from akuntabel.siklus.organisasi.actions import SatkerBaru, draft_entitas, draft_satker
from akuntabel.siklus.organisasi.jabatan import BERSAMA
from akuntabel.siklus.organisasi.models import EntitasPelapor, JenisSatker, Pejabat, Satker, Unit, UraianTugas
from akuntabel.siklus.organisasi.ubah import change_berversi
from akuntabel.siklus.pelaporan.impor_periksa import isi_baris
from akuntabel.siklus.pelaporan.snapshot_organisasi import build_kode, build_pejabat, is_nama_cocok, is_orang_sama

_BIDANG_SATKER = ("nama", "nama_lengkap", "kota", "entitas", "kementerian")
_KODE_TERPANJANG = 20
BELUM_DIISI = "belum diisi"


def draft_satker_paket(isi: fakta.Satker, *, is_buat_induk: bool) -> Satker:
    """Found the office of a package under its parent, by the first set-up or the command line alone.

    Raises PaketTidakSahError, ValidationError.
    """
    induk = None if isi.induk == isi.nama else _find_induk(isi, is_buat_induk=is_buat_induk)
    baru = SatkerBaru(
        kode=isi.kode,
        nama=isi.nama,
        nama_lengkap=isi.nama_lengkap,
        jenis=isi.jenis,
        kota=isi.kota,
        entitas=isi.entitas,
        kementerian=isi.kementerian,
        alamat=isi.alamat or "",
        laman=_laman(isi),
    )
    return draft_satker(baru, induk=induk, by=None)


def _find_induk(isi: fakta.Satker, *, is_buat_induk: bool) -> Satker:
    calon = list(Satker.objects.filter(Q(kode=isi.induk) | Q(nama=isi.induk) | Q(nama_lengkap=isi.induk))[:2])
    if len(calon) == 1:
        return calon[0]
    if calon or not is_buat_induk:
        sebab = "lebih dari satu satker bernama itu" if calon else "satker itu belum ada"
        perbaikan = f"Di aplikasi {sebab}; sebutkan satker tujuannya, atau buat satker induknya dahulu."
        raise PaketTidakSahError([Masalah("satker.yaml", 0, "induk", isi.induk, "satker yang sudah ada", perbaikan)])
    jenis = JenisSatker.PROVINSI if "provinsi" in isi.induk.casefold() else JenisSatker.PUSAT
    kode = build_kode(
        slugify(isi.induk)[:_KODE_TERPANJANG], set(Satker.objects.values_list("kode", flat=True)), "induk"
    )
    return draft_satker(
        SatkerBaru(kode, isi.induk, isi.induk, jenis.value, BELUM_DIISI, isi.entitas, isi.kementerian),
        induk=None,
        by=None,
    )


def _laman(isi: fakta.Satker) -> str:
    """An address that a browser takes."""
    laman = isi.laman or ""
    return laman if not laman or "://" in laman else f"https://{laman}"


def import_organisasi(
    satker: Satker, paket: FaktaTahun, *, is_terbaru: bool, by: Pengguna | None
) -> tuple[dict[str, Pejabat], list[str]]:
    """Units, duties, officials; hands back the officials by the codes of the package, and what had to be assumed."""
    if is_terbaru:
        isi: dict[str, object] = {nama: getattr(paket.satker, nama) for nama in _BIDANG_SATKER}
        isi |= {"alamat": paket.satker.alamat} if paket.satker.alamat else {}
        isi |= {"laman": _laman(paket.satker)} if paket.satker.laman else {}
        change_berversi(satker, isi, versi=None, by=by, tindakan="satker.revise", alasan=_alasan(paket))
    if not EntitasPelapor.objects.filter(satker=satker).exists():
        nama = paket.satker.entitas
        draft_entitas(satker, kode=slugify(nama) or "entitas", nama=nama, peran_pimpinan="pimpinan", by=None)
    unit = _import_unit(satker, paket, is_terbaru=is_terbaru, by=by)
    if is_terbaru:
        _import_tugas(satker, paket, unit, by=by)
    return _ImporPejabat(satker, paket, is_terbaru=is_terbaru, by=by).run()


def _alasan(paket: FaktaTahun) -> str:
    return f"paket data tahun {paket.tahun}"


def _import_unit(satker: Satker, paket: FaktaTahun, *, is_terbaru: bool, by: Pengguna | None) -> dict[str, Unit]:
    ada = {u.kode: u for u in Unit.objects.filter(satker=satker)}
    baru = []
    for urut, u in enumerate(paket.daftar_unit, 1):
        isi = isi_baris(u, "induk", "kode") | {"urut": urut}
        if u.kode not in ada:
            ada[u.kode] = Unit.objects.create(satker=satker, kode=u.kode, **isi)
            baru.append(u.kode)
        elif is_terbaru:
            change_berversi(ada[u.kode], isi, versi=None, by=by, tindakan="unit.revise", alasan=_alasan(paket))
    for u in paket.daftar_unit:
        unit, induk = ada[u.kode], ada[u.induk] if u.induk else None
        if unit.kode in baru:
            Unit.objects.filter(pk=unit.pk).update(induk=induk)
        elif is_terbaru:
            alasan = _alasan(paket)
            change_berversi(unit, {"induk": induk}, versi=None, by=by, tindakan="unit.revise", alasan=alasan)
    if baru:
        record_audit(by, "unit.import", satker, baru={"unit": baru}, alasan=_alasan(paket))
    return ada


def _import_tugas(satker: Satker, paket: FaktaTahun, unit: dict[str, Unit], *, by: Pengguna | None) -> None:
    """The lists as they stand in the package, instead of those that were there."""
    lama = list(UraianTugas.objects.filter(satker=satker).select_related("unit").order_by("posisi", "pk"))
    semula = [(t.unit.kode if t.unit else None, t.jenis, t.urut, t.teks, t.dasar) for t in lama]
    kini = [(t.unit, t.jenis.value, t.urut, t.teks, t.dasar or "") for t in paket.daftar_tugas]
    if semula == kini:
        return
    UraianTugas.objects.filter(satker=satker).delete()
    UraianTugas.objects.bulk_create(
        UraianTugas(
            satker=satker,
            unit=unit[kode] if kode else None,
            jenis=jenis,
            urut=urut,
            posisi=posisi,
            teks=teks,
            dasar=dasar,
        )
        for posisi, (kode, jenis, urut, teks, dasar) in enumerate(kini, 1)
    )
    daftar_lama = [list(t) for t in semula]
    record_audit(
        by,
        "uraian_tugas.import",
        satker,
        lama={"daftar": daftar_lama},
        baru={"jumlah": len(kini)},
        alasan=_alasan(paket),
    )


class _ImporPejabat:
    """The officials of a package among those of the office."""

    def __init__(self, satker: Satker, paket: FaktaTahun, *, is_terbaru: bool, by: Pengguna | None) -> None:
        self._satker, self._paket, self._is_terbaru, self._by = satker, paket, is_terbaru, by
        self._ada = list(Pejabat.objects.filter(satker=satker).order_by("urut", "pk"))
        self._catatan: list[str] = []

    def run(self) -> tuple[dict[str, Pejabat], list[str]]:
        """The rows by the codes of the package, and what had to be assumed of their terms."""
        per_kode: dict[str, Pejabat] = {}
        for urut, p in enumerate(self._paket.daftar_pejabat, 1):
            baris = self._find(p, terpakai=per_kode.values())
            if baris is None:
                per_kode[p.kode] = self._draft(p, urut)
            else:
                per_kode[p.kode] = baris
                self._revise(baris, p, urut)
        return per_kode, self._catatan

    def _find(self, p: fakta.Pejabat, terpakai: Collection[Pejabat]) -> Pejabat | None:
        """The row of the same person: by code where neither name says otherwise, else by post and name."""
        bebas = [b for b in self._ada if b not in terpakai]
        sama = [b for b in bebas if is_orang_sama(build_pejabat(b), p)]
        sekode = [b for b in bebas if b.kode == p.kode and b.peran == p.peran and is_nama_cocok(b.nama, p.nama)]
        return next((b for b in sama if b.kode == p.kode), None) or next(iter(sekode or sama), None)

    def _revise(self, baris: Pejabat, p: fakta.Pejabat, urut: int) -> None:
        """The newest package completes and corrects; it takes away nothing that it does not know."""
        if not self._is_terbaru:
            return
        isi: dict[str, object] = {n: v for n, v in isi_baris(p, "kode", "peran", "jabatan").items() if v}
        isi["urut"] = urut
        if baris.sebutan != p.jabatan:
            isi |= {"jabatan": p.jabatan, "sifat": Pejabat.Sifat.TETAP.value}
        change_berversi(baris, isi, versi=None, by=self._by, tindakan="pejabat.revise", alasan=_alasan(self._paket))

    def _draft(self, p: fakta.Pejabat, urut: int) -> Pejabat:
        kode = build_kode(p.kode, {b.kode for b in self._ada}, str(self._paket.tahun))
        p = self._set_masa(p)
        baris = Pejabat(satker=self._satker, urut=urut, **(isi_baris(p) | {"kode": kode, "peran": p.peran.value}))
        baris.full_clean()
        baris.save()
        self._ada.append(baris)
        isi = {"satker": self._satker.kode, "kode": kode, "jabatan": p.jabatan, "nama": p.nama or ""}
        record_audit(self._by, "pejabat.import", baris, baru=isi, alasan=_alasan(self._paket))
        return baris

    def _set_masa(self, p: fakta.Pejabat) -> fakta.Pejabat:
        """Of two who hold a post one after the other the database asks a day; the year of the package gives one."""
        semasa = [b for b in self._ada if b.jabatan == p.jabatan and b.sifat == Pejabat.Sifat.TETAP.value]
        if p.peran.value in BERSAMA or not semasa:
            return p
        tahun = self._paket.tahun
        if self._is_terbaru:
            mulai = p.mulai or date(tahun, 1, 1)
            for b in semasa:
                if b.selesai is None or b.selesai >= mulai:
                    self._note(p, b, mulai)
                    self._end(b, mulai - timedelta(days=1))
            return replace(p, mulai=mulai)
        pertama = min((b.mulai for b in semasa if b.mulai), default=date(tahun + 1, 1, 1))
        for b in semasa:
            if b.mulai is None:
                self._note(p, b, pertama)
                change_berversi(b, {"mulai": pertama}, versi=None, by=self._by, tindakan="pejabat.revise")
        return replace(p, selesai=p.selesai or pertama - timedelta(days=1))

    def _end(self, b: Pejabat, selesai: date) -> None:
        change_berversi(
            b, {"selesai": selesai}, versi=None, by=self._by, tindakan="pejabat.withdraw", alasan=_alasan(self._paket)
        )

    def _note(self, p: fakta.Pejabat, b: Pejabat, tanggal: date) -> None:
        self._catatan.append(
            f"{p.jabatan}: {p.nama or 'belum bernama'} dan {b.nama or 'belum bernama'} memegang jabatan yang sama; "
            f"pergantiannya dicatat {tanggal:%d-%m-%Y}. Betulkan pada daftar pejabat bila berbeda."
        )
