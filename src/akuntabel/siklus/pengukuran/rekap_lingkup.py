"""Which offices a person compares: one and all below it, or only the one."""

from dataclasses import dataclass

from django.db.models import Q, QuerySet

from akuntabel.platform.accounts.models import Pengguna
from akuntabel.platform.kueri import KueriTetap
from akuntabel.siklus.organisasi.models import Satker
from akuntabel.siklus.organisasi.querysets import daftar_penugasan_berlaku
from akuntabel.siklus.pengukuran.models import NilaiTahunan

_PUNCAK_LAIN = KueriTetap(lambda id_: Satker.objects.filter(induk=None).exclude(pk=id_).only("pk")[:1], 1)


@dataclass(frozen=True, slots=True)
class Lingkup:
    """An office that the person sees. is_utuh: with all below it, so that their sums may be shown."""

    simpul: Satker
    is_utuh: bool

    @classmethod
    def of(cls, simpul: Satker, pengguna: Pengguna) -> "Lingkup":
        """Whether a role that looks down, here or above, lets the person see what lies below."""
        is_utuh = any(
            p.peran_enum.is_melihat_bawahan and simpul.path.startswith(p.satker.path)
            for p in daftar_penugasan_berlaku(pengguna)
        )
        return cls(simpul, is_utuh)

    @property
    def is_semesta(self) -> bool:
        """Every office that there is: all below the root, where there is one root only."""
        return self.is_utuh and self.simpul.induk_id is None and not _PUNCAK_LAIN(self.simpul.pk)

    @property
    def batas(self) -> tuple[str, str]:
        """The paths of these offices: from the first to before the second. Each step begins with a digit, after "!"."""
        jalur = self.simpul.path
        return jalur, jalur[:-1] + "0" if self.is_utuh else jalur + "!"

    def saring_nilai(self) -> QuerySet[NilaiTahunan]:
        """The annual values of these offices."""
        return NilaiTahunan.objects.filter(self._saring("satker__"))

    def saring_satker(self) -> QuerySet[Satker]:
        """The offices themselves, those that are active."""
        return Satker.objects.filter(self._saring(), is_aktif=True)

    def _saring(self, awalan: str = "") -> Q:
        dari, sampai = self.batas
        return Q(**{f"{awalan}path__gte": dari, f"{awalan}path__lt": sampai})
