"""Forms of the ledger, of grants, of months and of what the treasury says."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from akuntabel.core.calc.angka import BULAN
from akuntabel.core.regulasi.ikpa import AturanIkpa
from akuntabel.doors.web.anggaran.bidang import DesimalField, RupiahField, build_tanggal
from akuntabel.doors.web.formulir import FormDasar
from akuntabel.siklus.anggaran.actions_hibah import IsianHibah, IsianTermin
from akuntabel.siklus.anggaran.actions_pelaksanaan import JENIS_BELANJA, IsianRealisasi
from akuntabel.siklus.anggaran.actions_revisi import IsianRevisi, IsianRincian
from akuntabel.siklus.anggaran.buku_revisi import DAFTAR_KEWENANGAN

BARIS_KOSONG = 6  # lines offered below those that exist
_JENIS_REVISI = (
    ("pagu_berubah", "pagu berubah (tambah atau kurang)"),
    ("pagu_tetap", "pagu tetap (pergeseran)"),
    ("administrasi", "ralat atau administrasi"),
)
_PILIHAN_JENIS = (("", "tidak dirinci"), *((kode, f"{kode} {nama}") for kode, nama in JENIS_BELANJA.items()))
_KODE = {"list": "daftar-kode", "autocomplete": "off"}


class FormBerbaris(FormDasar):
    """A form with numbered lines below its fields; a line of which nothing is written is none.

    KOLOM: the fields of a line by name; WAJIB: those that a written line must have.
    """

    KOLOM: tuple[str, ...] = ()
    WAJIB: tuple[str, ...] = ()
    jumlah_baris = 0

    def build_baris(self, ada: Sequence[Mapping[str, Any]]) -> None:
        """Lines for what is there, and some more."""
        self.jumlah_baris = len(ada) + BARIS_KOSONG
        for n in range(self.jumlah_baris):
            for nama in self.KOLOM:
                self.fields[f"{nama}_{n}"] = self.build_bidang(nama, n)
                if n < len(ada):
                    self.fields[f"{nama}_{n}"].initial = ada[n].get(nama)
        self.style()

    def build_bidang(self, nama: str, n: int) -> forms.Field:
        """One field of a line."""
        raise NotImplementedError

    def clean(self) -> dict[str, Any]:
        """Every written line is whole."""
        isi = super().clean() or {}
        for n in range(self.jumlah_baris):
            if not self._is_ditulis(isi, n):
                continue
            for nama in self.WAJIB:
                if isi.get(f"{nama}_{n}") in ("", None) and f"{nama}_{n}" not in self.errors:
                    self.add_error(f"{nama}_{n}", ValidationError("Belum diisi."))
        return isi

    def daftar_baris(self) -> Iterator[dict[str, Any]]:
        """The lines that were written."""
        for n in range(self.jumlah_baris):
            if self._is_ditulis(self.cleaned_data, n):
                yield {nama: self.cleaned_data.get(f"{nama}_{n}") for nama in self.KOLOM}

    def _is_ditulis(self, isi: Mapping[str, Any], n: int) -> bool:
        return any(isi.get(f"{nama}_{n}") not in ("", None) for nama in self.WAJIB)


class RevisiForm(FormBerbaris):
    """An entry of the ledger; the first one (awal) has a pagu of its own, the others what their lines make."""

    jenis = forms.ChoiceField(label="Jenis revisi", choices=_JENIS_REVISI)
    kewenangan = forms.ChoiceField(
        label="Yang mengesahkan",
        required=False,
        choices=(("", "belum diketahui"), *((k, f"{k}: {nama}") for k, nama in DAFTAR_KEWENANGAN)),
        help_text="Revisi POK disahkan KPA; pagu setiap output (KRO) tidak berubah.",
    )
    tanggal = build_tanggal("Tanggal pengesahan")
    alasan = forms.CharField(label="Alasan", widget=forms.Textarea(attrs={"rows": 2}))
    sumber = forms.CharField(
        label="Dokumen asal", required=False, max_length=300, help_text="Misalnya nomor surat pengesahan revisi."
    )
    versi = forms.IntegerField(widget=forms.HiddenInput, required=False)
    KOLOM = WAJIB = ("kode", "sumber_dana", "selisih")

    def __init__(self, *args: Any, ada: Sequence[Mapping[str, Any]] = (), is_awal: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.is_awal = is_awal
        if is_awal:
            self.fields["jenis"].choices = [("awal", "DIPA awal")]  # type: ignore[attr-defined]  # a ChoiceField
            del self.fields["kewenangan"]
            self.fields["menjadi"] = RupiahField(label="Pagu DIPA awal (Rp)", required=True)
            self.style()
            return
        self.build_baris(ada)

    def build_bidang(self, nama: str, n: int) -> forms.Field:
        """Code, source, signed difference."""
        if nama == "selisih":
            return RupiahField(label=f"Selisih baris {n + 1}")
        widget = forms.TextInput(attrs=_KODE if nama == "kode" else {})
        label = "Kode" if nama == "kode" else "Sumber dana"
        return forms.CharField(label=f"{label} baris {n + 1}", required=False, max_length=60, widget=widget)

    def isian(self) -> tuple[IsianRevisi, list[IsianRincian]]:
        """What was written."""
        isi = self.cleaned_data
        rincian = [IsianRincian(b["kode"], b["sumber_dana"].upper(), b["selisih"]) for b in self.daftar_baris()]
        kepala = IsianRevisi(
            jenis=isi["jenis"],
            alasan=isi["alasan"],
            menjadi=isi.get("menjadi"),
            tanggal=isi["tanggal"],
            kewenangan=isi.get("kewenangan", ""),
            sumber=isi["sumber"],
        )
        return kepala, rincian


class AlasanForm(FormDasar):
    """Why something is sent back."""

    alasan = forms.CharField(label="Alasan", widget=forms.Textarea(attrs={"rows": 3}))


class TetapkanForm(FormDasar):
    """The day on which a revision was approved."""

    tanggal = build_tanggal("Tanggal pengesahan", help_text="Kosongkan bila sudah tertulis pada revisinya.")
    versi = forms.IntegerField(widget=forms.HiddenInput, required=False)


class BukuForm(FormDasar):
    """A ledger of the past: a workbook with both sheets, or two tables."""

    revisi = forms.FileField(label="Berkas revisi", help_text="XLSX menurut templat, atau revisi.csv dari paket data.")
    rincian = forms.FileField(
        label="Berkas rincian", required=False, help_text="revisi-rincian.csv, bila rinciannya berkas tersendiri."
    )

    def baca(self) -> list[tuple[str, bytes]]:
        """The names of what was handed in, and the bytes."""
        berkas = (self.cleaned_data["revisi"], self.cleaned_data["rincian"])
        return [(b.name or "berkas", b.read()) for b in berkas if b is not None]


class BukuSetujuForm(FormDasar):
    """What was looked at, in the canonical tables of a data package, to be taken."""

    revisi = forms.CharField(widget=forms.HiddenInput, strip=False)
    rincian = forms.CharField(widget=forms.HiddenInput, strip=False, required=False)


class HibahForm(FormBerbaris):
    """A grant with its termin."""

    kode = forms.SlugField(label="Kunci", max_length=60, help_text="Nama pendek, misalnya hibah-pilkada-2024.")
    nama = forms.CharField(label="Nama hibah", max_length=300)
    pemberi = forms.CharField(label="Pemberi hibah", max_length=300)
    nomor_nphd = forms.CharField(label="Nomor NPHD", required=False, max_length=120)
    tanggal_nphd = build_tanggal("Tanggal NPHD")
    nomor_register = forms.CharField(label="Nomor register", required=False, max_length=60)
    sumber_dana = forms.CharField(label="Sumber dana", required=False, max_length=20, initial="HLD")
    nilai_nphd = RupiahField(label="Nilai NPHD (Rp)", help_text="Seluruh perjanjian, untuk semua tahunnya.")
    pagu_dipa = RupiahField(label="Pagu dalam DIPA (Rp)", required=True, help_text="Yang dianggarkan tahun ini.")
    realisasi_kas = RupiahField(label="Realisasi kas (Rp)", help_text="Yang keluar dari rekening hibah tahun ini.")
    realisasi_disahkan = RupiahField(
        label="Realisasi yang disahkan (Rp)", help_text="Yang sudah disahkan dengan SP2HL/SPHL tahun ini."
    )
    sumber = forms.CharField(label="Dokumen asal", required=False, max_length=300)
    catatan = forms.CharField(label="Catatan", required=False, widget=forms.Textarea(attrs={"rows": 2}))
    suntingan = forms.IntegerField(widget=forms.HiddenInput, required=False)
    KOLOM = ("tahun", "nilai", "tanggal", "keterangan")
    WAJIB = ("tahun", "nilai")

    def __init__(self, *args: Any, ada: Sequence[Mapping[str, Any]] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.build_baris(ada)

    def build_bidang(self, nama: str, n: int) -> forms.Field:
        """Year, money, day, remark."""
        if nama == "nilai":
            return RupiahField(label=f"Nilai termin {n + 1}")
        if nama == "tanggal":
            return build_tanggal(f"Tanggal diterima termin {n + 1}")
        if nama == "tahun":
            return forms.IntegerField(label=f"Tahun termin {n + 1}", required=False, min_value=2005, max_value=2100)
        return forms.CharField(label=f"Keterangan termin {n + 1}", required=False, max_length=300)

    def isian(self) -> tuple[IsianHibah, list[IsianTermin]]:
        """What was written."""
        isi = {nama: self.cleaned_data[nama] for nama in IsianHibah.__dataclass_fields__}
        return IsianHibah(**isi), [IsianTermin(**b) for b in self.daftar_baris()]


class PenarikanForm(FormDasar):
    """Halaman III: twelve months by kind of spending."""

    def __init__(self, *args: Any, ada: Mapping[tuple[int, str], int], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.daftar_sel = [(bulan, jenis) for bulan in range(1, 13) for jenis in JENIS_BELANJA]
        for bulan, jenis in self.daftar_sel:
            label = f"Rencana {BULAN[bulan - 1]}, {JENIS_BELANJA[jenis]}"
            self.fields[f"rencana_{bulan}_{jenis}"] = RupiahField(label=label, initial=ada.get((bulan, jenis)))
        self.style()

    def isian(self) -> dict[tuple[int, str], int]:
        """The cells that hold a figure; one that was emptied is 0 from now on."""
        hasil = {}
        for bulan, jenis in self.daftar_sel:
            nama = f"rencana_{bulan}_{jenis}"
            nilai = self.cleaned_data[nama]
            if nilai is not None or self.fields[nama].initial is not None:
                hasil[bulan, jenis] = 0 if nilai is None else nilai
        return hasil


class RealisasiForm(FormBerbaris):
    """What was spent in one month, by code, source and kind of spending."""

    sumber = forms.CharField(label="Dokumen asal", max_length=300, help_text="Misalnya LRA bulan itu.")
    KOLOM = ("kode", "sumber_dana", "jenis_belanja", "jumlah")
    WAJIB = ("kode", "sumber_dana", "jumlah")

    def __init__(self, *args: Any, ada: Sequence[Mapping[str, Any]] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.build_baris(ada)

    def build_bidang(self, nama: str, n: int) -> forms.Field:
        """Code, source, kind, money."""
        if nama == "jumlah":
            return RupiahField(label=f"Realisasi baris {n + 1}")
        if nama == "jenis_belanja":
            return forms.ChoiceField(label=f"Jenis belanja baris {n + 1}", required=False, choices=_PILIHAN_JENIS)
        widget = forms.TextInput(attrs=_KODE if nama == "kode" else {})
        label = "Kode" if nama == "kode" else "Sumber dana"
        return forms.CharField(label=f"{label} baris {n + 1}", required=False, max_length=60, widget=widget)

    def isian(self) -> list[IsianRealisasi]:
        """The lines that were written."""
        return [
            IsianRealisasi(b["kode"].strip(), b["sumber_dana"].strip().upper(), b["jumlah"], b["jenis_belanja"])
            for b in self.daftar_baris()
        ]


class IkpaForm(FormDasar):
    """Values until a month, as OM-SPAN shows them."""

    bulan = forms.TypedChoiceField(
        label="Sampai bulan", choices=[(n, nama) for n, nama in enumerate(BULAN, 1)], coerce=int
    )
    sumber = forms.CharField(label="Dokumen asal", required=False, max_length=200, initial="OM-SPAN")

    def __init__(self, *args: Any, aturan: AturanIkpa, ada: Mapping[str, Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.aturan = aturan
        for i in aturan.indikator:
            self.fields[f"nilai_{i.id}"] = DesimalField(label=i.nama, initial=ada.get(i.id))
        self.style()

    def isian(self) -> dict[str, Any]:
        """The indicators that have a value."""
        return {
            i.id: self.cleaned_data[f"nilai_{i.id}"]
            for i in self.aturan.indikator
            if self.cleaned_data[f"nilai_{i.id}"] is not None
        }
