"""The form of what became of an action."""

from typing import Any

from django import forms
from django.db.models import QuerySet

from akuntabel.doors.web.formulir import FormDasar
from akuntabel.doors.web.organisasi.forms import bidang_tanggal
from akuntabel.siklus.pengukuran.models import Bukti, RealisasiAksi, StatusAksi

_BIDANG = ("status", "uraian", "tanggal", "hambatan", "tindak_lanjut", "tenggat", "versi")


class RealisasiAksiForm(FormDasar):
    """How far it is; a claim that it is done names its evidence."""

    status = forms.ChoiceField(label="Keadaan", choices=StatusAksi.choices)
    uraian = forms.CharField(label="Yang sudah dilaksanakan", required=False, widget=forms.Textarea(attrs={"rows": 3}))
    tanggal = bidang_tanggal("Tanggal selesai", help_text="Wajib bila selesai.")
    berkas = forms.FileField(label="Unggah bukti", required=False, help_text="Wajib bila selesai: unggah, atau pilih.")
    bukti = forms.ModelChoiceField(
        Bukti.objects.none(), label="Atau bukti yang sudah ada", required=False, empty_label="Tidak ada"
    )
    hambatan = forms.CharField(
        label="Hambatan",
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Mengapa belum selesai; masuk ke analisis kendala dalam Laporan Kinerja.",
    )
    tindak_lanjut = forms.CharField(label="Tindak lanjut", required=False, widget=forms.Textarea(attrs={"rows": 3}))
    tenggat = bidang_tanggal("Tenggat tindak lanjut")
    versi = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, daftar_bukti: QuerySet[Bukti], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["bukti"].queryset = daftar_bukti  # type: ignore[attr-defined]

    @staticmethod
    def awal(ada: RealisasiAksi | None) -> dict[str, object]:
        """What is stored."""
        if ada is None:
            return {"versi": 0}
        return {n: getattr(ada, n) for n in _BIDANG} | {"bukti": ada.bukti_id}
