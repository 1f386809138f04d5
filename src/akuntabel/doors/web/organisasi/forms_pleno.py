"""The form of a plenary: its head, who was there, what was decided."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Q, QuerySet
from django.utils import timezone

from akuntabel.core.fakta.organisasi import PeranPejabat
from akuntabel.doors.web.formulir import FormDasar
from akuntabel.doors.web.organisasi.forms import bidang_tanggal
from akuntabel.doors.web.ruang import Ruang
from akuntabel.siklus.organisasi.actions_pleno import IsiRapat, KeputusanBaru, PesertaBaru
from akuntabel.siklus.organisasi.models import BeritaAcara, JenisKeputusan, Pejabat, PeranPleno, PesertaPleno

BARIS_KOSONG = 3  # empty decisions offered below those that exist
HADIR, ABSEN, TIDAK_DIUNDANG = "hadir", "absen", ""
KEHADIRAN = ((HADIR, "hadir"), (ABSEN, "tidak hadir"), (TIDAK_DIUNDANG, "bukan peserta"))
_SETAHUN = timedelta(days=365)


class PlenoForm(FormDasar):
    """Minutes. Each official of the commission has a field of presence; a decision without words is left out."""

    nomor = forms.CharField(label="Nomor berita acara", max_length=100)
    tanggal = bidang_tanggal("Tanggal rapat", required=True)
    tempat = forms.CharField(label="Tempat", max_length=200)
    agenda = forms.CharField(
        label="Agenda", widget=forms.Textarea(attrs={"rows": 2}), help_text="Satu agenda satu baris."
    )
    pembahasan = forms.CharField(label="Ringkasan pembahasan", required=False, widget=forms.Textarea(attrs={"rows": 4}))
    versi = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, ruang: Ruang, berita_acara: BeritaAcara | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        peserta = {p.pejabat_id: p for p in berita_acara.daftar_peserta.all()} if berita_acara else {}
        self.daftar_pejabat = list(daftar_komisioner(ruang, peserta))
        self._add_peserta(peserta, is_baru=berita_acara is None)
        ada = list(berita_acara.daftar_keputusan.all()) if berita_acara else []
        self.jumlah_keputusan = len(ada) + BARIS_KOSONG
        for n in range(self.jumlah_keputusan):
            k = ada[n] if n < len(ada) else None
            self.fields[f"id_{n}"] = forms.IntegerField(
                widget=forms.HiddenInput, required=False, initial=k.pk if k else None
            )
            self.fields[f"bunyi_{n}"] = forms.CharField(
                label=f"Bunyi keputusan {n + 1}",
                required=False,
                initial=k.bunyi if k else "",
                widget=forms.Textarea(attrs={"rows": 2}),
            )
            self.fields[f"jenis_{n}"] = forms.ChoiceField(
                label=f"Menetapkan, keputusan {n + 1}",
                required=False,
                choices=JenisKeputusan.choices,
                initial=k.jenis if k else JenisKeputusan.LAIN,
            )
            self.fields[f"setuju_{n}"] = forms.IntegerField(
                label=f"Jumlah setuju, keputusan {n + 1}", required=False, min_value=0, initial=k.setuju if k else None
            )
        self.style()

    def _add_peserta(self, peserta: dict[int, PesertaPleno], *, is_baru: bool) -> None:
        pilihan = [(str(p.pk), f"{p.nama or 'nama belum diisi'}, {p.sebutan}") for p in self.daftar_pejabat]
        ketua = next((i for i, p in peserta.items() if p.peran == PeranPleno.KETUA.value), None)
        kini = {p.pk for p in self.daftar_pejabat if p.is_berlaku()} if is_baru else set()
        if is_baru:
            pimpinan = PeranPejabat.PIMPINAN.value
            ketua = next((p.pk for p in self.daftar_pejabat if p.pk in kini and p.peran == pimpinan), None)
        self.fields["ketua"] = forms.ChoiceField(
            label="Pimpinan rapat",
            choices=[("", "pilih"), *pilihan],
            required=False,
            initial=str(ketua) if ketua else "",
        )
        for p in self.daftar_pejabat:
            tercatat = peserta.get(p.pk)
            awal = HADIR if p.pk in kini else TIDAK_DIUNDANG
            if tercatat is not None:
                awal = HADIR if tercatat.hadir else ABSEN
            self.fields[f"peserta_{p.pk}"] = forms.ChoiceField(
                label=f"{p.nama or 'nama belum diisi'}, {p.sebutan}", choices=KEHADIRAN, required=False, initial=awal
            )

    def clean(self) -> dict[str, Any]:
        """Somebody took part, and who led was among them."""
        isi = super().clean() or {}
        if not any(isi.get(f"peserta_{p.pk}") for p in self.daftar_pejabat):
            pesan = (
                "Belum ada peserta. Pilih kehadiran sedikitnya satu pejabat; pejabat ditambahkan di halaman Pejabat."
            )
            self.add_error(None, ValidationError(pesan))
        ketua = isi.get("ketua")
        if ketua and isi.get(f"peserta_{ketua}") != HADIR:
            self.add_error("ketua", ValidationError("Pimpinan rapat harus hadir."))
        return isi

    def isi_rapat(self) -> IsiRapat:
        """What was filled in."""
        isi = self.cleaned_data
        return IsiRapat(
            nomor=isi["nomor"],
            tanggal=isi["tanggal"],
            tempat=isi["tempat"],
            agenda=isi["agenda"],
            pembahasan=isi["pembahasan"],
            daftar_peserta=[
                PesertaBaru(p, is_ketua=str(p.pk) == isi["ketua"], is_hadir=isi[f"peserta_{p.pk}"] == HADIR)
                for p in self.daftar_pejabat
                if isi[f"peserta_{p.pk}"]
            ],
            daftar_keputusan=[
                KeputusanBaru(isi[f"bunyi_{n}"], isi[f"jenis_{n}"], isi[f"setuju_{n}"], isi[f"id_{n}"])
                for n in range(self.jumlah_keputusan)
                if isi[f"bunyi_{n}"]
            ],
        )

    def baris_keputusan(self) -> Sequence[dict[str, forms.BoundField]]:
        """The fields of each decision."""
        return [
            {nama: self[f"{nama}_{n}"] for nama in ("id", "bunyi", "jenis", "setuju")}
            for n in range(self.jumlah_keputusan)
        ]

    def baris_peserta(self) -> Sequence[forms.BoundField]:
        """The field of presence of each official."""
        return [self[f"peserta_{p.pk}"] for p in self.daftar_pejabat]


class AlasanForm(FormDasar):
    """Why a draft is thrown away."""

    alasan = forms.CharField(label="Alasan", max_length=500)
    versi = forms.IntegerField(widget=forms.HiddenInput)


def daftar_komisioner(ruang: Ruang, peserta: dict[int, PesertaPleno]) -> QuerySet[Pejabat]:
    """Chair and members of the last year, and whoever the minutes name already."""
    batas = timezone.localdate() - _SETAHUN
    peran = (PeranPejabat.PIMPINAN.value, PeranPejabat.ANGGOTA.value)
    baru_ini = Q(peran__in=peran) & (Q(selesai=None) | Q(selesai__gte=batas))
    return ruang.satker.daftar_pejabat.filter(baru_ini | Q(pk__in=list(peserta)))
