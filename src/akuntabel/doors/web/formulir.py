"""Forms of the screens: one look, errors beside their fields, drafts that save themselves, two editors told apart."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeVar, cast

from django import forms
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.http import HttpRequest, QueryDict

from akuntabel.platform.accounts.models import Pengguna
from akuntabel.platform.draf.models import DrafIsian
from akuntabel.siklus.bentrok import SudahBerubahError


@dataclass(frozen=True, slots=True)
class SelisihIsian:
    """A field that two people have filled in differently."""

    label: str
    anda: str
    sekarang: str


@dataclass(frozen=True, slots=True)
class Bentrok:
    """What another person stored while this one was writing."""

    pesan: str
    oleh: str
    waktu: datetime | None
    selisih: tuple[SelisihIsian, ...]


class FormDasar(forms.Form):
    """Every form of the screens. A form over something that others edit too has a hidden field ``versi``.

    draf: what the person typed here before and has not saved; bentrok: set when another person was faster.
    """

    required_css_class = "wajib"
    use_required_attribute = False  # the server's message is the clearer one, and names every field at once
    draf: DrafIsian | None = None
    bentrok: Bentrok | None = None

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"label_suffix": ""} | kwargs)
        self.style()

    def style(self) -> None:
        """Give the fields their look; forms that add fields while they are built call it again."""
        for bidang in self.fields.values():
            widget = bidang.widget
            kelas = "form-control"
            if isinstance(widget, forms.CheckboxInput | forms.RadioSelect | forms.CheckboxSelectMultiple):
                kelas = "form-check-input"
            elif isinstance(widget, forms.Select):
                kelas = "form-select"
            widget.attrs["class"] = kelas
            bidang.error_messages["required"] = "Belum diisi."

    def add_galat(self, galat: ValidationError) -> None:
        """The reasons of an act, beside the fields that they name."""
        if not hasattr(galat, "error_dict"):
            self.add_error(None, galat)
            return
        for nama, daftar in galat.error_dict.items():
            self.add_error(nama if nama in self.fields else None, ValidationError(daftar))

    def show_bentrok(self, galat: SudahBerubahError) -> None:
        """Keep what the person wrote, and show beside it what is stored now; a second try names the new version.

        Hidden fields among ``galat.sekarang`` (versions of single lines) take the stored value at once.
        """
        data = self.data.copy() if isinstance(self.data, QueryDict) else dict(self.data)
        kini = galat.sekarang | ({} if galat.versi is None else {"versi": galat.versi})
        selisih = []
        for bidang in (self[nama] for nama in kini if nama in self.fields):
            sekarang = str(kini[bidang.name])
            if bidang.is_hidden:
                data[bidang.html_name] = sekarang
            elif (anda := str(self.data.get(bidang.html_name, ""))) != sekarang:
                pilihan = dict(_daftar_pilihan(bidang))
                selisih.append(
                    SelisihIsian(str(bidang.label), pilihan.get(anda, anda), pilihan.get(sekarang, sekarang))
                )
        self.data = data
        self.bentrok = Bentrok(str(galat), galat.oleh, galat.waktu, tuple(selisih))

    def errors_di_luar_bidang(self) -> list[str]:
        """Messages that belong to no field."""
        return [str(p) for p in self.errors.get(NON_FIELD_ERRORS, [])] if self.is_bound else []


def _daftar_pilihan(bidang: forms.BoundField) -> Iterator[tuple[str, str]]:
    """The words behind the values of a choice: nobody knows an official by a number."""
    if isinstance(bidang.field, forms.ChoiceField):
        for nilai, kata in cast("Iterable[tuple[object, object]]", bidang.field.choices):
            yield str(nilai), str(kata)


F = TypeVar("F", bound=FormDasar)


def open_form(request: HttpRequest, kelas: type[F], *, initial: Mapping[str, Any] | None = None, **kwargs: Any) -> F:
    """The form of this page: from the request, else from what is stored, or from the draft on ``?draf=pakai``."""
    if request.method == "POST":
        return kelas(request.POST, request.FILES, initial=initial, **kwargs)
    draf = find_draf(request)
    awal = dict(initial or {})
    if draf is not None and request.GET.get("draf") == "pakai":
        awal |= {k: v for k, v in draf.isi.items() if k != "versi"}
    form = kelas(initial=awal, **kwargs)
    form.draf = draf
    return form


def save_form(request: HttpRequest, form: FormDasar, tindakan: Callable[[Mapping[str, Any]], object]) -> bool:
    """Run the act with what was filled in. False: the form now says why not, and holds all that was written."""
    if not form.is_valid():
        return False
    try:
        tindakan(form.cleaned_data)
    except ValidationError as galat:
        form.add_galat(galat)
        return False
    except SudahBerubahError as galat:
        form.show_bentrok(galat)
        return False
    drop_draf(request)
    return True


def find_draf(request: HttpRequest) -> DrafIsian | None:
    """What the person has typed at this address and not saved."""
    if not isinstance(request.user, Pengguna):
        return None
    return DrafIsian.objects.filter(pengguna=request.user, halaman=request.path).first()


def drop_draf(request: HttpRequest) -> None:
    """Forget the draft of this address: it is saved, or not wanted."""
    if isinstance(request.user, Pengguna):
        DrafIsian.objects.filter(pengguna=request.user, halaman=request.path).delete()
