"""Who holds a post on a day, and which posts several people hold at once."""

from datetime import date

from django.db.models import Case, F, When

from akuntabel.core.fakta.organisasi import PeranPejabat
from akuntabel.siklus.organisasi.models import Pejabat, Satker

BERSAMA = (PeranPejabat.ANGGOTA.value, PeranPejabat.PEREVIU.value)  # the trigger of 0003_jaga says the same


def find_pejabat_berlaku(satker: Satker, peran: PeranPejabat, tanggal: date) -> Pejabat | None:
    """Who acts in that part on that day: a Plh. before a Plt. before who holds the post; of two the later."""
    sifat = Case(When(sifat=Pejabat.Sifat.PLH, then=0), When(sifat=Pejabat.Sifat.PLT, then=1), default=2)
    daftar = Pejabat.objects.filter(satker=satker, peran=peran.value).berlaku_pada(tanggal)
    return daftar.order_by(sifat, F("mulai").desc(nulls_last=True), "urut", "pk").first()
