"""The floor of bench_web: the barest page that Django can give from one row of the database."""

from django.http import HttpRequest, HttpResponse
from django.urls import path

from akuntabel.config.urls import handler400, handler403, handler404, handler500, urlpatterns
from akuntabel.siklus.organisasi.models import Satker
from akuntabel.siklus.organisasi.pohon_kpu import KODE_PUSAT

__all__ = ["handler400", "handler403", "handler404", "handler500", "urlpatterns"]


def show_polos(request: HttpRequest) -> HttpResponse:
    """One query, one line."""
    return HttpResponse(Satker.objects.values_list("nama", flat=True).get(kode=KODE_PUSAT))


urlpatterns = [*urlpatterns, path("polos/", show_polos)]
