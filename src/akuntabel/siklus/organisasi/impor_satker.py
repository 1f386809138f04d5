"""A real list of offices from a workbook or a text: all that is wrong at once, then everything or nothing."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.db.models import F

from akuntabel.core.fakta.masalah import Masalah
from akuntabel.core.readers.isian.baca import read_isian
from akuntabel.core.readers.isian.bentuk import Formulir, JenisIsian, KolomIsian, LembarIsian
from akuntabel.core.readers.isian.hasil import BarisIsian, HasilIsian
from akuntabel.core.readers.isian.templat import write_templat
from akuntabel.platform.accounts.models import Pengguna
from akuntabel.platform.audit.catat import record_audit
from akuntabel.siklus.organisasi.actions import SatkerBaru
from akuntabel.siklus.organisasi.massal import SatkerBerinduk, daftar_melingkar, write_satker
from akuntabel.siklus.organisasi.models import JenisSatker, Satker
from akuntabel.siklus.organisasi.permissions import require_permission
from akuntabel.siklus.organisasi.pohon import lock_pohon

_KOLOM = (
    KolomIsian(
        "kode", "Kode satker", JenisIsian.KODE, keterangan="huruf, angka, tanda hubung", contoh="657960", panjang=20
    ),
    KolomIsian("nama", "Nama", keterangan="nama pendek", contoh="KPU Kota Blitar", panjang=200),
    KolomIsian(
        "nama_lengkap",
        "Nama lengkap",
        keterangan="nama resmi pada kop dan sampul",
        contoh="Komisi Pemilihan Umum Kota Blitar",
        panjang=300,
    ),
    KolomIsian("jenis", "Jenis", JenisIsian.PILIHAN, pilihan=tuple(j.value for j in JenisSatker), contoh="kota"),
    KolomIsian(
        "wilayah",
        "Kode wilayah",
        JenisIsian.KODE,
        is_wajib=False,
        keterangan="dua angka provinsi, atau empat angka kabupaten/kota",
        contoh="3572",
        panjang=4,
    ),
    KolomIsian(
        "induk",
        "Kode induk",
        JenisIsian.KODE,
        is_wajib=False,
        keterangan="kode satker di atasnya; kosong: langsung di bawah satker yang mengimpor",
        contoh="654321",
        panjang=20,
    ),
    KolomIsian("kota", "Kota", keterangan="tempat penandatanganan", contoh="Blitar", panjang=100),
    KolomIsian("entitas", "Entitas pelapor", keterangan="misalnya KPU atau Sekretariat", contoh="KPU", panjang=100),
    KolomIsian("kementerian", "Kementerian/lembaga", contoh="Komisi Pemilihan Umum (BA 076)", panjang=200),
    KolomIsian("alamat", "Alamat", is_wajib=False, contoh="Jalan Contoh Nomor 1"),
    KolomIsian(
        "laman", "Situs web", is_wajib=False, keterangan="diawali https://", contoh="https://contoh.go.id", panjang=200
    ),
)
_LEMBAR = LembarIsian("satker", "Satker", "Satu baris untuk setiap satker, urutannya bebas.", _KOLOM, ("kode",))
FORMULIR_SATKER = Formulir("satker", "Daftar Satker", (_LEMBAR,))
_PER_NAMA = {k.nama: k for k in _KOLOM}
# What the list says of an office that stands already may change it; where it lies is moved by itself, with a reason.
_DIPERBARUI = tuple(k.nama for k in _KOLOM if k.nama not in ("kode", "induk"))


@dataclass(slots=True)
class RencanaImpor:
    """What an import would do. masalah: all that must be mended first; then nothing is done."""

    daftar_baru: list[SatkerBerinduk] = field(default_factory=list)
    daftar_diperbarui: list[tuple[Satker, dict[str, str]]] = field(default_factory=list)
    jumlah_tetap: int = 0
    masalah: list[Masalah] = field(default_factory=list)
    catatan: list[str] = field(default_factory=list)

    @property
    def is_sah(self) -> bool:
        """Whether there is anything to do and nothing against it."""
        return not self.masalah and bool(self.daftar_baru or self.daftar_diperbarui)


def build_templat_satker() -> bytes:
    """The workbook to fill in."""
    return write_templat(FORMULIR_SATKER, judul="Daftar satker")


def check_impor_satker(nama: str, isi: bytes, *, akar: Satker | None, is_perbarui: bool) -> RencanaImpor:
    """Read a list and say what importing it below ``akar`` (None: as the first set-up) would do; writes nothing."""
    hasil = read_isian(FORMULIR_SATKER, nama, isi)
    rencana = RencanaImpor(catatan=list(hasil.catatan))
    daftar = hasil.daftar_baris.get("satker", [])
    kode_daftar = _daftar_kode(nama, isi, hasil)
    _Pemeriksa(hasil, akar, kode_daftar, is_perbarui=is_perbarui).check(daftar, rencana)
    rencana.masalah = sorted(hasil.masalah, key=lambda m: (m.berkas, m.baris, m.kolom))
    return rencana


@transaction.atomic
def import_satker(
    nama: str, isi: bytes, *, akar: Satker | None, is_perbarui: bool, by: Pengguna | None
) -> RencanaImpor:
    """Write the offices of a list below ``akar``; with any problem nothing, and the problems are handed back.

    by None: the first set-up, which alone may import without an office above. Raises PermissionDenied.
    """
    if by is not None:
        if akar is None:
            raise PermissionDenied("Daftar satker diimpor di bawah satker Anda.")
        require_permission(by, "satker.import", akar)
    lock_pohon()
    rencana = check_impor_satker(nama, isi, akar=akar, is_perbarui=is_perbarui)
    if not rencana.is_sah:
        return rencana
    tertulis = write_satker(rencana.daftar_baru, _daftar_ada(rencana.daftar_baru, akar))
    lama = {s.kode: {n: getattr(s, n) for n in baru} for s, baru in rencana.daftar_diperbarui}
    _write_perubahan(rencana.daftar_diperbarui)
    record_audit(
        by,
        "satker.import",
        akar or tertulis[0],
        lama=lama,
        baru={
            "berkas": nama,
            "baru": [s.kode for s in tertulis],
            "diperbarui": {s.kode: baru for s, baru in rencana.daftar_diperbarui},
        },
    )
    return rencana


class _Pemeriksa:
    """The rows of a list against each other and against the offices that stand."""

    def __init__(self, hasil: HasilIsian, akar: Satker | None, kode_daftar: set[str], *, is_perbarui: bool) -> None:
        self._hasil, self._akar, self._kode_daftar, self._is_perbarui = hasil, akar, kode_daftar, is_perbarui

    def check(self, daftar: Sequence[BarisIsian], rencana: RencanaImpor) -> None:
        """Note every problem; put what is new and what changes into the plan."""
        disebut = self._kode_daftar | {str(b.nilai["induk"] or "") for b in daftar}
        ada = Satker.objects.select_related("induk").filter(kode__in=disebut).in_bulk(field_name="kode")
        ada |= {self._akar.kode: self._akar} if self._akar else {}
        melingkar = daftar_melingkar({str(b.nilai["kode"]): str(b.nilai["induk"] or "") for b in daftar})
        for baris in daftar:
            isi = _isi(baris)
            self._check_bentuk(baris, isi)
            self._check_induk(baris, ada, melingkar)
            satker = ada.get(isi.kode)
            if satker is None:
                rencana.daftar_baru.append(SatkerBerinduk(isi, self._induk(baris)))
            else:
                self._add_perubahan(baris, isi, satker, rencana)

    def _induk(self, baris: BarisIsian) -> str:
        return str(baris.nilai["induk"] or (self._akar.kode if self._akar else ""))

    def _check_bentuk(self, baris: BarisIsian, isi: SatkerBaru) -> None:
        """What a form of the screen would refuse as well."""
        try:
            Satker(**asdict(isi)).clean_fields(exclude=["induk", "path", "logo"])
        except ValidationError as galat:
            for nama, pesan in galat.message_dict.items():
                self._add(baris, nama, "isian yang sah", " ".join(pesan))

    def _check_induk(self, baris: BarisIsian, ada: Mapping[str, Satker], melingkar: set[str]) -> None:
        kode, induk = str(baris.nilai["kode"]), self._induk(baris)
        if kode in melingkar:
            perbaikan = "Rangkaian induknya kembali ke satker ini sendiri; betulkan salah satu induk di rangkaian itu."
            self._add(baris, "induk", "induk di atas satker ini", perbaikan)
        elif induk and induk not in self._kode_daftar and not self._is_terjangkau(ada.get(induk)):
            cakupan = f"{self._akar} dan satker di bawahnya" if self._akar else "satker yang sudah ada"
            perbaikan = "Tambahkan baris induknya, atau betulkan kodenya."
            self._add(baris, "induk", f"kode di daftar ini atau kode {cakupan}", perbaikan)

    def _is_terjangkau(self, satker: Satker | None) -> bool:
        return satker is not None and (self._akar is None or satker.path.startswith(self._akar.path))

    def _add_perubahan(self, baris: BarisIsian, isi: SatkerBaru, satker: Satker, rencana: RencanaImpor) -> None:
        if not self._is_terjangkau(satker):
            self._add(baris, "kode", "kode yang belum dipakai", "Kode ini dipakai satker lain; periksa kodenya.")
            return
        if baris.nilai["induk"] and satker.induk is not None and baris.nilai["induk"] != satker.induk.kode:
            perbaikan = "Impor tidak memindahkan satker; pindahkan di halaman satkernya dengan alasan."
            self._add(baris, "induk", f"{satker.induk.kode}, induknya sekarang", perbaikan)
        tertulis = {n: getattr(isi, n) for n in _DIPERBARUI}
        baru = {n: v for n, v in tertulis.items() if v and v != getattr(satker, n)}  # an empty cell erases nothing
        if not baru:
            rencana.jumlah_tetap += 1
        elif self._is_perbarui:
            rencana.daftar_diperbarui.append((satker, baru))
        else:
            perbaikan = f"{satker} sudah ada dan isinya berbeda. Pilih “perbarui yang sudah ada”, atau hapus barisnya."
            self._add(baris, "kode", "kode yang belum dipakai", perbaikan)

    def _add(self, baris: BarisIsian, nama: str, diharapkan: str, perbaikan: str) -> None:
        self._hasil.add_masalah(_LEMBAR, baris, _PER_NAMA[nama], diharapkan, perbaikan)


def _isi(baris: BarisIsian) -> SatkerBaru:
    return SatkerBaru(**{k.nama: str(baris.nilai[k.nama] or "") for k in _KOLOM if k.nama != "induk"})


def _daftar_ada(daftar: Sequence[SatkerBerinduk], akar: Satker | None) -> dict[str, Satker]:
    """The parents that stand already, by code."""
    ada = Satker.objects.filter(kode__in={s.induk for s in daftar}).in_bulk(field_name="kode")
    return ada | ({akar.kode: akar} if akar else {})


def _write_perubahan(daftar: Sequence[tuple[Satker, dict[str, str]]]) -> None:
    for satker, baru in daftar:
        Satker.objects.filter(pk=satker.pk).update(**baru, versi=F("versi") + 1)


def _daftar_kode(nama: str, isi: bytes, hasil: HasilIsian) -> set[str]:
    """Every code that the list writes, those of rows with problems too: their children are not wrong for that."""
    if not hasil.masalah:
        return {str(b.nilai["kode"]) for b in hasil.daftar_baris.get("satker", [])}
    lunak = tuple(replace(k, jenis=JenisIsian.TEKS, is_wajib=False, panjang=0) for k in _KOLOM[1:])
    formulir = Formulir("satker", "Daftar Satker", (replace(_LEMBAR, daftar_kolom=(_KOLOM[0], *lunak)),))
    return {str(b.nilai["kode"]) for b in read_isian(formulir, nama, isi).daftar_baris.get("satker", [])}
