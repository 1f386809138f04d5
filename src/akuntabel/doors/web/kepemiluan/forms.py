"""Forms of elections, stages and cases. Field names are those of the models, so that errors find their place."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms

from akuntabel.core.calc.partisipasi import KategoriPemilih
from akuntabel.core.fakta.kepemiluan import JenisPerkara, KelompokTahapan, StatusTahapan
from akuntabel.core.regulasi import daftar_peraturan
from akuntabel.doors.web.formulir import FormDasar
from akuntabel.siklus.kepemiluan.isian import IsiPemilihan, IsiPerkara, IsiRealisasi, IsiTahapan
from akuntabel.siklus.kepemiluan.models import Pemilihan, Perkara, Tahapan
from akuntabel.siklus.kepemiluan.models.pemilihan import read_basis

KATA_PERKARA: Mapping[str, str] = {
    JenisPerkara.SENGKETA_PROSES: "Sengketa proses",
    JenisPerkara.SENGKETA_TUN: "Sengketa tata usaha negara",
    JenisPerkara.PERSELISIHAN_HASIL: "Perselisihan hasil",
    JenisPerkara.PELANGGARAN: "Pelanggaran",
    JenisPerkara.KONFLIK: "Konflik",
}
KATA_KATEGORI: Mapping[str, str] = {
    KategoriPemilih.TERDAFTAR: "Terdaftar dalam daftar pemilih tetap",
    KategoriPemilih.PINDAHAN: "Pindah memilih",
    KategoriPemilih.TAMBAHAN_KTP: "Tidak terdaftar, memakai KTP elektronik",
}
KATA_STATUS: Mapping[str, str] = {
    StatusTahapan.SELESAI: "selesai",
    StatusTahapan.BELUM: "belum selesai",
    StatusTahapan.DI_LUAR_TAHUN: "di luar tahun laporan",
    StatusTahapan.TIDAK_BERLAKU: "tidak berlaku",
}
_TERBUKTI = (("", "belum diputus"), ("ya", "terbukti atau dikabulkan"), ("tidak", "tidak terbukti atau ditolak"))
_KE_TERBUKTI = {"": None, "ya": True, "tidak": False}
_DARI_TERBUKTI = {None: "", True: "ya", False: "tidak"}


def bidang_tanggal(label: str, *, wajib: bool = False, bantuan: str = "") -> forms.DateField:
    """A day, typed or picked."""
    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    return forms.DateField(label=label, required=wajib, widget=widget, help_text=bantuan)


def bidang_teks(label: str, *, wajib: bool = True, baris: int = 1, bantuan: str = "") -> forms.CharField:
    """Words, in one line or more."""
    widget = forms.TextInput() if baris == 1 else forms.Textarea(attrs={"rows": baris})
    return forms.CharField(label=label, required=wajib, widget=widget, help_text=bantuan, max_length=4000)


class PemilihanForm(FormDasar):
    """An election."""

    kode = forms.CharField(label="Kode", max_length=60, help_text="Misalnya pilwalkot-2024; tidak dapat diubah lagi.")
    nama = bidang_teks("Nama resmi", baris=2)
    tahun = forms.IntegerField(label="Tahun pemilihan", min_value=1955, max_value=2100)
    tanggal = bidang_tanggal("Hari pemungutan suara", bantuan="Kosongkan bila belum ditetapkan.")
    label_terdaftar = bidang_teks("Nama daftar pemilih tetap", bantuan="Misalnya Daftar Pemilih Tetap (DPT).")
    label_pindahan = bidang_teks("Nama daftar pindah memilih", bantuan="DPTb pada Pemilu, DPPh pada Pemilihan.")
    label_tambahan = bidang_teks(
        "Nama daftar pemilih dengan KTP elektronik", bantuan="DPK pada Pemilu, DPTb pada Pemilihan."
    )
    rumus_partisipasi = bidang_teks("Rumus resmi partisipasi, dalam kata-kata", baris=2)
    basis_pengguna = forms.MultipleChoiceField(
        label="Pengguna yang dihitung (pembilang)",
        required=False,
        choices=tuple(KATA_KATEGORI.items()),
        widget=forms.CheckboxSelectMultiple,
        help_text="Kosongkan keduanya bila rumus resminya belum diketahui.",
    )
    basis_pemilih = forms.MultipleChoiceField(
        label="Pemilih yang menjadi dasar (penyebut)",
        required=False,
        choices=tuple(KATA_KATEGORI.items()),
        widget=forms.CheckboxSelectMultiple,
    )
    sumber = bidang_teks("Asal keterangan", baris=2, bantuan="Peraturan atau dokumen yang menyebutnya.")
    versi = forms.IntegerField(widget=forms.HiddenInput, required=False)

    @staticmethod
    def awal(p: Pemilihan) -> dict[str, Any]:
        """What is stored."""
        bidang = ("kode", "nama", "tahun", "tanggal", "label_terdaftar", "label_pindahan", "label_tambahan")
        isi = {nama: getattr(p, nama) for nama in (*bidang, "rumus_partisipasi", "sumber", "versi")}
        return isi | {
            "basis_pengguna": [k.value for k in read_basis(p.basis_pengguna)],
            "basis_pemilih": [k.value for k in read_basis(p.basis_pemilih)],
        }

    @staticmethod
    def isi(bersih: Mapping[str, Any]) -> IsiPemilihan:
        """What was filled in."""
        lain = {nama: nilai for nama, nilai in bersih.items() if nama != "versi"}
        for nama in ("basis_pengguna", "basis_pemilih"):
            lain[nama] = frozenset(map(KategoriPemilih, bersih[nama]))
        return IsiPemilihan(**lain)


class TahapanForm(FormDasar):
    """A stage and its schedule."""

    urut = forms.IntegerField(label="Nomor urut", min_value=1, max_value=999)
    kelompok = forms.ChoiceField(label="Kelompok", choices=[(k.value, k.value) for k in KelompokTahapan])
    nama = bidang_teks("Nama tahapan", baris=2)
    rencana_mulai = bidang_tanggal("Jadwal mulai")
    rencana_selesai = bidang_tanggal("Jadwal selesai", bantuan="Tepat waktu dihitung dari tanggal ini.")
    dasar = forms.ChoiceField(label="Dasar hukum", required=False)
    sumber = bidang_teks("Asal keterangan", wajib=False, baris=2)
    versi = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        jadwal = [(p.id, p.sebutan_pendek) for p in daftar_peraturan().values()]
        self.fields["dasar"].choices = [("", "belum diketahui"), *jadwal]  # type: ignore[attr-defined]

    @staticmethod
    def awal(t: Tahapan) -> dict[str, Any]:
        """What is stored."""
        bidang = ("urut", "kelompok", "nama", "rencana_mulai", "rencana_selesai", "dasar", "sumber", "versi")
        return {nama: getattr(t, nama) for nama in bidang}

    @staticmethod
    def isi(bersih: Mapping[str, Any]) -> IsiTahapan:
        """What was filled in."""
        isi = {nama: nilai for nama, nilai in bersih.items() if nama != "versi"}
        return IsiTahapan(**isi | {"kelompok": KelompokTahapan(isi["kelompok"])})


class RealisasiForm(FormDasar):
    """How all stages of an election went, on one page."""

    def __init__(self, *args: Any, daftar: Sequence[Tahapan], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._daftar = daftar
        for t in daftar:
            self.fields[f"status_{t.pk}"] = forms.ChoiceField(
                label=f"Status {t}", choices=tuple(KATA_STATUS.items()), initial=t.status
            )
            for sisi, nilai in (("mulai", t.realisasi_mulai), ("selesai", t.realisasi_selesai)):
                bidang = bidang_tanggal(f"Pelaksanaan {sisi}, {t}")
                bidang.initial = nilai
                self.fields[f"{sisi}_{t.pk}"] = bidang
            self.fields[f"versi_{t.pk}"] = forms.IntegerField(initial=t.versi, widget=forms.HiddenInput)
        self.style()

    def isian(self) -> list[IsiRealisasi]:
        """The stages that were changed."""
        isi, berubah = self.cleaned_data, set(self.changed_data)
        return [
            IsiRealisasi(
                t.pk,
                StatusTahapan(isi[f"status_{t.pk}"]),
                isi[f"mulai_{t.pk}"],
                isi[f"selesai_{t.pk}"],
                isi[f"versi_{t.pk}"],
            )
            for t in self._daftar
            if {f"{nama}_{t.pk}" for nama in ("status", "mulai", "selesai")} & berubah
        ]


class AlasanForm(FormDasar):
    """Why something is taken back."""

    alasan = bidang_teks("Alasan", baris=3)


class PerkaraForm(FormDasar):
    """A case, its verdict too."""

    kode = forms.CharField(label="Kode", max_length=60, help_text="Misalnya bawaslu-0001; tidak dapat diubah lagi.")
    pemilihan = forms.ChoiceField(label="Pemilihan")
    jenis = forms.ChoiceField(label="Jenis", choices=tuple(KATA_PERKARA.items()))
    lembaga = bidang_teks("Lembaga yang memeriksa", bantuan="Misalnya Bawaslu Kota Blitar, PTTUN, MK, atau DKPP.")
    nomor = bidang_teks("Nomor register atau surat", wajib=False)
    pemohon = bidang_teks("Pemohon atau pelapor", wajib=False)
    termohon = bidang_teks("Termohon atau terlapor", wajib=False)
    is_terbukti = forms.ChoiceField(label="Putusan", required=False, choices=_TERBUKTI)
    amar = bidang_teks("Amar putusan", wajib=False, baris=3, bantuan="Wajib bila putusannya sudah ada.")
    tanggal = bidang_tanggal("Tanggal putusan atau surat")
    keterangan = bidang_teks("Keterangan", wajib=False, baris=3)
    sumber = bidang_teks("Asal keterangan", baris=2, bantuan="Register, surat, atau salinan putusan.")
    versi = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, daftar_pemilihan: Sequence[Pemilihan], is_ubah: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["pemilihan"].choices = [(p.kode, p.nama) for p in daftar_pemilihan]  # type: ignore[attr-defined]
        if is_ubah:
            for nama in ("kode", "pemilihan"):
                self.fields[nama].disabled = True

    @staticmethod
    def awal(p: Perkara) -> dict[str, Any]:
        """What is stored."""
        bidang = ("kode", "jenis", "lembaga", "nomor", "pemohon", "termohon", "amar", "tanggal", "keterangan", "sumber")
        isi = {nama: getattr(p, nama) for nama in (*bidang, "versi")}
        return isi | {"pemilihan": p.pemilihan.kode, "is_terbukti": _DARI_TERBUKTI[p.is_terbukti]}

    @staticmethod
    def isi(bersih: Mapping[str, Any]) -> IsiPerkara:
        """What was filled in."""
        isi = {nama: nilai for nama, nilai in bersih.items() if nama not in ("versi", "pemilihan")}
        terbukti = _KE_TERBUKTI[isi["is_terbukti"]]
        return IsiPerkara(**isi | {"jenis": JenisPerkara(isi["jenis"]), "is_terbukti": terbukti})


class DokumenForm(FormDasar):
    """A document of a case."""

    nama = bidang_teks("Nama dokumen", bantuan="Misalnya Salinan putusan.")
    berkas = forms.FileField(label="Berkas", help_text="PDF, gambar, atau dokumen; isinya tidak diubah.")
